import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as z from 'zod';
import { parseGermanPostcodes, type GermanPostcodes } from '../../domain/place/german-postcodes.ts';
import type { RegionProfile } from '../../domain/place/region-profile.ts';
import { parseRegionId, type Region, type RegionId } from '../../domain/place/region.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { feedsFileSchema, type FeedSettings } from '../../feeds/feed-settings.ts';
import { tableMapSchema, type TableMap } from '../../feeds/table/table-map.schema.ts';
import { assembleProfile, assembleRegion } from '../../region/assemble-region.ts';
import {
  districtsFileSchema,
  postcodeRowSchema,
  publicHolidayRowSchema,
  schoolHolidayRowSchema,
  streetRowSchema,
} from '../../region/region-tables.schema.ts';
import { regionFileSchema } from '../../region/region.schema.ts';
import { readJson, readTable, readText, type CheckedRow } from './read-checked-file.ts';
import type { RegionFailure } from './region-failure.ts';

/** The folder in which the project keeps its regions, one folder each. */
export const REGIONS_FOLDER = fileURLToPath(new URL('../../region', import.meta.url));
const GERMAN_POSTCODES = 'german-postcodes.txt';

/** A list of streets, which a region may have. */
const STREETS = 'streets.csv';

/** Column maps of tables that partners may send, which a region may have. */
const MAPS = 'maps';

/** A region as its folder says it. `folder` is where the feeds' own files are found. */
export type LoadedRegion = {
  readonly folder: string;
  readonly region: Region;
  readonly profile: RegionProfile;
  /** In the order of `feeds.json`, ids unique. */
  readonly feeds: readonly FeedSettings[];
  /** Column maps of `maps/<name>.json` by their names, for tables that partners send. */
  readonly maps: ReadonlyMap<string, TableMap>;
  /** Decides whether a postcode outside the region exists. */
  readonly germanPostcodes: GermanPostcodes;
};

/** The ids of the regions in a folder, ascending: every folder in it that has a `region.json`. */
export async function listRegions(folder = REGIONS_FOLDER): Promise<readonly RegionId[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const ids: RegionId[] = [];
  for (const entry of entries) {
    const id = parseRegionId(entry.name);
    if (id !== undefined && entry.isDirectory() && (await isFile(join(folder, id, 'region.json'))))
      ids.push(id);
  }
  return ids.toSorted();
}

/** Reads and checks all files of a region's folder; the first that is missing or wrong is the failure. */
export async function readRegion(folder: string): Promise<Result<LoadedRegion, RegionFailure>> {
  if (!(await isFolder(folder))) return failed({ code: 'region-missing', file: basename(folder) });
  const germanPostcodes = await readGermanPostcodes();
  if (!germanPostcodes.ok) return germanPostcodes;
  const region = await readJson(folder, 'region.json', regionFileSchema);
  if (!region.ok) return region;
  if (region.value.id !== basename(folder)) {
    return failed({
      code: 'wrong-value',
      file: 'region.json',
      field: 'id',
      expected: 'the name of the folder',
    });
  }
  const postcodes = await readKeyed(folder, 'postcodes.csv', postcodeRowSchema, (row) => row.postcode);
  if (!postcodes.ok) return postcodes;
  const unknown = postcodes.value.find(({ row }) => !germanPostcodes.value.has(row.postcode));
  if (unknown !== undefined) {
    const expected = 'a postcode that exists';
    return failed({
      code: 'wrong-value',
      file: 'postcodes.csv',
      line: unknown.line,
      field: 'postcode',
      expected,
    });
  }
  const streets = await readKeyed(
    folder,
    STREETS,
    streetRowSchema,
    (row) => `${row.postcode} ${row.street} ${row.house}`,
  );
  const hasNoStreets = !streets.ok && streets.failure.code === 'file-missing';
  if (!streets.ok && !hasNoStreets) return streets;
  const districts = await readJson(folder, 'districts.json', districtsFileSchema);
  if (!districts.ok) return districts;
  const publicHolidays = await readKeyed(
    folder,
    'public-holidays.csv',
    publicHolidayRowSchema,
    (row) => row.date,
  );
  if (!publicHolidays.ok) return publicHolidays;
  const schoolHolidays = await readKeyed(
    folder,
    'school-holidays.csv',
    schoolHolidayRowSchema,
    (row) => row.first,
  );
  if (!schoolHolidays.ok) return schoolHolidays;
  const feeds = await readFeeds(folder);
  if (!feeds.ok) return feeds;
  const maps = await readMaps(folder);
  if (!maps.ok) return maps;

  const files = {
    region: region.value,
    postcodes: rowsOf(postcodes.value),
    streets: streets.ok ? rowsOf(streets.value) : [],
    districts: districts.value,
    publicHolidays: rowsOf(publicHolidays.value),
    schoolHolidays: rowsOf(schoolHolidays.value),
  };
  return ok({
    folder,
    region: assembleRegion(files),
    profile: assembleProfile(files),
    feeds: feeds.value,
    maps: maps.value,
    germanPostcodes: germanPostcodes.value,
  });
}

/** The feeds of a region, tables with the column maps they name. */
async function readFeeds(folder: string): Promise<Result<readonly FeedSettings[], RegionFailure>> {
  const listed = await readJson(folder, 'feeds.json', feedsFileSchema);
  if (!listed.ok) return listed;
  const feeds: FeedSettings[] = [];
  for (const feed of listed.value) {
    if (feed.map === undefined) {
      feeds.push(feed);
      continue;
    }
    const table = await readJson(folder, feed.map, tableMapSchema);
    if (!table.ok) return table;
    feeds.push({ ...feed, table: table.value });
  }
  return ok(feeds);
}

/** The column maps that partners may name; none where the region has no folder of them. */
async function readMaps(folder: string): Promise<Result<LoadedRegion['maps'], RegionFailure>> {
  const maps = new Map<string, TableMap>();
  const files = await readdir(join(folder, MAPS)).catch(() => []);
  for (const file of files.toSorted()) {
    const name = /^([a-z0-9][a-z0-9-]{0,39})\.json$/.exec(file)?.[1];
    if (name === undefined) continue;
    const map = await readJson(folder, `${MAPS}/${file}`, tableMapSchema);
    if (!map.ok) return map;
    maps.set(name, map.value);
  }
  return ok(maps);
}

/** The list of all postcodes of Germany, which the regions share. */
export async function readGermanPostcodes(): Promise<Result<GermanPostcodes, RegionFailure>> {
  const text = await readText(REGIONS_FOLDER, GERMAN_POSTCODES);
  if (!text.ok) return text;
  const codes = parseGermanPostcodes(text.value);
  return codes === undefined
    ? failed({ code: 'unreadable', file: GERMAN_POSTCODES, expected: 'a list of postcodes' })
    : ok(codes);
}

/** A table in which no two rows have the same key. */
async function readKeyed<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
  keyOf: (row: z.output<Schema>) => string | number,
): Promise<Result<readonly CheckedRow<z.output<Schema>>[], RegionFailure>> {
  const rows = await readTable(folder, file, schema);
  if (!rows.ok) return rows;
  const seen = new Set<string | number>();
  for (const { line, row } of rows.value) {
    if (seen.has(keyOf(row))) return failed({ code: 'repeated', file, line });
    seen.add(keyOf(row));
  }
  return rows;
}

function rowsOf<Row>(checked: readonly CheckedRow<Row>[]): readonly Row[] {
  return checked.map(({ row }) => row);
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
