import type { Frame } from '../frame.ts';
import type { AppliedChange } from '../levers/applied-change.ts';
import { granted } from '../levers/granted.ts';
import {
  CRITERIA,
  type Change,
  type CriterionId,
  type GrantedChange,
  type MatchResult,
} from '../match-result.ts';
import { bitOf } from './answer.ts';
import { bitCount, rankOf, type JudgedOffer } from './judged.ts';
import type { CareQuestion } from './care-of-offer.ts';
import type { AskedVariant } from './judge-variants.ts';
import type { Judge } from './judge-offer.ts';
import { countVariants } from './seen-variant.ts';
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

/** A change, and the judge after it. */
type Changed = { readonly applied: AppliedChange; readonly judge: Judge };

type Tried = { readonly change: GrantedChange; readonly opens: number; readonly judge: Judge };

/** The five changes that open most offers, or the pair of criteria that stands in the way of most; equal to `leversFor`. */
export function leversOn(terms: LeverTerms): Pick<MatchResult, 'levers' | 'path'> {
  const { frame, standings, judgeIn } = terms;
  const closed = closedOf(standings);
  const changed = terms.changes.map((applied): Changed => ({ applied, judge: judgeIn(applied) }));
  const openedByCare = countOpenedByCare(terms, careAloneAmong(terms, closed), changed.filter(isOfCare));
  const tried = changed.map(({ applied: { change }, judge }): Tried => {
    const decided = DECIDED_BY.get(change.kind);
    const opens =
      decided === undefined ? (openedByCare.get(judge) ?? 0) : countOpened(judge, standings, closed, decided);
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

/** Changes that are not of care leave that criterion as it is: those that each of them may decide, as bits. */
const DECIDED_BY: ReadonlyMap<Change['kind'], number> = new Map([
  ['travel', bitOf('reach')],
  ['german', bitOf('german')],
  ['start-later', bitOf('start')],
  ['online-too', bitOf('format')],
]);

function isOfCare({ applied: { change } }: Changed): boolean {
  return !DECIDED_BY.has(change.kind);
}

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

/** One way of attending an offer in which nothing but care stands in the way, and the candidates that open when it fits. */
type CareAlone = { readonly asked: AskedVariant; readonly candidates: number[] };

/** All such ways, those with equal answers once; `untold`: the candidates of which it cannot be told. */
type AllCareAlone = { readonly alone: readonly CareAlone[]; readonly untold: readonly number[] };

/** A change of care opens only what nothing but care stands in the way of, in some date or variant. */
function careAloneAmong({ judge, standings }: LeverTerms, closed: Uint32Array): AllCareAlone {
  const alone: CareAlone[] = [];
  const byNumber = new Map<number, CareAlone>();
  const untold: number[] = [];
  for (const candidate of closed) {
    const offers = standings.candidates.offersOf(candidate);
    if (standings.isCertainNo[candidate] === 1 && offers.length === 1) continue;
    const segment = standings.candidates.segmentOf(candidate);
    for (const offer of offers) {
      const ways = judge.onlyByCare(segment, offer);
      if (ways === undefined) untold.push(candidate);
      for (const asked of ways ?? []) {
        if (neverFits(asked.question)) continue;
        const number = numberOf(asked.question);
        const known = number === undefined ? undefined : byNumber.get(number);
        if (known !== undefined) {
          known.candidates.push(candidate);
          continue;
        }
        const added = { asked, candidates: [candidate] };
        alone.push(added);
        if (number !== undefined) byNumber.set(number, added);
      }
    }
  }
  return { alone, untold };
}

function numberOf(question: CareQuestion): number | undefined {
  return question.kind === 'sessions' || question.kind === 'day-parts' ? question.number : undefined;
}

/** Whether no change of care makes the answer a yes: it is settled, or some times are missing. */
function neverFits(question: CareQuestion): boolean {
  return question.kind === 'settled' || (question.kind === 'sessions' && !question.times.isComplete);
}

/** How many candidates each change of care opens. All changes are tried on one way of attending an offer before the next is looked at. */
function countOpenedByCare(
  { judge: stated, standings }: LeverTerms,
  { alone, untold }: AllCareAlone,
  changed: readonly Changed[],
): ReadonlyMap<Judge, number> {
  const opened = changed.map(({ judge }) => ({ judge, candidates: new Set<number>() }));
  for (const { judge, candidates } of opened) {
    for (const candidate of untold) if (opensIn(judge, standings, candidate)) candidates.add(candidate);
  }
  for (const { asked, candidates } of alone) {
    // It does not fit as things are: none of these candidates does.
    const isShut = stated.isAnswered(asked);
    for (const { judge, candidates: all } of opened) {
      if ((isShut && judge.leavesAsIs(asked)) || !judge.careFits(asked)) continue;
      for (const candidate of candidates) all.add(candidate);
    }
  }
  return new Map(opened.map(({ judge, candidates }) => [judge, candidates.size]));
}

function countOpened(judge: Judge, standings: Standings, closed: Uint32Array, decided: number): number {
  let opened = 0;
  for (const candidate of closed) {
    if (mayOpen(standings, candidate, decided) && opensIn(judge, standings, candidate)) opened += 1;
  }
  return opened;
}

/** An offer that can be attended in one way stays closed if anything else stands in its way than what a change decides. */
function mayOpen(
  { candidates, isCertainNo, unmet, unknown }: Standings,
  candidate: number,
  decided: number,
): boolean {
  const offers = candidates.offersOf(candidate);
  const [only] = offers;
  if (only === undefined || offers.length > 1) return true;
  if (countVariants(candidates.segmentOf(candidate), only) > 1) return true;
  const others = (unmet[candidate] ?? 0) & ~decided;
  return others === 0 && (isCertainNo[candidate] === 1 || ((unknown[candidate] ?? 0) & ~decided) === 0);
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
