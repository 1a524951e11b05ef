import type { Place } from '../../../place/place.ts';
import type { Situation } from '../../../situation/situation.ts';
import type { Frame } from '../../frame.ts';
import { factsOfPlace, type PlaceFacts } from '../../match-index/place-facts.ts';
import type { Segment } from '../../match-index/segment.ts';
import { bySegment } from '../columns/by-segment.ts';
import { HOME, spotsOf, type SegmentSpots, type Spot } from './spots.ts';
import { UNKNOWN_WAY, wayBetween, type WayBetween } from './ways.ts';

export { factsOfRow, HOME, isKnownPlace, type Spot } from './spots.ts';

/** The places of one request, and the ways between them. */
export type Surroundings = {
  /** The number of a place of the week; HOME for none. */
  readonly numberOf: (place: Place | undefined) => number;
  /** Gives a place outside the week a number. */
  readonly add: (facts: PlaceFacts) => number;
  readonly facts: (place: number) => PlaceFacts;
  /** From one place of the week to another, minutes or UNKNOWN_WAY. */
  readonly way: (from: number, to: number) => number;
  /** Below zero when `one` goes first where all else is equal: by latitude, then longitude, unknown last. */
  readonly order: (one: number, other: number) => number;
  /** Whether somebody of the family may be at a place anyway: a place of the week is no way from it. */
  readonly isOnTheWay: (place: number) => boolean;
  /** The spot of a place's row in a segment. */
  readonly spotAt: (segment: Segment, place: number) => Spot;
  /** Minutes from home to the rows of a segment's places, or UNKNOWN_WAY; without their spots. */
  readonly waysFromHome: (segment: Segment) => SegmentSpots['fromHome'];
  readonly spotOf: (facts: PlaceFacts) => Spot;
  readonly homeSpot: Spot;
  readonly out: (place: number, spot: Spot) => number;
  readonly back: (spot: Spot, place: number) => number;
};

const UNKNOWN_PLACE: PlaceFacts = factsOfPlace({ precision: 'none' });

/**
 * The surroundings of a request; `situations` are all whose places may be looked at. `isAnySpot`: ways to places outside the week do not
 * matter, so that places with the same `vec` are one spot.
 */
export function surroundingsOf(
  frame: Frame,
  situations: readonly Situation[],
  isAnySpot: boolean,
): Surroundings {
  const between = wayBetween(frame);
  const numbers = new Map<Place, number>();
  const byFacts = new Map<string, number>();
  const places: PlaceFacts[] = [];
  const ways: number[][] = [];
  const own = new Set([frame.home, ...placesOf(frame.situation)]);

  function add(facts: PlaceFacts): number {
    places.push(facts);
    ways.push([]);
    return places.length - 1;
  }
  function register(place: Place): void {
    if (numbers.has(place)) return;
    const facts = factsOfPlace(place);
    // Places of changes are made anew for each of them, and no two of them are ever in one week.
    const key = own.has(place) ? undefined : JSON.stringify(facts);
    const known = key === undefined ? undefined : byFacts.get(key);
    const number = known ?? add(facts);
    numbers.set(place, number);
    if (key !== undefined) byFacts.set(key, number);
  }
  register(frame.home);
  for (const situation of situations) for (const place of placesOf(situation)) register(place);
  const ofTheWeek = places.length;

  function way(from: number, to: number): number {
    if (from === to) return 0;
    const row = ways[from] ?? [];
    return (row[to] ??= between(places[from] ?? UNKNOWN_PLACE, places[to] ?? UNKNOWN_PLACE));
  }

  const spots = spotsOf(frame, places.slice(0, ofTheWeek), isAnySpot);
  const homeSpot = spots.by(
    places[HOME] ?? UNKNOWN_PLACE,
    places.map((_place, number) => way(number, HOME)),
    places.map((_place, number) => way(HOME, number)),
  );
  const inSegment = bySegment(spots.inSegment);

  return {
    numberOf: (place) => {
      if (place === undefined) return HOME;
      const number = numbers.get(place) ?? byFacts.get(JSON.stringify(factsOfPlace(place)));
      if (number === undefined) throw new RangeError('a place that no situation of the request names');
      return number;
    },
    add,
    facts: (place) => places[place] ?? UNKNOWN_PLACE,
    way,
    order: (one, other) => compareForTies(places[one] ?? UNKNOWN_PLACE, places[other] ?? UNKNOWN_PLACE),
    isOnTheWay(place) {
      for (let of = HOME; of < ofTheWeek; of += 1) if (way(of, place) === 0) return true;
      return false;
    },
    spotAt: (segment, place) => inSegment(segment).at(place),
    waysFromHome: (segment) => inSegment(segment).fromHome,
    spotOf: spots.of,
    homeSpot,
    out: (place, at) => (at.out[place] ??= waysOf(between, places, place, at, true)),
    back: (at, place) => (at.back[place] ??= waysOf(between, places, place, at, false)),
  };
}

function waysOf(
  between: WayBetween,
  places: readonly PlaceFacts[],
  place: number,
  spot: Spot,
  isOut: boolean,
): number {
  const facts = places[place];
  if (facts === undefined) return UNKNOWN_WAY;
  return isOut ? between(facts, spot.facts) : between(spot.facts, facts);
}

function placesOf({ children }: Situation): readonly Place[] {
  return children.flatMap(({ care = [] }) =>
    care.flatMap(({ place }) => (place === undefined ? [] : [place])),
  );
}

function compareForTies(one: PlaceFacts, other: PlaceFacts): number {
  const [unknown, otherUnknown] = [Number.isNaN(one.lat), Number.isNaN(other.lat)];
  if (unknown || otherUnknown) return Number(unknown) - Number(otherUnknown);
  return one.lat - other.lat || one.lon - other.lon;
}
