import type { Frame } from '../../frame.ts';
import { factsOfPlace, PRECISIONS, type PlaceFacts } from '../../match-index/place-facts.ts';
import { NONE, type Segment } from '../../match-index/segment.ts';
import { rowNumbers, START } from '../columns/row-numbers.ts';
import { NOT_CERTAIN, segmentWaysOf } from './segment-ways.ts';
import { isAreaOnly, wayBetween } from './ways.ts';

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

/** Makes spots by the places of one week. */
export type Spots = {
  readonly of: (facts: PlaceFacts) => Spot;
  /** A spot with these ways. */
  readonly by: (facts: PlaceFacts, out: number[], back: number[]) => Spot;
  readonly inSegment: (segment: Segment) => SegmentSpots;
};

/** The spots of a segment's places, by their rows; each way is reckoned once. */
export type SegmentSpots = {
  readonly at: (row: number) => Spot;
  /** Minutes from home, or UNKNOWN_WAY; without a spot being made. */
  readonly fromHome: (row: number) => number;
};

/**
 * The spots of one request. `week`: the facts of the places of the week. `isAnySpot`: ways to places outside the week do not matter, so that
 * places with the same `vec` are one spot.
 */
export function spotsOf(frame: Frame, week: readonly PlaceFacts[], isAnySpot: boolean): Spots {
  const between = wayBetween(frame);
  const isSameBack = frame.region.zoneMatrix === undefined;
  const vecs = rowNumbers();
  const byVec: (Spot | undefined)[] = [];
  let count = 0;

  function spotWith(vec: number, facts: PlaceFacts, out: number[], back: number[]): Spot {
    count += 1;
    return { facts, out, back, vec, number: count, isFar: Math.max(...out, ...back) > FAR_MINUTES };
  }
  function by(facts: PlaceFacts, out: number[], back: number[]): Spot {
    let vec = vecs.after(START, knownBits(isKnownPlace(facts), isAreaOnly(facts)));
    for (const minutes of out) vec = vecs.after(vec, minutes);
    if (back !== out) for (const minutes of back) vec = vecs.after(vec, minutes);
    return spotWith(vec, facts, out, back);
  }
  function of(facts: PlaceFacts): Spot {
    const out = week.map((place) => between(place, facts));
    return by(facts, out, isSameBack ? out : week.map((place) => between(facts, place)));
  }

  function inSegment(segment: Segment): SegmentSpots {
    const { lat, precision } = segment.places;
    const ways = segmentWaysOf(frame, week, segment);
    const fromHome = new Int32Array(lat.length).fill(NOT_CERTAIN);
    const known = new Array<Spot | undefined>(lat.length);
    const out = new Int32Array(week.length);

    function reckon(from: number, row: number): number {
      const minutes = ways(from, row);
      const place = week[from];
      if (minutes !== NOT_CERTAIN || place === undefined) return minutes;
      return between(place, factsOfRow(segment, row));
    }
    function wayFromHome(row: number): number {
      let minutes = fromHome[row] ?? NOT_CERTAIN;
      if (minutes === NOT_CERTAIN) {
        minutes = reckon(HOME, row);
        fromHome[row] = minutes;
      }
      return minutes;
    }
    function spotAt(row: number): Spot {
      if (row < 0 || !isSameBack) return of(factsOfRow(segment, row));
      const isArea = isAreaOnly({ precision: PRECISIONS[precision[row] ?? NONE] ?? 'none' });
      let vec = vecs.after(START, knownBits(!Number.isNaN(lat[row]), isArea));
      for (let from = HOME; from < out.length; from += 1) {
        const minutes = from === HOME ? wayFromHome(row) : reckon(from, row);
        out[from] = minutes;
        vec = vecs.after(vec, minutes);
      }
      const same = isAnySpot ? byVec[vec] : undefined;
      if (same !== undefined) return same;
      const ofRow = Array.from(out);
      const made = spotWith(vec, factsOfRow(segment, row), ofRow, ofRow);
      byVec[vec] = made;
      return made;
    }
    return { at: (row) => (known[row] ??= spotAt(row)), fromHome: wayFromHome };
  }

  return { of, by, inSegment };
}

function knownBits(isKnown: boolean, isArea: boolean): number {
  return Number(isKnown) * 2 + Number(isArea);
}

const UNKNOWN_PLACE: PlaceFacts = factsOfPlace({ precision: 'none' });

/** Whether a place is known at least to its postcode or district. */
export function isKnownPlace({ lat }: Pick<PlaceFacts, 'lat'>): boolean {
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
