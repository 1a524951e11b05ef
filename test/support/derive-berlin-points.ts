// Derives the points of Berlin's postcodes and districts from the places of the courses that the region ships, and
// writes postcodes.csv and districts.json anew: `node --import tsx test/support/derive-berlin-points.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { borrowPoints, derivePoints, type KnownPlace } from './derive-points.ts';

const folder = new URL('../../shared/region/berlin/', import.meta.url);

const address = z.object({
  plz: z.string().nullish(),
  strasse: z.string().nullish(),
  laengengrad: z.string().nullish(),
  breitengrad: z.string().nullish(),
});
const feed = z.object({
  veranstaltungen: z.object({
    veranstaltung: z.array(
      z.object({
        bezirk: z.string(),
        ortetermine: z
          .object({ adresse: z.union([address.nullable(), z.array(address.nullable())]).optional() })
          .nullish(),
      }),
    ),
  }),
});

type CoursePlace = {
  readonly postcode: string;
  readonly district: string;
  readonly place: Omit<KnownPlace, 'area'>;
};

/** Places of the courses that have coordinates and a postcode out of `codes`. */
function coursePlaces(codes: ReadonlySet<string>): CoursePlace[] {
  const bytes = gunzipSync(readFileSync(new URL('feeds/kurse.json.gz', folder)));
  const courses = feed.parse(JSON.parse(bytes.toString('utf8'))).veranstaltungen.veranstaltung;
  return courses.flatMap((course) =>
    [course.ortetermine?.adresse ?? []].flat().flatMap((own) => {
      const postcode = own?.plz?.trim() ?? '';
      const [lat, lon] = [Number(own?.breitengrad ?? 0), Number(own?.laengengrad ?? 0)];
      if (lat === 0 || lon === 0 || !codes.has(postcode)) return [];
      const place = { street: own?.strasse?.trim() ?? '', point: { lat, lon } };
      return [{ postcode, district: course.bezirk, place }];
    }),
  );
}

/** The two files as they follow from the courses; the postcodes that belong to Berlin are those the file lists now. */
export function deriveBerlinFiles(): { readonly postcodes: string; readonly districts: string } {
  const listed = readFileSync(new URL('postcodes.csv', folder), 'utf8').trimEnd().split('\n').slice(1);
  const codes = listed.map((line) => line.slice(0, 5));
  const places = coursePlaces(new Set(codes));
  const own = derivePoints(places.map(({ postcode, place }) => ({ area: postcode, ...place })));
  const borrowed = borrowPoints(codes, own);
  const rows = codes.map((code) => {
    const found = own.get(code) ?? borrowed.get(code);
    if (found === undefined) return `${code},,,0,none`;
    const { point, places: count } = found;
    return `${code},${String(point.lat)},${String(point.lon)},${String(count)},${own.has(code) ? 'places' : 'borrowed'}`;
  });
  const districts = [...derivePoints(places.map(({ district, place }) => ({ area: district, ...place })))]
    .map(([name, { point, places: count }]) => ({ id: districtId(name), name, ...point, places: count }))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    postcodes: ['postcode,lat,lon,places,basis', ...rows, ''].join('\n'),
    districts: JSON.stringify(districts, null, 2) + '\n',
  };
}

function districtId(name: string): string {
  return name.toLowerCase().replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ä', 'ae');
}

if (process.argv[1] === import.meta.filename) {
  const files = deriveBerlinFiles();
  writeFileSync(new URL('postcodes.csv', folder), files.postcodes);
  writeFileSync(new URL('districts.json', folder), files.districts);
}
