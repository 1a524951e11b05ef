// Derives the postcodes, districts and holidays of Flensburg from the sources the region ships, and writes its files anew:
// `node --import tsx test/support/derive-flensburg-files.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { readGermanPostcodes } from '../../shared/adapters/file/read-region.ts';
import { derivePoints, type KnownPlace } from './derive-points.ts';
import { publicHolidaysCsv, schoolHolidaysCsv } from './open-holidays.ts';

const folder = new URL('../../shared/region/flensburg/', import.meta.url);
const YEARS = ['2026', '2027', '2028'];

const kitas = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }),
      properties: z.object({ district: z.string(), postal_code: z.string(), address: z.string() }),
    }),
  ),
});
const words = z.object({
  place: z.object({ district: z.object({ words: z.record(z.string(), z.string()) }) }),
});

const readJson = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

/** The Kitas by what `areaOf` says of one. */
function kitasBy(areaOf: (kita: { postcode: string; district: string }) => string): readonly KnownPlace[] {
  return kitas.parse(readJson('feeds/kitas.geojson')).features.map(({ geometry, properties }) => {
    const [lon, lat] = geometry.coordinates;
    const { district, postal_code: postcode, address: street } = properties;
    return { area: areaOf({ postcode, district }), street, point: { lat, lon } };
  });
}

/** Codes that exist; the list names one that does not. */
async function postcodes(): Promise<string> {
  const existing = await readGermanPostcodes();
  if (!existing.ok) throw new Error('the list of postcodes cannot be read');
  const lines = [...derivePoints(kitasBy(({ postcode }) => postcode))]
    .filter(([code]) => existing.value.has(code))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { point, places }]) => [code, point.lat, point.lon, places, 'places'].join(','));
  return ['postcode,lat,lon,places,basis', ...lines, ''].join('\n');
}

/** In the order of the map's words, the numbers of the city's districts. */
function districts(): string {
  const derived = derivePoints(kitasBy(({ district }) => district));
  const { place } = words.parse(readJson('feeds/kitas.map.json'));
  const found = Object.entries(place.district.words).map(([name, id]) => {
    const { point, places } = derived.get(name) ?? {};
    return { id, name, ...point, places };
  });
  return `${JSON.stringify(found, null, 2)}\n`;
}

/** The four files of the region as they follow from its sources; public holidays are in the list that Dortmund ships. */
export async function deriveFlensburgFiles(): Promise<Readonly<Record<string, string>>> {
  const ofLand = (file: string) => ({ file: new URL(file, folder), land: 'SH', years: YEARS });
  return {
    'postcodes.csv': await postcodes(),
    'districts.json': districts(),
    'public-holidays.csv': publicHolidaysCsv(ofLand('../dortmund/sources/openholidays-public.csv')),
    'school-holidays.csv': schoolHolidaysCsv(ofLand('sources/openholidays-school-sh.csv')),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of Object.entries(await deriveFlensburgFiles()))
    writeFileSync(new URL(file, folder), text);
}
