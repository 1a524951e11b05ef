import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_FIGURES } from '../../../../shared/domain/matching/figures.ts';
import { kilometresBetween } from '../../../../shared/domain/place/great-circle.ts';
import type { Place, Precision } from '../../../../shared/domain/place/place.ts';
import type { Point } from '../../../../shared/domain/place/point.ts';
import { TRAVEL_MEANS, type TravelMeans } from '../../../../shared/domain/place/travel-means.ts';
import { wayBy } from '../../../../shared/domain/place/travel.ts';

/** A city and its surroundings. */
const point: fc.Arbitrary<Point> = fc.record({
  lat: fc.double({ min: 52.3, max: 52.7, noNaN: true }),
  lon: fc.double({ min: 13, max: 13.8, noNaN: true }),
});
const means = fc.constantFrom(...TRAVEL_MEANS);

/** The table of the page: fixed minutes, and minutes a kilometre. */
const TABLE: Readonly<Record<TravelMeans, readonly [number, number]>> = {
  walk: [0, (1.3 / 4.5) * 60],
  bike: [3, (1.3 / 14) * 60],
  transit: [12, (1.3 / 20) * 60],
  car: [6, (1.35 / 28) * 60],
};

/** The oracle for distance: the angle between two vectors from the middle of the earth. */
function kilometresByVectors(one: Point, other: Point): number {
  const vector = ({ lat, lon }: Point): readonly [number, number, number] => {
    const [latitude, longitude] = [(lat * Math.PI) / 180, (lon * Math.PI) / 180];
    const ring = Math.cos(latitude);
    return [ring * Math.cos(longitude), ring * Math.sin(longitude), Math.sin(latitude)];
  };
  const [a, b] = [vector(one), vector(other)];
  const cross = [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
  return 6371.0088 * Math.atan2(Math.hypot(...cross), a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
}

const place: fc.Arbitrary<Place> = fc.record(
  {
    street: fc.constantFrom('Hauptstr. 5', 'Hauptstraße 5', 'Hauptstraße', 'Weg 15'),
    postcode: fc.constantFrom('12045', '12055'),
    city: fc.constantFrom('Berlin', 'Potsdam'),
    district: fc.constantFrom('neukoelln', 'mitte'),
    point: fc.oneof(point, fc.constantFrom({ lat: 52.5, lon: 13.4 }, { lat: 52.51, lon: 13.4 })),
    precision: fc.constantFrom<Precision>('street', 'postcode', 'district', 'city', 'none'),
  },
  { requiredKeys: ['point', 'precision'] },
);

describe('ways agree with the formula of the page', () => {
  test('distance', () => {
    fc.assert(
      fc.property(point, point, (one, other) => {
        expect(kilometresBetween(one, other)).toBeCloseTo(kilometresByVectors(one, other), 6);
      }),
    );
  });

  test('minutes', () => {
    fc.assert(
      fc.property(means, point, point, (by, one, other) => {
        const km = kilometresByVectors(one, other);
        const exact = Math.min(...[TABLE.walk, TABLE[by]].map(([base, perKm]) => base + perKm * km));
        const found = wayBy({ by, figures: DEFAULT_FIGURES })(
          { point: one, precision: 'street' },
          { point: other, precision: 'street' },
        );
        expect((found ?? -1) % 5).toBe(0);
        // The oracle's distance differs in the last digits, so a value at a multiple may fall to either side.
        expect(found).toBeGreaterThan(exact - 1e-6);
        expect(found).toBeLessThan(exact + 5 + 1e-6);
      }),
    );
  });
});

describe('ways are the same there and back', () => {
  test('between any two places', () => {
    fc.assert(
      fc.property(means, place, place, (by, one, other) => {
        const way = wayBy({ by, figures: DEFAULT_FIGURES });
        expect(way(one, other)).toBe(way(other, one));
        expect(way(one, one)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  test('and asking again gives the same', () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        const way = wayBy({ by: 'transit', figures: DEFAULT_FIGURES });
        const first = way(one, other);
        expect(way(one, other)).toBe(first);
        expect(wayBy({ by: 'transit', figures: DEFAULT_FIGURES })({ ...one }, { ...other })).toBe(first);
      }),
    );
  });
});
