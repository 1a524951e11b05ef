import { addressKey } from '../../place/travel.ts';
import type { Place, Precision } from '../../place/place.ts';

/** Precisions by the number that columns hold. */
export const PRECISIONS: readonly Precision[] = ['street', 'postcode', 'district', 'city', 'none'];

/** What ways hang on. `lat` and `lon` are NaN where the place is not known at least to its postcode or district. */
export type PlaceFacts = {
  readonly lat: number;
  readonly lon: number;
  readonly precision: Precision;
  readonly postcode: string | undefined;
  readonly district: string | undefined;
  readonly address: string | undefined;
};

/** The facts of a place that ways hang on. */
export function factsOfPlace(place: Place): PlaceFacts {
  const isKnown = place.point !== undefined && place.precision !== 'city' && place.precision !== 'none';
  return {
    lat: isKnown ? place.point.lat : Number.NaN,
    lon: isKnown ? place.point.lon : Number.NaN,
    precision: place.precision,
    postcode: place.postcode,
    district: place.district,
    address: addressKey(place),
  };
}
