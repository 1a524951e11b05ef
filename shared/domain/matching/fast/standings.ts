import type { Segment } from '../match-index/segment.ts';
import type { Candidates } from './candidates.ts';
import type { CertainNo } from './certain-no.ts';
import { compareJudged, NO_RANK, type JudgedOffer, type JudgedVariant } from './judged.ts';
import type { Judge, Standing } from './judge-offer.ts';
import { inOrderOfIds } from './order-by-id.ts';
import { orderColumns } from './order-columns.ts';
import { countVariants } from './seen-variant.ts';

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
  const { count, parts } = candidates;
  const verdicts = new Uint8Array(count).fill(NO_RANK);
  const [unmet, unknown] = [new Uint16Array(count), new Uint16Array(count)];
  const asks = new Uint32Array(count);
  const isCertainNo = new Uint8Array(count);
  const offers = new Int32Array(count);
  const order = orderColumns(count);
  const found = new Uint32Array(count);
  let shownCount = 0;
  for (const { segment, begin, end } of parts) {
    for (let candidate = begin; candidate < end; candidate += 1) {
      const [from, to] = [candidates.offersFrom[candidate] ?? 0, candidates.offersFrom[candidate + 1] ?? 0];
      if (to - from > 1) {
        const { standing, offer } = bestOf(judge, segment, candidates.offers, from, to);
        note(candidate, standing, offer);
      } else {
        const only = candidates.offers[from] ?? 0;
        note(candidate, judge.standing(segment, only), only);
      }
    }
  }

  function note(candidate: number, standing: Standing, offer: number): void {
    if (isNoBy(standing)) {
      unmet[candidate] = standing.noBy;
      isCertainNo[candidate] = 1;
      return;
    }
    verdicts[candidate] = standing.verdict;
    unmet[candidate] = standing.unmet;
    unknown[candidate] = standing.unknown;
    asks[candidate] = standing.asks;
    if (standing.verdict === NO_RANK) return;
    offers[candidate] = offer;
    order.note(candidate, standing);
    found[shownCount] = candidate;
    shownCount += 1;
  }

  const shown = order.sorted(inOrderOfIds(found.subarray(0, shownCount), parts, offers));
  const offerOf = (candidate: number): number => offers[candidate] ?? 0;
  return { candidates, verdicts, unmet, unknown, asks, isCertainNo, shown, offerOf };
}

/** The offer that stands for a candidate with several, and how it stands. */
type Best = { readonly standing: Standing; readonly offer: number };

/** The best of the offers `from` up to before `to`, or any of them where all are certainly a no by the same criterion. */
function bestOf(judge: Judge, segment: Segment, offers: Int32Array, from: number, to: number): Best {
  let best: JudgedVariant | undefined;
  let ofBest = 0;
  let certain: CertainNo | undefined;
  let isSame = true;
  for (let at = from; at < to; at += 1) {
    const offer = offers[at] ?? 0;
    const standing = judge.standing(segment, offer);
    if (isNoBy(standing)) {
      if (certain !== undefined && certain.noBy !== standing.noBy) isSame = false;
      certain = standing;
    } else if (best === undefined || compareJudged(standing, best) < 0) {
      best = standing;
      ofBest = offer;
    }
  }
  if (best === undefined && certain !== undefined && isSame) return { standing: certain, offer: 0 };
  if (best !== undefined && (certain === undefined || best.verdict !== NO_RANK)) {
    return { standing: best, offer: ofBest };
  }
  const standing = standingInFull(judge, segment, offers.subarray(from, to));
  return { standing, offer: standing.offer };
}

/** How one candidate stands, all of it, be it a certain no or not: the first of the best of its offers, whose ids ascend. */
export function standingInFull(judge: Judge, segment: Segment, offers: Int32Array): JudgedOffer {
  let best: JudgedOffer | undefined;
  for (const offer of offers) {
    const judged = judge.judged(segment, offer);
    if (best === undefined || compareJudged(judged, best) < 0) best = { ...judged, segment, offer };
  }
  if (best === undefined) throw new Error('a candidate has at least one offer');
  return best;
}

/** Whether a candidate is one offer that can be attended in one way. */
export function isInOneWay(candidates: Candidates, candidate: number): boolean {
  const only = candidates.onlyOf(candidate);
  return only !== undefined && countVariants(candidates.segmentOf(candidate), only) === 1;
}

function isNoBy(standing: Standing): standing is CertainNo {
  return 'noBy' in standing;
}
