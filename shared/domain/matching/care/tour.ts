import type { Place } from '../../place/place.ts';
import type { Way } from '../../place/travel.ts';
import { compareForTies } from './presence.ts';

/** A stop on the way to or from a session: the place, and minutes between its begin (there) or end (back) and the session. */
export type Stop = { readonly place: Place; readonly minutes: number };

/**
 * One half of a tour. `homeMinutes`: between leaving home and the session's begin, or its end and coming home. Stops in
 * the order in which they are made, home among them when a child stays there.
 */
export type HalfTour = { readonly stops: readonly Stop[]; readonly homeMinutes: number };

/** What the tours of one session have in common; `session` is home for an online one. */
export type TourFrame = {
  readonly home: Place;
  readonly session: Place;
  readonly childAtHome: boolean;
  readonly handoverMinutes: number;
  readonly way: Way;
};

const MOST_PLACES_TO_PERMUTE = 4;

/** Every half tour to the session that the rules of section 3 allow; `undefined` when a way is not known. */
export function toursThere(frame: TourFrame, others: readonly Place[]): readonly HalfTour[] | undefined {
  return tours(frame, others, frame.way);
}

/** Every half tour home from the session; stops are given in the order in which they are made. */
export function toursBack(frame: TourFrame, others: readonly Place[]): readonly HalfTour[] | undefined {
  const back = tours(frame, others, (from, to) => frame.way(to, from));
  return back?.map((tour) => ({ ...tour, stops: [...tour.stops].reverse() }));
}

/** Both halves alike: seen from the session, the way back run backwards is a way there. */
function tours(frame: TourFrame, others: readonly Place[], way: Way): readonly HalfTour[] | undefined {
  const all: HalfTour[] = [];
  for (const order of ordersOf(frame, others, way)) {
    const tour = tourAlong(frame, order, way);
    if (tour === undefined) return undefined;
    all.push(tour);
  }
  return all;
}

function tourAlong(frame: TourFrame, order: readonly Place[], way: Way): HalfTour | undefined {
  const stops: Stop[] = [];
  let minutes = 0;
  let next = frame.session;
  for (const place of [...order].reverse()) {
    const onward = way(place, next);
    if (onward === undefined) return undefined;
    minutes += onward + frame.handoverMinutes;
    stops.unshift({ place, minutes });
    next = place;
  }
  const fromHome = way(frame.home, next);
  if (fromHome === undefined) return undefined;
  const homeMinutes = minutes + fromHome;
  if (frame.childAtHome) stops.unshift({ place: frame.home, minutes: homeMinutes + frame.handoverMinutes });
  return { stops, homeMinutes };
}

/** All orders of up to four places, home among them; with more, the farthest from the session is first. */
function ordersOf(frame: TourFrame, others: readonly Place[], way: Way): readonly (readonly Place[])[] {
  const places = others.length + (frame.childAtHome ? 1 : 0);
  if (places <= MOST_PLACES_TO_PERMUTE) return permutations([...others].sort(compareForTies));
  const far = (place: Place): number => way(place, frame.session) ?? Number.POSITIVE_INFINITY;
  return [[...others].sort((one, other) => far(other) - far(one) || compareForTies(one, other))];
}

/** All orders, lexicographic in the order given. */
function permutations(places: readonly Place[]): readonly (readonly Place[])[] {
  if (places.length <= 1) return [places];
  return places.flatMap((first, index) =>
    permutations(places.filter((_place, other) => other !== index)).map((rest) => [first, ...rest]),
  );
}
