import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  NOT_CERTAIN,
  segmentWaysOf,
} from '../../../../../../shared/domain/matching/fast/ways/segment-ways.ts';
import { factsOfRow } from '../../../../../../shared/domain/matching/fast/ways/spots.ts';
import { wayBetween } from '../../../../../../shared/domain/matching/fast/ways/ways.ts';
import { buildSegment } from '../../../../../../shared/domain/matching/match-index/build-segment.ts';
import { factsOfPlace } from '../../../../../../shared/domain/matching/match-index/place-facts.ts';
import type { Place, Precision } from '../../../../../../shared/domain/place/place.ts';
import type { Point } from '../../../../../../shared/domain/place/point.ts';
import { TRAVEL_MEANS } from '../../../../../../shared/domain/place/travel-means.ts';
import { regionByPoints } from '../../../../../support/family-language.ts';
import { someOffer } from '../../../../../support/some-offer.ts';

const region = regionByPoints();
const { travel } = region.figures;
const HOME: Point = { lat: 52.5, lon: 13.4 };

/** A point so far north of home that a way takes some whole steps of the grid, give or take next to nothing. */
const nextToStep: fc.Arbitrary<Point> = fc
  .tuple(
    fc.constantFrom(...TRAVEL_MEANS),
    fc.integer({ min: 0, max: 24 }),
    fc.constantFrom(0, 1e-15, -1e-15, 1e-13, -1e-13, 1e-10, -1e-10, 1e-7, -1e-7),
  )
  .map(([by, steps, more]) => {
    const { baseMinutes, detour, kmPerHour } = travel[by];
    const km = (Math.max(0, steps * 5 - baseMinutes) / 60) * (kmPerHour / detour);
    return { lat: HOME.lat + (km / 6371.0088) * (180 / Math.PI) + more, lon: HOME.lon };
  });

const anywhere: fc.Arbitrary<Point> = fc.record({
  lat: fc.oneof(
    fc.double({ min: 52.3, max: 52.7, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  ),
  lon: fc.oneof(
    fc.double({ min: 13, max: 13.8, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
  ),
});

const place: fc.Arbitrary<Place> = fc.record(
  {
    point: fc.oneof(nextToStep, anywhere, fc.constant(HOME)),
    precision: fc.constantFrom<Precision>('street', 'street', 'postcode', 'district', 'city', 'none'),
    street: fc.constantFrom('Hauptstr. 5', 'Weg 15'),
    postcode: fc.constantFrom('12045', '12055'),
    district: fc.constantFrom('neukoelln', 'mitte'),
  },
  { requiredKeys: ['precision'] },
);

test('where straight lines are certain of a way, it is that of the rule', () => {
  let certain = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...TRAVEL_MEANS),
      place,
      fc.array(place, { maxLength: 6 }),
      (by, from, places) => {
        const segment = buildSegment(
          someOffer('one:1').freshness.feed,
          [someOffer('one:1', { places })],
          region.publicHolidays,
        );
        const week = [factsOfPlace({ precision: 'street', point: HOME }), factsOfPlace(from)];
        const ways = segmentWaysOf({ by, region }, week, segment);
        const between = wayBetween({ by, region });
        for (const [number, facts] of week.entries()) {
          for (const row of segment.places.lat.keys()) {
            const way = ways(number, row);
            if (way === NOT_CERTAIN) continue;
            certain += 1;
            expect(way).toBe(between(facts, factsOfRow(segment, row)));
          }
        }
      },
    ),
    { numRuns: 2_000, seed: 17 },
  );
  expect(certain).toBeGreaterThan(1_000);
});
