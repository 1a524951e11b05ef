import { frameOf, type Frame } from '../frame.ts';
import { granted } from '../levers/granted.ts';
import { possibleChanges } from '../levers/levers.ts';
import { CRITERIA, type CriterionId, type GrantedChange, type MatchResult } from '../match-result.ts';
import { bitOf } from './answer.ts';
import { bitCount, type JudgedOffer } from './judged.ts';
import type { Judge } from './judge-offer.ts';
import { standingOf, type Candidate, type CandidateStanding } from './standings.ts';

const MOST_LEVERS = 5;

/** What levers are found with: how all candidates stand, and the judge of a changed situation. */
export type LeverTerms = {
  readonly frame: Frame;
  readonly before: readonly CandidateStanding[];
  readonly judge: Judge;
  readonly judgeIn: (frame: Frame) => Judge;
};

type Tried = { readonly change: GrantedChange; readonly opens: number; readonly judge: Judge };

/** The five changes that open most offers, or the pair of criteria that stands in the way of most; equal to `leversFor`. */
export function leversOn(terms: LeverTerms): Pick<MatchResult, 'levers' | 'path'> {
  const { frame, before, judgeIn } = terms;
  const closed = before.filter(({ standing }) => !isFitting(standing));
  const byCare = closed.filter(({ candidate, standing }) => mayOpenByCare(terms.judge, candidate, standing));
  const tried = possibleChanges(frame).map(({ change, situation }): Tried => {
    const judge = judgeIn(frameOf(situation, frame.region, frame.today));
    const worth = OF_PERSON.has(change.kind) ? closed : byCare;
    const opens = worth.filter(({ candidate }) => opensIn(judge, candidate)).length;
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

function isFitting(standing: JudgedOffer | number): boolean {
  return (
    typeof standing !== 'number' && (standing.verdict === 'fits' || standing.verdict === 'fits-with-care')
  );
}

/** A change of care opens only what nothing but care stands in the way of, in some date or variant. */
function mayOpenByCare(judge: Judge, { segment, rows }: Candidate, standing: JudgedOffer | number): boolean {
  if (typeof standing === 'number' && rows.length === 1) return false;
  return rows.some((row) => judge.isOnlyCare(segment, row));
}

function opensIn(judge: Judge, { segment, rows }: Candidate): boolean {
  return rows.some((row) => judge.fits(segment, row));
}

type Pair = { readonly bits: number; readonly candidates: Candidate[] };

/** The pair of criteria that is exactly what is unmet for most candidates, each with the smallest change that meets it. */
function pathThrough({ before, judge }: LeverTerms, tried: readonly Tried[]): MatchResult['path'] {
  const pairs = new Map<number, Pair>();
  for (const { candidate, standing } of before) {
    const { unmet } = typeof standing === 'number' ? inFull(judge, candidate) : standing;
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
      const change = smallestChange(criterion, most.candidates, tried);
      return change === undefined ? [] : [{ criterion, change }];
    }),
  };
}

function inFull(judge: Judge, candidate: Candidate): JudgedOffer {
  const standing = standingOf({ ...judge, standing: judge.judged }, candidate);
  if (typeof standing === 'number') throw new Error('judged in full');
  return standing;
}

/** By the first criterion of the table, then by the second. */
function compareTable(one: number, other: number): number {
  return (one & -one) - (other & -other) || one - other;
}

function smallestChange(
  criterion: CriterionId,
  candidates: readonly Candidate[],
  tried: readonly Tried[],
): GrantedChange | undefined {
  const bit = bitOf(criterion);
  const [best] = tried
    .map(({ change, judge }) => ({
      change,
      meets: candidates.filter((candidate) => {
        const { unmet, unknown } = inFull(judge, candidate);
        return ((unmet | unknown) & bit) === 0;
      }).length,
    }))
    .filter(({ meets }) => meets > 0)
    .sort((one, other) => other.meets - one.meets);
  return best?.change;
}
