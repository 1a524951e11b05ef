import fc from 'fast-check';
import type { Place } from '../../../shared/domain/place/place.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { day } from '../some-offer.ts';
import { SOME_REGION } from '../some-region.ts';
import { usually } from './stated.ts';

/** A house so many degrees north and east of the middle of Neukölln. */
function house(street: string, postcode: string, north: number, east: number): Place {
  return { street, postcode, point: { lat: 52.48 + north, lon: 13.44 + east }, precision: 'street' };
}

const NEAR_HOUSES: readonly Place[] = [
  { ...house('Kanalstraße 1', '12045', 0.006, -0.004), city: 'Berlin' },
  { ...house('Hauptstraße 5', '12055', -0.007, 0.006), city: 'Berlin' },
  house('Ring 3', '12055', -0.02, 0.02),
  house('Weg 9', '12043', 0.01, 0.03),
];
const FAR_HOUSES: readonly Place[] = [
  house('Allee 70', '10115', 0.055, -0.06),
  house('Allee 71', '13055', 0.1, 0.1),
];
const AREAS: readonly Place[] = [
  { postcode: '12045', point: { lat: 52.486, lon: 13.436 }, precision: 'postcode' },
  { postcode: '12055', point: { lat: 52.473, lon: 13.446 }, precision: 'postcode' },
  { district: 'neukoelln', point: { lat: 52.48, lon: 13.44 }, precision: 'district' },
];

/** Each place is an object of its own, as it is when it was parsed. */
function oneOf(places: readonly Place[]): fc.Arbitrary<Place> {
  return fc.constantFrom(...places).map((place) => ({ ...place }));
}

/** Places without a point: only the city, or nothing. */
export const unknownPlace = oneOf([{ city: 'Berlin', precision: 'city' }, { precision: 'none' }]);

/** A postcode of another city. */
export const placeOutside = oneOf([{ postcode: '80331', precision: 'none' }]);

/** A house, postcode or district within a few kilometres. */
export const nearPlace = oneOf([...NEAR_HOUSES, ...AREAS]);

/** Any place of the city, now and then one without a point. */
export const anyPlace = usually(oneOf([...NEAR_HOUSES, ...FAR_HOUSES, ...AREAS]), unknownPlace, 13);

/** Three houses within reach of each other, by which children of one family are apart. */
export const THREE_PLACES = NEAR_HOUSES.slice(0, 3);

/** The small Berlin with holidays, booking classes and an early end of all-day school; ways follow from points. */
export const REQUEST_REGION: Region = {
  ...SOME_REGION.region,
  usualGermanGate: 'B2',
  allDaySchoolEnd: 960,
  publicHolidays: new Set([day('2025-05-01'), day('2025-05-29'), day('2025-06-09')]),
  schoolHolidays: [
    { first: day('2025-04-14'), last: day('2025-04-25') },
    { first: day('2025-07-24'), last: day('2025-09-06') },
  ],
  bookingPresets: [
    { weeklyHours: 25, from: 450, to: 750 },
    { weeklyHours: 35, from: 450, to: 870 },
    { weeklyHours: 45, from: 435, to: 975 },
  ],
};
