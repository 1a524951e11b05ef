import type { Point } from '../../../shared/domain/place/point.ts';
import { DORTMUND_DISTRICTS, dortmundSchools } from '../derive-dortmund-files.ts';

/** Where something of the sample is, `postcode/street/number`: the street is one of a real school there, counted from 0. */
export type Spot = `${string}/${number}/${number}`;

/** A place of the sample: the street exists, the house does not stand for anything. */
export type SamplePlace = {
  readonly street: string;
  readonly postcode: string;
  readonly city: 'Dortmund';
  readonly district: string;
  readonly point: Point;
};

const schools = Map.groupBy(
  dortmundSchools().toSorted((one, other) => (one.street < other.street ? -1 : 1)),
  ({ area }) => area,
);

/** Up to about 150 metres away from the school, always the same way for the same spot. */
function shifted({ lat, lon }: Point, number: number): Point {
  const [north, east] = [((number * 37) % 21) - 10, ((number * 53) % 21) - 10];
  const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
  return { lat: rounded(lat + north * 0.00013), lon: rounded(lon + east * 0.0002) };
}

/** The place of a spot; throws when the postcode has no such street. */
export function placeAt(spot: string): SamplePlace {
  const [postcode = '', street = '', number = ''] = spot.split('/');
  const own = schools.get(postcode) ?? [];
  const school = own[Number(street) % Math.max(own.length, 1)];
  const district = DORTMUND_DISTRICTS.find(({ postcodes }) => postcodes.includes(postcode));
  if (school === undefined || district === undefined) throw new Error(`no place for ${spot}`);
  const name = school.street.replace(/\s+\d.*$/, '');
  return {
    street: `${name} ${number}`,
    postcode,
    city: 'Dortmund',
    district: district.id,
    point: shifted(school.point, Number(number)),
  };
}

/** Says of a name that what it names is made up. */
export function marked(name: string): string {
  return `${name} (Beispieldaten)`;
}
