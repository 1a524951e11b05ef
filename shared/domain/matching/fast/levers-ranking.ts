import type { Frame } from '../frame.ts';
import type { AppliedChange } from '../levers/applied-change.ts';
import { granted } from '../levers/granted.ts';
import { CRITERIA, type CriterionId, type GrantedChange, type MatchResult } from '../match-result.ts';
import { bitOf } from './answer.ts';
import { bitCount, rankOf, type JudgedOffer } from './judged.ts';
import type { Judge } from './judge-offer.ts';
import type { Segment } from '../match-index/segment.ts';
import type { SeenVariant } from './seen-variant.ts';
import { standingInFull, type Standings } from './standings.ts';

const MOST_LEVERS = 5;

/** What levers are found with: how all candidates stand, all changes in their order, and the judge after one of them. */
export type LeverTerms = {
  readonly frame: Frame;
  readonly standings: Standings;
  readonly judge: Judge;
  readonly changes: readonly AppliedChange[];
  readonly judgeIn: (change: AppliedChange) => Judge;
};

type Tried = { readonly change: GrantedChange; readonly opens: number; readonly judge: Judge };

/** The five changes that open most offers, or the pair of criteria that stands in the way of most; equal to `leversFor`. */
export function leversOn(terms: LeverTerms): Pick<MatchResult, 'levers' | 'path'> {
  const { frame, standings, judgeIn } = terms;
  const closed = closedOf(standings);
  const byCare = Array.from(closed).flatMap((candidate): readonly CareAlone[] => careAlone(terms, candidate));
  const tried = terms.changes.map((applied): Tried => {
    const { change } = applied;
    const judge = judgeIn(applied);
    const opens = OF_PERSON.has(change.kind)
      ? closed.reduce((count, candidate) => count + Number(opensIn(judge, standings, candidate)), 0)
      : byCare.reduce((count, alone) => count + Number(opensByCare(judge, alone)), 0);
    return { change: granted(frame, change), opens, judge };
  });
  const levers = tried
    .filter(({ opens }) => opens > 0)
    .sort((one, other) => other.opens - one.opens)
    .slice(0, MOST_LEVERS)
    .map(({ change, opens }) => ({ change, opens }));
  const path = levers.length === 0 ? pathThrough(terms, tried) : undefined;
  return { levers, ...(path === undefined ? {} : { path }) };
}

/** Changes that are not of care: they decide other criteria and leave that one as it is. */
const OF_PERSON: ReadonlySet<GrantedChange['change']['kind']> = new Set([
  'travel',
  'german',
  'start-later',
  'online-too',
]);

/** The candidates that fit neither as they are nor with a childcare place. */
function closedOf({ verdicts }: Standings): Uint32Array {
  const [fits, withCare] = [rankOf('fits'), rankOf('fits-with-care')];
  const closed = new Uint32Array(verdicts.length);
  let count = 0;
  verdicts.forEach((verdict, candidate) => {
    if (verdict === fits || verdict === withCare) return;
    closed[count] = candidate;
    count += 1;
  });
  return closed.subarray(0, count);
}

/** Offers of one candidate with the variants in which nothing but care stands in the way; `undefined` when that cannot be told. */
type CareAlone = {
  readonly segment: Segment;
  readonly offers: readonly {
    readonly offer: number;
    readonly variants: readonly SeenVariant[] | undefined;
  }[];
};

/** A change of care opens only what nothing but care stands in the way of, in some date or variant; none where there is none. */
function careAlone({ judge, standings }: LeverTerms, candidate: number): readonly CareAlone[] {
  const rows = standings.candidates.offersOf(candidate);
  if (standings.isCertainNo[candidate] === 1 && rows.length === 1) return [];
  const segment = standings.candidates.segmentOf(candidate);
  const offers = Array.from(rows, (offer) => ({ offer, variants: judge.onlyByCare(segment, offer) }));
  const worth = offers.filter(({ variants }) => variants === undefined || variants.length > 0);
  return worth.length === 0 ? [] : [{ segment, offers: worth }];
}

function opensByCare(judge: Judge, { segment, offers }: CareAlone): boolean {
  return offers.some(({ offer, variants }) =>
    variants === undefined ? judge.fits(segment, offer) : judge.careFits(segment, offer, variants),
  );
}

function opensIn(judge: Judge, { candidates }: Standings, candidate: number): boolean {
  const segment = candidates.segmentOf(candidate);
  return candidates.offersOf(candidate).some((offer) => judge.fits(segment, offer));
}

type Pair = { readonly bits: number; readonly candidates: number[] };

/** The pair of criteria that is exactly what is unmet for most candidates, each with the smallest change that meets it. */
function pathThrough({ standings, judge }: LeverTerms, tried: readonly Tried[]): MatchResult['path'] {
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
      const change = smallestChange(criterion, standings, most.candidates, tried);
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
  candidates: readonly number[],
  tried: readonly Tried[],
): GrantedChange | undefined {
  const bit = bitOf(criterion);
  const [best] = tried
    .map(({ change, judge }) => ({
      change,
      meets: candidates.filter((candidate) => {
        const { unmet, unknown } = inFull(judge, standings, candidate);
        return ((unmet | unknown) & bit) === 0;
      }).length,
    }))
    .filter(({ meets }) => meets > 0)
    .sort((one, other) => other.meets - one.meets);
  return best?.change;
}
