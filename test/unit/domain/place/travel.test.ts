import { describe, expect, test } from 'vitest';
import { DEFAULT_FIGURES, type MatchingFigures } from '../../../../shared/domain/matching/figures.ts';
import { kilometresBetween } from '../../../../shared/domain/place/great-circle.ts';
import type { Place } from '../../../../shared/domain/place/place.ts';
import { wayBy } from '../../../../shared/domain/place/travel.ts';
import type { TravelMeans } from '../../../../shared/domain/place/travel-means.ts';

const KM_PER_DEGREE = (Math.PI * 6371.0088) / 180;

/** A house so many kilometres north of the equator. */
function north(km: number, own: Partial<Place> = {}): Place {
  return { point: { lat: km / KM_PER_DEGREE, lon: 0 }, precision: 'street', ...own };
}

const ORIGIN = north(0);

function minutes(by: TravelMeans, from: Place, to: Place, figures = DEFAULT_FIGURES): number | undefined {
  return wayBy({ by, figures })(from, to);
}

describe('great-circle distance', () => {
  test('a degree of the meridian is a 360th of the circumference', () => {
    expect(kilometresBetween({ lat: 0, lon: 0 }, { lat: 1, lon: 0 })).toBeCloseTo(111.195_08, 5);
  });

  test('half around the earth, and nothing', () => {
    expect(kilometresBetween({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBeCloseTo(Math.PI * 6371.0088, 6);
    expect(kilometresBetween({ lat: 52.5, lon: 13.4 }, { lat: 52.5, lon: 13.4 })).toBe(0);
  });

  test('meridians come together towards the poles', () => {
    const atSixty = kilometresBetween({ lat: 60, lon: 10 }, { lat: 60, lon: 10.01 });
    expect(atSixty / kilometresBetween({ lat: 0, lon: 10 }, { lat: 0, lon: 10.01 })).toBeCloseTo(0.5, 6);
  });
});

describe('minutes by the table: the last distance below a multiple of 5, and the first above', () => {
  // km x detour / speed x 60 + base: walking 17.33 a km, bike 5.571, transit 3.9, car 2.893.
  test.each<[TravelMeans, number, number]>([
    ['walk', 1.7307, 30],
    ['walk', 1.7308, 35],
    ['bike', 3.0512, 20],
    ['bike', 3.0514, 25],
    ['transit', 4.6153, 30],
    ['transit', 4.6155, 35],
    ['car', 4.8395, 20],
    ['car', 4.8398, 25],
  ])('%s %f km takes %i', (by, km, expected) => {
    expect(minutes(by, ORIGIN, north(km))).toBe(expected);
  });

  test('the shorter of walking and the chosen means is taken', () => {
    expect(minutes('transit', ORIGIN, north(0.5))).toBe(10);
    expect(minutes('transit', ORIGIN, north(5))).toBe(35);
    expect(minutes('walk', ORIGIN, north(5))).toBe(90);
  });
});

describe('a value within 1e-9 of a multiple of 5 is that multiple', () => {
  /** So fast and so near that the fixed part alone counts. */
  const fixed = (baseMinutes: number): MatchingFigures => {
    const alone = { baseMinutes, detour: 0, kmPerHour: 1 };
    return { ...DEFAULT_FIGURES, travel: { walk: alone, bike: alone, transit: alone, car: alone } };
  };

  test.each([
    [20, 20],
    [20 + 0.9e-9, 20],
    [20 + 1.1e-9, 25],
    [20 - 0.9e-9, 20],
    [20.001, 25],
    [15.001, 20],
  ])('%d is %i', (value, expected) => {
    expect(minutes('transit', ORIGIN, north(1), fixed(value))).toBe(expected);
  });
});

describe('zero minutes', () => {
  const house = { street: 'Hauptstraße 5', postcode: '12045', city: 'Berlin' };

  test('to the same point', () => {
    expect(minutes('transit', north(3), north(3))).toBe(0);
    expect(minutes('transit', north(3), north(3.001))).toBe(5);
  });

  test('to the same street and number, though the points differ', () => {
    expect(minutes('transit', north(0, house), north(2, house))).toBe(0);
    expect(minutes('transit', north(0, house), north(2, { ...house, street: 'hauptstr. 5' }))).toBe(0);
  });

  test('not to another number, another street or another postcode', () => {
    const others = [{ street: 'Hauptstraße 6' }, { street: 'Nebenstraße 5' }, { postcode: '12047' }];
    for (const other of others) {
      expect(minutes('transit', north(0, house), north(2, { ...house, ...other }))).toBeGreaterThan(0);
    }
  });

  test('not to the same street without a number', () => {
    const street = { ...house, street: 'Hauptstraße' };
    expect(minutes('transit', north(0, street), north(2, street))).toBeGreaterThan(0);
  });

  test('not to the same street without a number that has a number in its name', () => {
    const street = { ...house, street: 'Straße des 17. Juni' };
    expect(minutes('transit', north(0, street), north(2, street))).toBeGreaterThan(0);
  });

  test('number 1-3 is not number 13', () => {
    const several = north(2, { ...house, street: 'Hauptstraße 1-3' });
    expect(minutes('transit', north(0, { ...house, street: 'Hauptstraße 13' }), several)).toBeGreaterThan(0);
  });

  test('is the same there and back when one of the two does not say its postcode', () => {
    const { street, city } = house;
    const [full, short] = [north(0, house), north(2, { street, city })];
    expect([minutes('transit', full, short), minutes('transit', short, full)]).toEqual([20, 20]);
  });
});

describe('the same street and number, but no postcode', () => {
  const short = { street: 'Hauptstr. 5', city: 'Berlin' };

  test('is the same house in the same city', () => {
    expect(minutes('transit', north(0, short), north(2, short))).toBe(0);
  });

  test('is another house in another city, or where no city is given', () => {
    expect(minutes('transit', north(0, short), north(2, { ...short, city: 'Potsdam' }))).toBe(20);
    const { street } = short;
    expect(minutes('transit', north(0, { street }), north(2, { street }))).toBe(20);
  });

  test('is known even where the point is not', () => {
    const unknown: Place = { ...short, precision: 'city' };
    expect(minutes('transit', unknown, { ...unknown })).toBe(0);
  });
});

describe('two places known only by the same postcode or district take 10', () => {
  const inPostcode = (own: Partial<Place> = {}): Place =>
    north(0, { postcode: '12045', precision: 'postcode', ...own });
  const inDistrict = (own: Partial<Place> = {}): Place =>
    north(0, { district: 'neukoelln', precision: 'district', ...own });

  test('the same postcode, the same district', () => {
    expect(minutes('transit', inPostcode(), inPostcode())).toBe(10);
    expect(minutes('transit', inDistrict(), inDistrict())).toBe(10);
  });

  test('even where the point is not known, or is not the same', () => {
    for (const precision of ['postcode', 'district'] as const) {
      const area = { postcode: '12045', district: 'neukoelln', precision };
      expect(minutes('transit', area, { ...area })).toBe(10);
      expect(minutes('transit', north(0, area), north(3, area))).toBe(10);
    }
  });

  test('not where one is known by its postcode and the other by its district', () => {
    const both = { postcode: '12045', district: 'neukoelln' };
    const inOther = north(3, { ...both, precision: 'district' });
    expect(minutes('transit', inPostcode(both), inOther)).toBe(25);
    expect(minutes('transit', { precision: 'postcode' }, { precision: 'postcode' })).toBeUndefined();
    expect(minutes('transit', { precision: 'district' }, { precision: 'district' })).toBeUndefined();
  });

  test('one of them known to the house: its point counts', () => {
    const house = north(3, { postcode: '12045' });
    expect(minutes('transit', inPostcode(), house)).toBe(25);
  });

  test('another postcode: the points count', () => {
    expect(minutes('transit', inPostcode(), north(3, { postcode: '12047', precision: 'postcode' }))).toBe(25);
  });

  test('but nothing at all to the same street and number, by which they are known as well', () => {
    const house = { street: 'Hauptstraße 5' };
    expect(minutes('transit', inPostcode(house), inPostcode(house))).toBe(0);
  });

  test('another postcode with the same point, which stands for both: 10 as well', () => {
    expect(minutes('transit', inPostcode(), inPostcode({ postcode: '12047' }))).toBe(10);
    expect(minutes('transit', inPostcode(), inDistrict())).toBe(10);
  });

  test('a house at that very point takes 10 as well, since a point that stands for an area is not where somebody is', () => {
    expect(minutes('transit', inPostcode(), north(0))).toBe(10);
  });

  test('and 10 to another street', () => {
    const [one, other] = [inPostcode({ street: 'Hauptstraße 5' }), inPostcode({ street: 'Weg 1' })];
    expect(minutes('transit', one, other)).toBe(10);
  });
});

describe('how well a place is known', () => {
  test.each(['postcode', 'district'] as const)('precision %s is its point', (precision) => {
    expect(minutes('transit', ORIGIN, north(3, { precision }))).toBe(25);
  });

  test.each(['city', 'none'] as const)('precision %s is unknown', (precision) => {
    expect(minutes('transit', ORIGIN, north(3, { precision }))).toBeUndefined();
    expect(minutes('transit', north(3, { precision }), ORIGIN)).toBeUndefined();
    expect(minutes('transit', north(3, { precision }), north(3, { precision }))).toBeUndefined();
  });
});

describe('a zone matrix of the region', () => {
  const zoneMatrix = (by: TravelMeans, from: string, to: string): number | undefined =>
    by === 'transit' && from === '12045' && to === '12055' ? 40 : undefined;
  const way = wayBy({ by: 'transit', figures: DEFAULT_FIGURES, zoneMatrix });
  const [here, there] = [north(0, { postcode: '12045' }), north(3, { postcode: '12055' })];

  test('replaces the chosen means where it has the pair', () => {
    expect(way(here, there)).toBe(40);
  });

  test('is rounded up to the grid like all ways', () => {
    const odd = wayBy({ by: 'transit', figures: DEFAULT_FIGURES, zoneMatrix: () => 41 });
    expect(odd(here, there)).toBe(45);
  });

  test('says nothing where it has not: the other direction, another means, a place without a zone', () => {
    expect(way(there, here)).toBe(25);
    expect(wayBy({ by: 'car', figures: DEFAULT_FIGURES, zoneMatrix })(here, there)).toBe(15);
    expect(way(here, north(3))).toBe(25);
  });

  test('does not make walking longer', () => {
    expect(way(here, north(0.5, { postcode: '12055' }))).toBe(10);
  });

  test('does not part what is at the same point', () => {
    expect(way(here, north(0, { postcode: '12055' }))).toBe(0);
  });
});
