import type { Verdict } from '../match-result.ts';
import type { Segment } from '../match-index/segment.ts';
import { bitsIn } from './cells.ts';

/** One way of attending an offer, judged as far as verdict and order go. Bits as in `CRITERIA`. */
export type JudgedVariant = {
  readonly verdict: Verdict;
  readonly unmet: number;
  readonly unknown: number;
  readonly asks: number;
  /** `null` = not known, behind all that are; worked out when asked for. */
  readonly gapMinutes: () => number | null;
  readonly first: number;
  readonly travel: number;
};

/** An offer with the variant that stands for it. */
export type JudgedOffer = JudgedVariant & {
  readonly segment: Segment;
  readonly offer: number;
  /** All dates of its course, itself among them. */
  readonly dates: readonly number[];
};

const RANK: Readonly<Record<Verdict, number>> = { fits: 0, 'fits-with-care': 1, nearly: 2, ask: 3, no: 4 };

/** Below zero when `one` is better: the order of section 6 without the id; dates and ways that are not known are the largest numbers. */
export function compareJudged(one: JudgedVariant, other: JudgedVariant): number {
  return (
    RANK[one.verdict] - RANK[other.verdict] ||
    bitCount(one.unknown) - bitCount(other.unknown) ||
    compareKnown(one.gapMinutes(), other.gapMinutes()) ||
    one.first - other.first ||
    one.travel - other.travel
  );
}

function compareKnown(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one - other;
}

/** How many criteria are in a set of bits. */
export function bitCount(bits: number): number {
  return bitsIn(bits);
}

/** The id of a judged offer. */
function idOf({ segment, offer }: Pick<JudgedOffer, 'segment' | 'offer'>): string {
  return segment.ids[offer] ?? '';
}

/** The one order of offers. */
export function compareOffers(one: JudgedOffer, other: JudgedOffer): number {
  const compared = compareJudged(one, other);
  if (compared !== 0) return compared;
  return idOf(one) < idOf(other) ? -1 : 1;
}
