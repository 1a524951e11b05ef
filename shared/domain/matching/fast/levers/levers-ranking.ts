import type { Frame } from '../../frame.ts';
import type { AppliedChange } from '../../levers/applied-change.ts';
import { granted } from '../../levers/granted.ts';
import type { Change, MatchResult } from '../../match-result.ts';
import { bitOf } from '../answer.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { rankOf } from '../judged.ts';
import type { Judge } from '../judge-offer.ts';
import { countOpenedByCare, opensIn, type Trial } from './opened-by-care.ts';
import { pathThrough, type TriedOnAll } from './path-ranking.ts';
import { isInOneWay, type Standings } from '../standings.ts';

const MOST_LEVERS = 5;

/** What levers are found with: how all candidates stand, all changes in their order, and the judge after one of them. */
export type LeverTerms = {
  readonly frame: Frame;
  readonly standings: Standings;
  readonly judge: Judge;
  readonly care: CareTerms;
  readonly changes: readonly AppliedChange[];
  readonly trialIn: (change: AppliedChange) => Trial;
};

/** A change, and the judge after it. */
type Changed = { readonly applied: AppliedChange; readonly trial: Trial };

type Tried = TriedOnAll & { readonly opens: number };

/** Finds levers, else a path. */
export type LeversOn = (terms: LeverTerms) => Pick<MatchResult, 'levers' | 'path'>;

/** The five changes that open most offers, or the pair of criteria that stands in the way of most; equal to `leversFor`. */
export const leversOn: LeversOn = (terms) => {
  const { frame, standings, trialIn } = terms;
  const closed = closedOf(standings);
  const changed = terms.changes.map((applied): Changed => ({ applied, trial: trialIn(applied) }));
  const ofCare = changed.flatMap(({ applied: { change }, trial }) =>
    DECIDED_BY.has(change.kind) ? [] : [trial],
  );
  const openedByCare = countOpenedByCare(terms, closed, ofCare);
  const tried = changed.map(({ applied: { change }, trial }): Tried => {
    const { judge } = trial;
    const decided = DECIDED_BY.get(change.kind);
    const opens =
      decided === undefined ? (openedByCare.get(trial) ?? 0) : countOpened(judge, standings, closed, decided);
    return { change: granted(frame, change), decides: decided ?? bitOf('care'), opens, judge };
  });
  const levers = tried
    .filter(({ opens }) => opens > 0)
    .sort((one, other) => other.opens - one.opens)
    .slice(0, MOST_LEVERS)
    .map(({ change, opens }) => ({ change, opens }));
  const path = levers.length === 0 ? pathThrough(standings, terms.judge, tried) : undefined;
  return { levers, ...(path === undefined ? {} : { path }) };
};

/** Changes that are not of care leave that criterion as it is: those that each of them may decide, as bits. */
const DECIDED_BY: ReadonlyMap<Change['kind'], number> = new Map([
  ['travel', bitOf('reach')],
  ['german', bitOf('german')],
  ['start-later', bitOf('start')],
  ['online-too', bitOf('format')],
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
  const others = (unmet[candidate] ?? 0) & ~decided;
  const isDecided =
    others === 0 && (isCertainNo[candidate] === 1 || ((unknown[candidate] ?? 0) & ~decided) === 0);
  return isDecided || !isInOneWay(candidates, candidate);
}
