import { NEEDS_REFERENCE } from '../needs-reference.ts';
import type { SessionNeeds } from '../sessions/session-needs.ts';
import { HOME, type Spot, type Surroundings } from './surroundings.ts';
import { compareHalves, toursBack, toursThere, type HalfTour, type TourTerms } from './tours.ts';
import { UNKNOWN_WAY } from './ways.ts';

/** A child that a session concerns, with the number of the place where it is. */
export type Attending = { readonly child: number; readonly at: number; readonly goesAlone: boolean };

/** The order of children where all else is equal; `undefined` where it is not known. */
export type Ranks = readonly number[] | undefined;

/** One half of a tour: minutes between the session and each child's handover, children ascending. */
export type HalfPlan = { readonly ahead: readonly number[] };

/** Every way to go to a session and home for children at some places, the better of two that cover as much first; `undefined` where a way is not known. */
export type TourPlan =
  | {
      readonly there: readonly HalfPlan[];
      readonly back: readonly HalfPlan[];
    }
  | undefined;

/** The plans for children at their places, by section 3 of the matching page. */
export function tourPlanOf(
  terms: TourTerms,
  children: readonly Attending[],
  ranks: Ranks,
  spot: Spot,
): TourPlan {
  const { surroundings } = terms;
  const others: number[] = [];
  let childAtHome = false;
  for (const { at, goesAlone } of inOrderOfRanks(children, ranks)) {
    if (goesAlone) continue;
    if (surroundings.way(at, HOME) === 0) {
      childAtHome = true;
      continue;
    }
    const wayToSession = surroundings.out(at, spot);
    if (wayToSession === UNKNOWN_WAY) return undefined;
    if (ranks === undefined && others.some((other) => at !== other && isUndecided(surroundings, at, other))) {
      throw NEEDS_REFERENCE;
    }
    if (wayToSession > 0 && others.every((other) => surroundings.way(at, other) !== 0)) others.push(at);
  }
  const stays = others.length === 0 && surroundings.out(HOME, spot) === 0;
  const withHome = childAtHome && !stays;
  const there = toursThere(terms, others, spot, withHome);
  const back = toursBack(terms, others, spot, withHome);
  if (there === undefined || back === undefined) return undefined;
  // Pushed, not mapped; see DESIGN.md.
  const planned = (half: HalfTour): HalfPlan => {
    const ahead: number[] = [];
    for (const child of children) ahead.push(minutesOf(surroundings, half, child));
    return { ahead };
  };
  const inOrder = (halves: readonly HalfTour[]): readonly HalfPlan[] => {
    const plans: HalfPlan[] = [];
    for (const half of halves.toSorted((one, other) => compareHalves(surroundings, one, other)))
      plans.push(planned(half));
    return plans;
  };
  return { there: inOrder(there), back: inOrder(back) };
}

/** The plan for the children in the columns of some needs, `concerned` as bits; `undefined` where a way is not known. */
export type PlanFor = (needs: SessionNeeds, concerned: number, spot: Spot) => TourPlan;

const MOST_PLACES = 64;
const MOST_REMEMBERED = 4;
const MOST_CONCERNED = 2 ** 20;

/** The plans of one family, each worked out once; those with many places or children are not remembered. */
export function tourPlans(terms: TourTerms, goesAlone: readonly boolean[], ranks: Ranks): PlanFor {
  const byVec: Map<number, { readonly plan: TourPlan }>[] = [];
  return (needs, concerned, spot) => {
    const { count } = needs;
    const { at } = needs.rows;
    let key = concerned;
    let isSmall = count <= MOST_REMEMBERED && concerned < MOST_CONCERNED;
    for (let row = 0; row < count; row += 1) {
      const place = at[row] ?? HOME;
      if (place >= MOST_PLACES) isSmall = false;
      key = key * MOST_PLACES + place;
    }
    if (!isSmall) return tourPlanOf(terms, attendingOf(needs, goesAlone), ranks, spot);
    const plans = (byVec[spot.vec] ??= new Map<number, { readonly plan: TourPlan }>());
    let known = plans.get(key);
    if (known === undefined) {
      known = { plan: tourPlanOf(terms, attendingOf(needs, goesAlone), ranks, spot) };
      plans.set(key, known);
    }
    return known.plan;
  };
}

/** The children in the columns of some needs. */
export function attendingOf(
  { count, rows: { child, at } }: SessionNeeds,
  goesAlone: readonly boolean[],
): readonly Attending[] {
  return Array.from(child.subarray(0, count), (index, row) => ({
    child: index,
    at: at[row] ?? HOME,
    goesAlone: goesAlone[index] === true,
  }));
}

/** What is left undecided between two children hangs on what was said of them, as in the reference. */
function inOrderOfRanks(children: readonly Attending[], ranks: Ranks): readonly Attending[] {
  if (children.length < 2 || ranks === undefined) return children;
  return children.toSorted((one, other) => (ranks[one.child] ?? 0) - (ranks[other.child] ?? 0));
}

/** Without ranks nothing may be left undecided: of places that are as good as one, or that ties do not tell apart. */
export function isUndecided({ order, way }: Surroundings, at: number, other: number): boolean {
  const isTie = order(at, other) === 0;
  return way(at, other) === 0 ? !isTie : isTie;
}

function minutesOf({ way }: Surroundings, half: HalfTour, { at, goesAlone }: Attending): number {
  if (goesAlone) return half.homeMinutes;
  for (const { place, minutes } of half.stops) if (way(place, at) === 0) return minutes;
  return 0;
}
