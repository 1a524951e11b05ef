import { CRITERIA, type CriterionId, type GrantedChange, type MatchResult } from '../../match-result.ts';
import { bitOf } from '../answer.ts';
import { bitCount, type JudgedOffer } from '../judged.ts';
import type { Judge } from '../judge-offer.ts';
import { isInOneWay, standingInFull, type Standings } from '../standings.ts';

/** A change, the criteria that it may decide, as bits, and the judge after it. */
export type TriedOnAll = { readonly change: GrantedChange; readonly decides: number; readonly judge: Judge };

type Pair = { readonly bits: number; readonly candidates: number[] };

/** The pair of criteria that is exactly what is unmet for most candidates, each with the smallest change that meets it. */
export function pathThrough(
  standings: Standings,
  judge: Judge,
  tried: readonly TriedOnAll[],
): MatchResult['path'] {
  const pairs = new Map<number, Pair>();
  for (let candidate = 0; candidate < standings.candidates.count; candidate += 1) {
    const unmet =
      standings.isCertainNo[candidate] === 1
        ? inFull(judge, standings, candidate).unmet
        : (standings.unmet[candidate] ?? 0);
    if (bitCount(unmet) !== 2) continue;
    const pair = pairs.get(unmet);
    if (pair === undefined) pairs.set(unmet, { bits: unmet, candidates: [candidate] });
    else pair.candidates.push(candidate);
  }
  const [most] = [...pairs.values()].sort(
    (one, other) => other.candidates.length - one.candidates.length || compareTable(one.bits, other.bits),
  );
  if (most === undefined) return undefined;
  const [first, second] = CRITERIA.filter((criterion) => (most.bits & bitOf(criterion)) !== 0);
  if (first === undefined || second === undefined) return undefined;
  return {
    criteria: [first, second],
    offers: most.candidates.length,
    changes: [first, second].flatMap((criterion) => {
      const change = smallestChange(criterion, standings, judge, most.candidates, tried);
      return change === undefined ? [] : [{ criterion, change }];
    }),
  };
}

function inFull(judge: Judge, { candidates }: Standings, candidate: number): JudgedOffer {
  return standingInFull(judge, candidates.segmentOf(candidate), candidates.offersOf(candidate));
}

/** By the first criterion of the table, then by the second. */
function compareTable(one: number, other: number): number {
  return (one & -one) - (other & -other) || one - other;
}

function smallestChange(
  criterion: CriterionId,
  standings: Standings,
  stated: Judge,
  candidates: readonly number[],
  tried: readonly TriedOnAll[],
): GrantedChange | undefined {
  const bit = bitOf(criterion);
  const inOneWay = candidates.filter((candidate) => isInOneWay(standings.candidates, candidate));
  const inSeveral = candidates.filter((candidate) => !isInOneWay(standings.candidates, candidate));
  const metInSome = inSeveral.filter((candidate) => isMetInSome(stated, standings, candidate, bit));
  const meetsInFull = (judge: Judge, candidate: number): boolean => {
    const { unmet, unknown } = inFull(judge, standings, candidate);
    return ((unmet | unknown) & bit) === 0;
  };
  const countMet = ({ decides, judge }: TriedOnAll): number => {
    // Another way of attending it may stand for an offer after a change, but what the change does not decide is in each way as it was.
    if ((decides & bit) === 0) return countOf(metInSome, (candidate) => meetsInFull(judge, candidate));
    return (
      countOf(inSeveral, (candidate) => meetsInFull(judge, candidate)) +
      countOf(inOneWay, (candidate) => meetsInOneWay(judge, standings, candidate, bit))
    );
  };
  const [best] = tried
    .map((each) => ({ change: each.change, meets: countMet(each) }))
    .filter(({ meets }) => meets > 0)
    .sort((one, other) => other.meets - one.meets);
  return best?.change;
}

/** Whether a criterion is met in some way of attending some date of a candidate. */
function isMetInSome(judge: Judge, { candidates }: Standings, candidate: number, bit: number): boolean {
  const segment = candidates.segmentOf(candidate);
  return candidates.isTrueOfAny(candidate, (offer) => judge.isMetInSome(segment, offer, bit));
}

function countOf(candidates: readonly number[], meets: (candidate: number) => boolean): number {
  return candidates.reduce((count, candidate) => (meets(candidate) ? count + 1 : count), 0);
}

/** What can be attended in one way alone stands in that way after every change, so that only what the change decides is another. */
function meetsInOneWay(judge: Judge, { candidates }: Standings, candidate: number, bit: number): boolean {
  const only = candidates.onlyOf(candidate);
  return only !== undefined && judge.meets(candidates.segmentOf(candidate), only, bit);
}
