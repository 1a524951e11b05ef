import type { Match } from '../../../shared/domain/matching/match-result.ts';
import { GOALS, type Goal } from '../../../shared/domain/offer/terms.ts';

/** Matches that serve one goal, in their order; `undefined` as goal for offers without any. */
export type GoalGroup = { readonly goal: Goal | undefined; readonly matches: readonly Match[] };

/** The first goal, in the order of the contract (degrees first), that an offer serves among those wished for. */
function goalOf({ offer }: Match, wished: readonly Goal[]): Goal | undefined {
  const among = wished.length === 0 ? GOALS : GOALS.filter((goal) => wished.includes(goal));
  return among.find((goal) => offer.goals.includes(goal));
}

/** Groups matches by goal, degrees first, each match once; the order within a group stays. */
export function groupByGoal(matches: readonly Match[], wished: readonly Goal[]): readonly GoalGroup[] {
  return [...GOALS, undefined]
    .map((goal) => ({ goal, matches: matches.filter((match) => goalOf(match, wished) === goal) }))
    .filter((group) => group.matches.length > 0);
}
