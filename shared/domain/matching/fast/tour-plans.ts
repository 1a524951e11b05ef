import { NeedsReference } from './needs-reference.ts';
import { HOME, type Spot, type Surroundings } from './surroundings.ts';
import { toursBack, toursThere, type HalfTour, type TourTerms } from './tours.ts';
import { UNKNOWN_WAY } from './ways.ts';

/** A child that a session concerns, with the number of the place where it is. */
export type Attending = { readonly child: number; readonly at: number; readonly goesAlone: boolean };

/** The order of children where all else is equal; `undefined` where it is not known. */
export type Ranks = readonly number[] | undefined;

/** One half of a tour. `ahead`: minutes between the session and each child's handover, children as in the plan. */
export type HalfPlan = { readonly half: HalfTour; readonly ahead: readonly number[] };

/** Every way to go to a session and home for children at some places; `undefined` where a way is not known. */
export type TourPlan =
  | {
      readonly children: readonly Attending[];
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
      throw new NeedsReference();
    }
    if (wayToSession > 0 && others.every((other) => surroundings.way(at, other) !== 0)) others.push(at);
  }
  const stays = others.length === 0 && surroundings.out(HOME, spot) === 0;
  const withHome = childAtHome && !stays;
  const there = toursThere(terms, others, spot, withHome);
  const back = toursBack(terms, others, spot, withHome);
  if (there === undefined || back === undefined) return undefined;
  const planned = (half: HalfTour): HalfPlan => ({
    half,
    ahead: children.map((one) => minutesOf(surroundings, half, one)),
  });
  return { children, there: there.map(planned), back: back.map(planned) };
}

/** Plans by what they hang on. Those with many places or children are not remembered. */
export type TourPlans = (weeks: readonly Attending[], spot: Spot) => TourPlan;

const MOST_PLACES = 64;
const MOST_REMEMBERED = 4;
const MOST_CHILDREN = 32;

/** The plans of one family, each worked out once. */
export function tourPlans(terms: TourTerms, ranks: Ranks): TourPlans {
  const byVec: Map<number, { readonly plan: TourPlan }>[] = [];
  return (children, spot) => {
    let key = 0;
    let isSmall = children.length <= MOST_REMEMBERED;
    for (const { child, at } of children) {
      if (at >= MOST_PLACES || child >= MOST_CHILDREN) isSmall = false;
      key = (key * MOST_CHILDREN + child) * MOST_PLACES + at + 1;
    }
    if (!isSmall) return tourPlanOf(terms, children, ranks, spot);
    const plans = (byVec[spot.vec] ??= new Map<number, { readonly plan: TourPlan }>());
    let known = plans.get(key);
    if (known === undefined) {
      known = { plan: tourPlanOf(terms, children, ranks, spot) };
      plans.set(key, known);
    }
    return known.plan;
  };
}

/** What is left undecided between two children hangs on what was said of them, as in the reference. */
function inOrderOfRanks(children: readonly Attending[], ranks: Ranks): readonly Attending[] {
  if (children.length < 2 || ranks === undefined) return children;
  return children.toSorted((one, other) => (ranks[one.child] ?? 0) - (ranks[other.child] ?? 0));
}

/** Without ranks nothing may be left undecided: of places that are as good as one, or that ties do not tell apart. */
function isUndecided({ order, way }: Surroundings, at: number, other: number): boolean {
  const isTie = order(at, other) === 0;
  return way(at, other) === 0 ? !isTie : isTie;
}

function minutesOf({ way }: Surroundings, half: HalfTour, { at, goesAlone }: Attending): number {
  if (goesAlone) return half.homeMinutes;
  for (const { place, minutes } of half.stops) if (way(place, at) === 0) return minutes;
  return 0;
}
