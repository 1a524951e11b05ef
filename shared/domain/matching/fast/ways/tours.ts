import { HOME, type Spot, type Surroundings } from './surroundings.ts';
import { UNKNOWN_WAY } from './ways.ts';

/** A stop of a tour: the place, and minutes between its begin (there) or end (back) and the session. */
export type Stop = { readonly place: number; readonly minutes: number };
/** One half of a tour, its stops in the order in which they are made; `homeMinutes` from or to home. */
export type HalfTour = { readonly stops: readonly Stop[]; readonly homeMinutes: number };

/** What tours hang on beside their places. */
export type TourTerms = { readonly surroundings: Surroundings; readonly handoverMinutes: number };

const MOST_PLACES_TO_PERMUTE = 4;

/** Below zero when one of two with equally many uncovered cells goes first: least time away from home, then the stops by place. */
export function compareHalves({ order }: Surroundings, half: HalfTour, other: HalfTour): number {
  return half.homeMinutes - other.homeMinutes || compareStops(order, half, other);
}

function compareStops(order: Surroundings['order'], one: HalfTour, other: HalfTour): number {
  for (const [index, stop] of one.stops.entries()) {
    const against = other.stops[index];
    if (against === undefined) return 1;
    const compared = order(stop.place, against.place);
    if (compared !== 0) return compared;
  }
  return 0;
}

type Way = (from: number, to: number) => number;
/** Stands for the session among the places of a tour. */
const SESSION = -1;

/** Every half tour to a session that the rules of section 3 allow; `undefined` when a way is not known. */
export function toursThere(
  { surroundings, handoverMinutes }: TourTerms,
  others: readonly number[],
  spot: Spot,
  childAtHome: boolean,
): readonly HalfTour[] | undefined {
  const way: Way = (from, to) => (to === SESSION ? surroundings.out(from, spot) : surroundings.way(from, to));
  return toursBy(way, surroundings, others, { childAtHome, handoverMinutes });
}

/** Every half tour home. Seen from the session, the way back run backwards is a way there. */
export function toursBack(
  { surroundings, handoverMinutes }: TourTerms,
  others: readonly number[],
  spot: Spot,
  childAtHome: boolean,
): readonly HalfTour[] | undefined {
  const way: Way = (from, to) =>
    to === SESSION ? surroundings.back(spot, from) : surroundings.way(to, from);
  const tours = toursBy(way, surroundings, others, { childAtHome, handoverMinutes });
  return tours?.map((tour) => ({ ...tour, stops: tour.stops.toReversed() }));
}

function toursBy(
  way: Way,
  surroundings: Surroundings,
  others: readonly number[],
  { childAtHome, handoverMinutes }: { readonly childAtHome: boolean; readonly handoverMinutes: number },
): readonly HalfTour[] | undefined {
  const tours: HalfTour[] = [];
  for (const order of ordersOf(way, surroundings, others, childAtHome)) {
    const stops: Stop[] = [];
    let minutes = 0;
    let next = SESSION;
    for (let at = order.length - 1; at >= 0; at -= 1) {
      const place = order[at] ?? HOME;
      const onward = way(place, next);
      if (onward === UNKNOWN_WAY) return undefined;
      minutes += onward + handoverMinutes;
      stops.unshift({ place, minutes });
      next = place;
    }
    const fromHome = way(HOME, next);
    if (fromHome === UNKNOWN_WAY) return undefined;
    const homeMinutes = minutes + fromHome;
    if (childAtHome) stops.unshift({ place: HOME, minutes: homeMinutes + handoverMinutes });
    tours.push({ stops, homeMinutes });
  }
  return tours;
}

function ordersOf(
  way: Way,
  { order }: Surroundings,
  others: readonly number[],
  childAtHome: boolean,
): readonly (readonly number[])[] {
  if (others.length <= 1) return [others];
  if (others.length + (childAtHome ? 1 : 0) <= MOST_PLACES_TO_PERMUTE) {
    return permutations(others.toSorted(order));
  }
  const far = (place: number): number => {
    const minutes = way(place, SESSION);
    return minutes === UNKNOWN_WAY ? Number.POSITIVE_INFINITY : minutes;
  };
  return [others.toSorted((one, other) => far(other) - far(one) || order(one, other))];
}

/** All orders, lexicographic in the order given. */
function permutations(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length <= 1) return [places];
  return places.flatMap((first, index) =>
    permutations(places.filter((_place, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}
