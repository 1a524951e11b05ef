import type { Place, Precision } from '../../../shared/domain/place/place.ts';
import type { Point } from '../../../shared/domain/place/point.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import { oneOf, wholeBetween, type Chance } from '../seeded-chance.ts';
import { PRECISIONS } from './shares.ts';
import { weightedOf } from './weighted.ts';

/** Makes places all over a region: as many in each postcode, so that they lie denser where postcodes do. */
export type Spots = {
  /** A house. */
  readonly house: () => Place;
  /** A place as well known as those of courses are. */
  readonly anyPrecision: () => Place;
};

/** Degrees a house may lie off the point of its postcode to each side: about a kilometre. */
const SPREAD = { lat: 0.01, lon: 0.015 } as const;

/** Places of the region by chance. */
export function spotsOf(chance: Chance, region: Region): Spots {
  const postcodes = [...region.postcodes];
  const districts = [...region.districts];
  const house = (): Place => {
    const [postcode, middle] = oneOf(chance, postcodes);
    const street = `Straße ${String(wholeBetween(chance, 1, 4000))}, ${String(wholeBetween(chance, 1, 120))}`;
    return { street, postcode, point: near(chance, middle), precision: 'street' };
  };
  const placeOf = (precision: Precision): Place => {
    switch (precision) {
      case 'street':
        return house();
      case 'postcode': {
        const [postcode, point] = oneOf(chance, postcodes);
        return { postcode, point, precision };
      }
      case 'district': {
        if (districts.length === 0) return house();
        const [district, { point }] = oneOf(chance, districts);
        return { district, point, precision };
      }
      case 'city':
        return { city: region.name, precision };
      case 'none':
        return { precision };
    }
  };
  return { house, anyPrecision: () => placeOf(weightedOf(chance, PRECISIONS)) };
}

function near(chance: Chance, { lat, lon }: Point): Point {
  return { lat: lat + (chance() * 2 - 1) * SPREAD.lat, lon: lon + (chance() * 2 - 1) * SPREAD.lon };
}
