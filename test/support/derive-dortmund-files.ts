// Derives the postcodes, districts and holidays of Dortmund from the sources the region ships, and writes its files anew:
// `node --import tsx test/support/derive-dortmund-files.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { fromGrid } from '../../shared/feeds/table/convert-point.ts';
import type { Point } from '../../shared/domain/place/point.ts';
import { derivePoints, type DerivedPoint, type KnownPlace } from './derive-points.ts';
import { publicHolidaysCsv, schoolHolidaysCsv } from './open-holidays.ts';

const folder = new URL('../../shared/region/dortmund/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, folder), 'utf8');

/** Fewer schools than this say less of a postcode than a published list of points. */
const ENOUGH_SCHOOLS = 3;
const YEARS = ['2026', '2027', '2028'];

const schoolRow = z.object({
  Schulform: z.string(),
  PLZ: z.string(),
  Strasse: z.string(),
  UTMRechtswert: z.string().transform(Number),
  UTMHochwert: z.string().transform(Number),
});
const geoNamesRow = z.object({
  zipcode: z.string(),
  community_code: z.string(),
  latitude: z.string().transform(Number),
  longitude: z.string().transform(Number),
});
/**
 * The postcodes that make up each of the twelve districts, as far as a postcode can: their borders cross. Our own list; a
 * postcode stands where most of its primary schools lie.
 */
export const DORTMUND_DISTRICTS: readonly {
  readonly id: string;
  readonly name: string;
  readonly postcodes: readonly string[];
}[] = [
  { id: 'innenstadt-west', name: 'Innenstadt-West', postcodes: ['44137', '44139', '44149'] },
  { id: 'innenstadt-nord', name: 'Innenstadt-Nord', postcodes: ['44145', '44147'] },
  { id: 'innenstadt-ost', name: 'Innenstadt-Ost', postcodes: ['44135', '44141', '44143'] },
  { id: 'eving', name: 'Eving', postcodes: ['44339'] },
  { id: 'scharnhorst', name: 'Scharnhorst', postcodes: ['44328', '44329'] },
  { id: 'brackel', name: 'Brackel', postcodes: ['44309', '44319'] },
  { id: 'aplerbeck', name: 'Aplerbeck', postcodes: ['44287', '44289'] },
  { id: 'hoerde', name: 'Hörde', postcodes: ['44263', '44265', '44267', '44269'] },
  { id: 'hombruch', name: 'Hombruch', postcodes: ['44225', '44227', '44229'] },
  { id: 'luetgendortmund', name: 'Lütgendortmund', postcodes: ['44379', '44388'] },
  { id: 'huckarde', name: 'Huckarde', postcodes: ['44369'] },
  { id: 'mengede', name: 'Mengede', postcodes: ['44357', '44359'] },
];

function rows<Row extends z.ZodType>(file: string, schema: Row, options: object = {}): z.output<Row>[] {
  return z.array(schema).parse(parse(read(file), { columns: true, bom: true, ...options }));
}

/** Schools of all kinds with their points; `area` is the postcode. */
export function dortmundSchools(): readonly (KnownPlace & { readonly isPrimary: boolean })[] {
  return rows('feeds/schulen-nrw.csv', schoolRow, {
    delimiter: ';',
    from_line: 2,
    relax_column_count: true,
  }).map((row) => {
    const point = fromGrid('EPSG:25832', row.UTMRechtswert, row.UTMHochwert);
    if (point === 'unreadable') throw new Error(`a school in ${row.PLZ} has no point`);
    return { area: row.PLZ, street: row.Strasse, point, isPrimary: row.Schulform === '02' };
  });
}

/** One row of `postcodes.csv`: schools where there are enough, else GeoNames unless several codes share its point. */
function postcodeRow(code: string, own: DerivedPoint | undefined, listed: Point | undefined): string {
  const of = ({ lat, lon }: Point, places: number, basis: string) =>
    `${code},${String(lat)},${String(lon)},${String(places)},${basis}`;
  if (own !== undefined && own.places >= ENOUGH_SCHOOLS) return of(own.point, own.places, 'places');
  if (listed !== undefined) return of(listed, 0, 'listed');
  return own === undefined ? `${code},,,0,none` : of(own.point, own.places, 'places');
}

function postcodes(): string {
  const own = derivePoints(dortmundSchools());
  const geoNames = rows('sources/geonames-postcodes.csv', geoNamesRow);
  const keyOf = (row: z.output<typeof geoNamesRow>) => `${String(row.latitude)}/${String(row.longitude)}`;
  const sharing = Map.groupBy(geoNames, keyOf);
  const lines = geoNames
    .toSorted((one, other) => (one.zipcode < other.zipcode ? -1 : 1))
    .map((row) => {
      const isOwn = sharing.get(keyOf(row))?.length === 1;
      const listed = isOwn ? { lat: row.latitude, lon: row.longitude } : undefined;
      return postcodeRow(row.zipcode, own.get(row.zipcode), listed);
    });
  return ['postcode,lat,lon,places,basis', ...lines, ''].join('\n');
}

function districts(): string {
  const primary = dortmundSchools().filter(({ isPrimary }) => isPrimary);
  const placed = DORTMUND_DISTRICTS.flatMap(({ id, postcodes: codes }) =>
    primary.filter(({ area }) => codes.includes(area)).map((school) => ({ ...school, area: id })),
  );
  const derived = derivePoints(placed);
  const found = DORTMUND_DISTRICTS.map(({ id, name }) => {
    const { point, places } = derived.get(id) ?? {};
    return { id, name, ...point, places };
  });
  return `${JSON.stringify(found, null, 2)}\n`;
}

/** The houses of the schools, the only addresses of the city whose points may be used here; one line a house. */
function streets(): string {
  const houses = dortmundSchools().flatMap(({ area, street, point }) => {
    const [, name = '', house = ''] = /^(.+?)\s+(\d{1,4}\s?[a-z]?)$/iu.exec(street) ?? [];
    const { lat, lon } = point;
    return name === '' || name.includes(',')
      ? []
      : [[`${name},${house.replace(' ', '')},${area}`, `${lat.toFixed(5)},${lon.toFixed(5)}`] as const];
  });
  const lines = [...new Map(houses.toReversed())].map(([key, point]) => `${key},${point}`);
  return ['street,house,postcode,lat,lon', ...lines.toSorted(), ''].join('\n');
}

const ofLand = (file: string) => ({
  file: new URL(`sources/openholidays-${file}.csv`, folder),
  land: 'NW',
  years: YEARS,
});

/** The five files of the region as they follow from its sources. */
export function deriveDortmundFiles(): Readonly<Record<string, string>> {
  return {
    'postcodes.csv': postcodes(),
    'streets.csv': streets(),
    'districts.json': districts(),
    'public-holidays.csv': publicHolidaysCsv(ofLand('public')),
    'school-holidays.csv': schoolHolidaysCsv(ofLand('school-nw')),
  };
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of Object.entries(deriveDortmundFiles()))
    writeFileSync(new URL(file, folder), text);
}
