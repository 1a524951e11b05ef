import type { Place } from '../../place/place.ts';
import type { Situation } from '../../situation/situation.ts';
import type { Frame } from '../frame.ts';
import { factsOfPlace, PRECISIONS, type PlaceFacts } from '../match-index/place-facts.ts';
import { NONE, type Segment } from '../match-index/segment.ts';
import { rowNumbers, START } from './row-numbers.ts';
import { isAreaOnly, UNKNOWN_WAY, wayBetween, type WayBetween } from './ways.ts';

/** The number of the person's home among the places of her week. */
export const HOME = 0;
/** Nobody is on the way for longer; who is, is left to the reference. */
const FAR_MINUTES = 600;

/**
 * Where sessions take place, with its ways: `out[n]` from place `n` of the week to it, `back[n]` the other way, in minutes or
 * UNKNOWN_WAY. Spots with equal ways of which equally much is known have the same `vec`; their ways to places outside the week
 * may differ. `number`: its own. `isFar`: tours may be longer than a day.
 */
export type Spot = {
  readonly facts: PlaceFacts;
  readonly out: number[];
  readonly back: number[];
  readonly vec: number;
  readonly number: number;
  readonly isFar: boolean;
};

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
  readonly spotAt: (segment: Segment, place: number) => Spot;
  readonly spotOf: (facts: PlaceFacts) => Spot;
  readonly homeSpot: Spot;
  readonly out: (place: number, spot: Spot) => number;
  readonly back: (spot: Spot, place: number) => number;
};

const UNKNOWN_PLACE: PlaceFacts = factsOfPlace({ precision: 'none' });

/** The surroundings of a request; `situations` are all whose places may be looked at. */
export function surroundingsOf(frame: Frame, situations: readonly Situation[]): Surroundings {
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

  const vecs = rowNumbers();
  let spotCount = 0;
  function spot(facts: PlaceFacts, out: number[], back: number[]): Spot {
    let vec = vecs.after(START, Number(isKnownPlace(facts)) * 2 + Number(isAreaOnly(facts)));
    for (const minutes of out) vec = vecs.after(vec, minutes);
    if (back !== out) for (const minutes of back) vec = vecs.after(vec, minutes);
    spotCount += 1;
    return { facts, out, back, vec, number: spotCount, isFar: Math.max(...out, ...back) > FAR_MINUTES };
  }
  function spotOf(facts: PlaceFacts): Spot {
    const week = places.slice(0, ofTheWeek);
    const out = week.map((place) => between(place, facts));
    const back = frame.region.zoneMatrix === undefined ? out : week.map((place) => between(facts, place));
    return spot(facts, out, back);
  }
  const homeSpot = spot(
    places[HOME] ?? UNKNOWN_PLACE,
    places.map((_place, number) => way(number, HOME)),
    places.map((_place, number) => way(HOME, number)),
  );
  const spots = new Map<Segment, (Spot | undefined)[]>();

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
    spotAt(segment, place) {
      let known = spots.get(segment);
      if (known === undefined) {
        known = [];
        spots.set(segment, known);
      }
      return (known[place] ??= spotOf(factsOfRow(segment, place)));
    },
    spotOf,
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

/** Whether a place is known at least to its postcode or district. */
export function isKnownPlace({ lat }: PlaceFacts): boolean {
  return !Number.isNaN(lat);
}

/** The facts of one row of a segment's places; those of an unknown place for a negative row or no segment. */
export function factsOfRow(segment: Segment | undefined, row: number): PlaceFacts {
  if (row < 0 || segment === undefined) return UNKNOWN_PLACE;
  const { places, texts } = segment;
  const text = (at: number | undefined): string | undefined =>
    at === undefined || at === NONE ? undefined : texts[at];
  return {
    lat: places.lat[row] ?? Number.NaN,
    lon: places.lon[row] ?? Number.NaN,
    precision: PRECISIONS[places.precision[row] ?? -1] ?? 'none',
    postcode: text(places.postcode[row]),
    district: text(places.district[row]),
    address: text(places.address[row]),
  };
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
