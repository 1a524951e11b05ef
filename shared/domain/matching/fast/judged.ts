import type { Verdict } from '../match-result.ts';
import { compareOfferIds } from '../match-index/offer-ids.ts';
import type { Segment } from '../match-index/segment.ts';
import { bitsIn } from './days/cells.ts';

/** One way of attending an offer, judged as far as verdict and order go. Bits as in `CRITERIA`. */
export type JudgedVariant = {
  /** Its rank in the order; see `rankOf`. */
  readonly verdict: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly asks: number;
  /** NO_MINUTES when not known; worked out when asked for where nobody did before. */
  readonly gapMinutes: number | (() => number);
  readonly first: number;
  readonly travel: number;
};

/** Minutes that are not known; behind all that are. */
export const NO_MINUTES = 0x7fffffff;

/** An offer with the variant that stands for it. */
export type JudgedOffer = JudgedVariant & { readonly segment: Segment; readonly offer: number };

const VERDICTS: readonly Verdict[] = ['fits', 'fits-with-care', 'nearly', 'ask', 'no'];

/** The rank of a verdict in the order, from 0. */
export function rankOf(verdict: Verdict): number {
  return VERDICTS.indexOf(verdict);
}

/** The ranks of verdicts. */
export const FITS_RANK = rankOf('fits');
export const FITS_WITH_CARE_RANK = rankOf('fits-with-care');
export const NEARLY_RANK = rankOf('nearly');
export const ASK_RANK = rankOf('ask');
export const NO_RANK = rankOf('no');

/** Verdicts by their ranks. */
export function verdictAt(rank: number): Verdict {
  return VERDICTS[rank] ?? 'no';
}

/** Below zero when `one` is better: the order of section 6 without the id; dates and ways that are not known are the largest numbers. */
export function compareJudged(one: JudgedVariant, other: JudgedVariant): number {
  return (
    one.verdict - other.verdict ||
    bitCount(one.unknown) - bitCount(other.unknown) ||
    gapMinutesOf(one) - gapMinutesOf(other) ||
    one.first - other.first ||
    one.travel - other.travel
  );
}

/** The minutes of the gaps of a week; NO_MINUTES when not known. */
export function gapMinutesOf({ gapMinutes }: Pick<JudgedVariant, 'gapMinutes'>): number {
  return typeof gapMinutes === 'number' ? gapMinutes : gapMinutes();
}

/** How many criteria are in a set of bits. */
export function bitCount(bits: number): number {
  return bitsIn(bits);
}

/** The one order of offers. */
export function compareOffers(one: JudgedOffer, other: JudgedOffer): number {
  return (
    compareJudged(one, other) || compareOfferIds(one.segment.ids, one.offer, other.segment.ids, other.offer)
  );
}
