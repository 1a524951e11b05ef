import type { Situation } from '../../../situation/situation.ts';
import { ranksOf } from '../../care/child-order.ts';
import { isUndecided, tourPlans, type PlanFor } from '../ways/tour-plans.ts';
import type { TourTerms } from '../ways/tours.ts';

/** The orders of stops of a family; those with the same `number` are the same. */
export type Plans = { readonly number: number; readonly planFor: PlanFor };

/** `plans`: those of all families of a request, by what they hang on. */
export type PlanTerms = TourTerms & { readonly plans: Map<string, Plans> };

/** The orders of stops of one family. */
export function plansOf(terms: PlanTerms, situation: Situation, goesAlone: readonly boolean[]): Plans {
  const ranks = isAnyUndecided(terms, situation) ? ranksOf(situation) : undefined;
  const key = `${ranks?.join() ?? ''} ${goesAlone.join()}`;
  const known = terms.plans.get(key);
  if (known !== undefined) return known;
  const plans = { number: terms.plans.size, planFor: tourPlans(terms, goesAlone, ranks) };
  terms.plans.set(key, plans);
  return plans;
}

/** Whether the order of children may decide between two places of the week. */
function isAnyUndecided({ surroundings }: PlanTerms, { children }: Situation): boolean {
  const places = new Set(
    children.flatMap(({ care = [] }) => care.map(({ place }) => surroundings.numberOf(place))),
  );
  const all = [...places];
  return all.some((at, row) =>
    all.some((other, after) => after > row && isUndecided(surroundings, at, other)),
  );
}
