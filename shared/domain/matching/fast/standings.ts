import { NONE, type Segment } from '../match-index/segment.ts';
import type { Candidates } from './candidates.ts';
import { compareJudged, NO_RANK, type JudgedOffer, type JudgedVariant } from './judged.ts';
import type { Judge, Standing } from './judge-offer.ts';
import { inOrderOfIds } from './order-by-id.ts';
import { orderColumns } from './order-columns.ts';

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
      const only = candidates.onlyOffer(candidate);
      if (only === NONE) {
        const { standing, offer } = bestOf(judge, segment, candidates.offersOf(candidate));
        note(candidate, standing, offer);
      } else note(candidate, judge.standing(segment, only), only);
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
type Best<Of extends Standing> = { readonly standing: Of; readonly offer: number };

/** The best of several offers of one candidate, or any of them where all are certainly a no by the same criterion. */
function bestOf(judge: Judge, segment: Segment, offers: Int32Array): Best<Standing> {
  const standings: Standing[] = [];
  for (const offer of offers) standings.push(judge.standing(segment, offer));
  const [first] = standings;
  if (first !== undefined && standings.every((each) => isNoBySame(each, first))) {
    return { standing: first, offer: offers[0] ?? 0 };
  }
  const judged = standings.map((each) => (isNoBy(each) ? undefined : each));
  const best = bestAmong(offers, (_offer, at) => judged[at]);
  if (best !== undefined && best.standing.verdict !== NO_RANK) return best;
  return orThrow(bestAmong(offers, (offer, at) => judged[at] ?? judge.judged(segment, offer)));
}

/** How one candidate stands, all of it, be it a certain no or not. */
export function standingInFull(judge: Judge, segment: Segment, offers: Int32Array): JudgedOffer {
  const { standing, offer } = orThrow(bestAmong(offers, (each) => judge.judged(segment, each)));
  return { ...standing, segment, offer };
}

function orThrow(best: Best<JudgedVariant> | undefined): Best<JudgedVariant> {
  if (best === undefined) throw new Error('a candidate has at least one offer');
  return best;
}

/** The first of the best of some offers of one segment, whose ids ascend; those without an answer stay out. */
function bestAmong(
  offers: Int32Array,
  judgedOf: (offer: number, at: number) => JudgedVariant | undefined,
): Best<JudgedVariant> | undefined {
  let best: Best<JudgedVariant> | undefined;
  offers.forEach((offer, at) => {
    const standing = judgedOf(offer, at);
    if (standing === undefined) return;
    if (best === undefined || compareJudged(standing, best.standing) < 0) best = { standing, offer };
  });
  return best;
}

function isNoBy(standing: Standing): standing is { readonly noBy: number } {
  return 'noBy' in standing;
}

function isNoBySame(one: Standing, other: Standing): boolean {
  return isNoBy(one) && isNoBy(other) && one.noBy === other.noBy;
}
