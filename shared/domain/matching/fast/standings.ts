import { compareOfferIds } from '../match-index/offer-ids.ts';
import type { Segment } from '../match-index/segment.ts';
import type { Candidates } from './candidates.ts';
import { bitCount, compareOffers, NO_RANK, rankOf, type JudgedOffer, type JudgedVariant } from './judged.ts';
import type { Judge, Standing } from './judge-offer.ts';

/** How all candidates stand, by their numbers. */
export type Standings = {
  readonly candidates: Candidates;
  /** Ranks of verdicts; see `rankOf`. */
  readonly verdicts: Uint8Array;
  /** Bits of criteria; of a certain no only the first unmet one is told. */
  readonly unmet: Uint16Array;
  readonly unknown: Uint16Array;
  readonly asks: Uint32Array;
  readonly isCertainNo: Uint8Array;
  /** The numbers of those that are no `no`, in the one order. */
  readonly shown: Uint32Array;
  /** The offer that stands for a candidate that is shown. */
  readonly offerOf: (candidate: number) => number;
};

/** Judges every candidate. */
export function standingsOf(judge: Judge, candidates: Candidates): Standings {
  const { count } = candidates;
  const verdicts = new Uint8Array(count).fill(NO_RANK);
  const [unmet, unknown] = [new Uint16Array(count), new Uint16Array(count)];
  const asks = new Uint32Array(count);
  const isCertainNo = new Uint8Array(count);
  const offers = new Int32Array(count);
  // Verdict, how much is unknown, gap and first day as one number, and the way: the order but for the id.
  const ranks = new Float64Array(count);
  const travels = new Int32Array(count);
  const found = new Uint32Array(count);
  let shownCount = 0;
  for (let candidate = 0; candidate < count; candidate += 1) {
    const segment = candidates.segmentOf(candidate);
    const ofCandidate = candidates.offersOf(candidate);
    const only = ofCandidate.length === 1 ? ofCandidate[0] : undefined;
    if (only === undefined) {
      const best = bestOf(judge, segment, ofCandidate);
      note(candidate, best, 'offer' in best ? best.offer : 0);
    } else note(candidate, judge.standing(segment, only), only);
  }

  function note(candidate: number, standing: Standing, offer: number): void {
    if (isNoBy(standing)) {
      unmet[candidate] = standing.noBy;
      isCertainNo[candidate] = 1;
      return;
    }
    const verdict = rankOf(standing.verdict);
    verdicts[candidate] = verdict;
    unmet[candidate] = standing.unmet;
    unknown[candidate] = standing.unknown;
    asks[candidate] = standing.asks;
    if (verdict === NO_RANK) return;
    offers[candidate] = offer;
    travels[candidate] = standing.travel;
    ranks[candidate] = orderOf(standing, verdict);
    found[shownCount] = candidate;
    shownCount += 1;
  }

  const compareIds = (one: number, other: number): number =>
    compareOfferIds(
      candidates.segmentOf(one).ids,
      offers[one] ?? 0,
      candidates.segmentOf(other).ids,
      offers[other] ?? 0,
    );
  const shown = found
    .subarray(0, shownCount)
    .sort(
      (one, other) =>
        compare(ranks[one] ?? 0, ranks[other] ?? 0) ||
        (travels[one] ?? 0) - (travels[other] ?? 0) ||
        compareIds(one, other),
    );
  const offerOf = (candidate: number): number => offers[candidate] ?? 0;
  return { candidates, verdicts, unmet, unknown, asks, isCertainNo, shown, offerOf };
}

/** Whole numbers, so that sorting makes no other ones. */
function compare(one: number, other: number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

const MOST_UNKNOWN = 16;
const MOST_MINUTES = 2 ** 15;
const MOST_DAYS = 2 ** 32;

/** All that goes before the way in the order; first days may lie before 1970, those not known are behind all. */
function orderOf({ unknown, gapMinutes, first }: JudgedVariant, verdict: number): number {
  const gap = Math.min(gapMinutes(), MOST_MINUTES - 1);
  return (
    ((verdict * MOST_UNKNOWN + bitCount(unknown)) * MOST_MINUTES + gap) * MOST_DAYS + first + MOST_DAYS / 2
  );
}

/** The best of several offers of one candidate, or the criterion by which all are certainly a no. */
function bestOf(
  judge: Judge,
  segment: Segment,
  offers: Int32Array,
): JudgedOffer | Extract<Standing, { readonly noBy: number }> {
  const standings = Array.from(offers, (offer) => judge.standing(segment, offer));
  const [first] = standings;
  if (
    first !== undefined &&
    isNoBy(first) &&
    standings.every((each) => isNoBy(each) && each.noBy === first.noBy)
  ) {
    return first;
  }
  const isAnyMore = standings.some((each) => !isNoBy(each) && each.verdict !== 'no');
  return best(
    Array.from(offers).flatMap((offer, at): readonly JudgedOffer[] => {
      const standing = standings[at];
      if (standing === undefined || (isNoBy(standing) && isAnyMore)) return [];
      const judged = isNoBy(standing) ? judge.judged(segment, offer) : standing;
      return [{ ...judged, segment, offer }];
    }),
  );
}

/** How one candidate stands, all of it, be it a certain no or not. */
export function standingInFull(judge: Judge, segment: Segment, offers: Int32Array): JudgedOffer {
  return best(Array.from(offers, (offer) => ({ ...judge.judged(segment, offer), segment, offer })));
}

function best(judged: readonly JudgedOffer[]): JudgedOffer {
  const [first, ...others] = judged;
  if (first === undefined) throw new Error('a candidate has at least one offer');
  return others.reduce((found, each) => (compareOffers(each, found) < 0 ? each : found), first);
}

function isNoBy(standing: Standing): standing is { readonly noBy: number } {
  return 'noBy' in standing;
}
