import type { Point } from '../../shared/domain/place/point.ts';

/** A place whose point is known, as a source states it. `area` is its postcode or district. */
export type KnownPlace = { readonly area: string; readonly street: string; readonly point: Point };

/** A point that stands for an area, and on how many distinct places it rests. */
export type DerivedPoint = { readonly point: Point; readonly places: number };

/** Decimals kept: a ten-thousandth of a degree is 7 to 11 metres here, far finer than the method. */
const SCALE = 10_000;

/**
 * One point per area: the median, component by component, of its distinct places. Places of one street text and point
 * count once, so that a house with many courses does not pull.
 */
export function derivePoints(places: readonly KnownPlace[]): ReadonlyMap<string, DerivedPoint> {
  const areas = Map.groupBy(distinct(places), (place) => place.area);
  return new Map(
    [...areas].map(([area, own]) => [
      area,
      { point: medianPoint(own.map(({ point }) => point)), places: own.length },
    ]),
  );
}

/**
 * Points for postcodes without a place of their own: the median of the points of the postcodes with the same first four
 * digits. `places` is the number of places behind those. Codes without such a neighbour stay out.
 */
export function borrowPoints(
  codes: readonly string[],
  derived: ReadonlyMap<string, DerivedPoint>,
): ReadonlyMap<string, DerivedPoint> {
  const borrowed = new Map<string, DerivedPoint>();
  for (const code of codes) {
    const near = [...derived]
      .filter(([other]) => other.slice(0, 4) === code.slice(0, 4))
      .map(([, point]) => point);
    if (derived.has(code) || near.length === 0) continue;
    const places = near.reduce((sum, { places: own }) => sum + own, 0);
    borrowed.set(code, { point: medianPoint(near.map(({ point }) => point)), places });
  }
  return borrowed;
}

function distinct(places: readonly KnownPlace[]): readonly KnownPlace[] {
  const keyOf = ({ area, street, point }: KnownPlace) => JSON.stringify([area, street, point.lat, point.lon]);
  return [...new Map(places.map((place) => [keyOf(place), place])).values()];
}

function medianPoint(points: readonly Point[]): Point {
  return { lat: median(points.map(({ lat }) => lat)), lon: median(points.map(({ lon }) => lon)) };
}

/** The middle value, the mean of the two middle ones for an even count, rounded; `values` is not empty. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [low = 0, high = 0] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.floor(sorted.length / 2)],
  ];
  return Math.round(((low + high) / 2) * SCALE) / SCALE;
}
