import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { recordsOfCsv } from '../shared/adapters/file/csv-records.ts';
import { recordsFileOf } from '../shared/adapters/file/table-records.ts';
import type { DeployedStage } from './stage-settings.ts';

const REGIONS = join(import.meta.dirname, '../shared/region');
const GERMAN_POSTCODES = 'german-postcodes.txt';
/** Column maps that partners may name. */
const MAPS = 'maps';

/**
 * A feed as the stack sees it. `schedule` is a local time `HH:MM` of every day; without one the feed is never fetched by
 * itself. `wholeOn`: the one day of the week on which all of it is, only what has changed on the others. `occupancyMinute`: the
 * minute of every hour at which the occupancy file beside it is read.
 */
export type DeployedFeed = {
  readonly id: string;
  readonly schedule?: string;
  readonly wholeOn?: DayOfWeek;
  readonly occupancyMinute?: number;
};

/** Days by the names of `feeds.json`, in the order of the scheduler, whose first day is Sunday. */
export const DAYS_OF_WEEK = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'] as const;
export type DayOfWeek = (typeof DAYS_OF_WEEK)[number];

/** What a stage serves of a region. */
export type StageFeeds = {
  readonly feeds: readonly DeployedFeed[];
  /** `feeds.json` as it is deployed. */
  readonly text: string;
  /** Files of the region's folder that say how a feed is read. */
  readonly maps: readonly string[];
  /** Files of the region's folder that are feeds themselves. */
  readonly sources: readonly string[];
};

/**
 * The feeds of a region that may be deployed to a stage: in production those released for it, never a sample. Throws for
 * a region without such a feed, or whose date stands still, in production.
 */
export async function readStageFeeds(
  region: string,
  stage: DeployedStage,
  regions = REGIONS,
): Promise<StageFeeds> {
  const entries = listOf(await readJson(join(regions, region, 'feeds.json'))).filter(isSwitchedOn);
  const kept = stage === 'production' ? entries.filter(isReleased) : entries;
  if (stage === 'production') await assertMoves(join(regions, region), kept);
  return {
    feeds: kept.map(feedOf),
    text: `${JSON.stringify(kept, null, 2)}\n`,
    maps: kept.flatMap((entry) => (typeof entry['map'] === 'string' ? [entry['map']] : [])),
    sources: kept.flatMap((entry) => [...filesOf(entry['source']), ...filesOf(occupancyOf(entry)['source'])]),
  };
}

/** Copies what a function reads of its region to `folder`: its tables, as records, and `files` of it. Throws for a table that is broken. */
export async function copyRegion(
  folder: string,
  wanted: { readonly region: string; readonly feedsText: string; readonly files: readonly string[] },
): Promise<void> {
  const from = join(REGIONS, wanted.region);
  const to = join(folder, wanted.region);
  const entries = await readdir(from, { withFileTypes: true });
  const tables = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const maps = await readdir(join(from, MAPS)).catch(() => []);
  for (const file of [...tables, ...maps.map((name) => join(MAPS, name)), ...wanted.files]) {
    await mkdir(dirname(join(to, file)), { recursive: true });
    if (tables.includes(file) && file.endsWith('.csv')) await copyAsRecords(from, to, file);
    else await copyFile(join(from, file), join(to, file));
  }
  await writeFile(join(to, 'feeds.json'), wanted.feedsText);
  await copyFile(join(REGIONS, GERMAN_POSTCODES), join(folder, GERMAN_POSTCODES));
}

async function copyAsRecords(from: string, to: string, table: string): Promise<void> {
  const records = recordsOfCsv(await readFile(join(from, table), 'utf8'));
  if (!records.ok) throw new Error(`Line ${String(records.failure)} of ${table} is not CSV.`);
  await writeFile(join(to, recordsFileOf(table)), JSON.stringify(records.value));
}

type Entry = Readonly<Record<string, unknown>>;

/** As shared/feeds/feed-settings.ts says it: an undocumented interface is off unless it is switched on. */
function isSwitchedOn({ switchedOn, format }: Entry): boolean {
  return switchedOn === undefined ? format !== 'ba-jobs' : switchedOn === true;
}

function isReleased(entry: Entry): boolean {
  return entry['production'] === true && entry['sample'] !== true;
}

async function assertMoves(folder: string, feeds: readonly Entry[]): Promise<void> {
  const region = basename(folder);
  if (Object.hasOwn(recordOf(await readJson(join(folder, 'region.json'))), 'asOf'))
    throw new Error(
      `The region ${region} stands still at a date (asOf in region.json) and is none for production.`,
    );
  if (feeds.length === 0)
    throw new Error(
      `The region ${region} has no feed released for production ("production": true in feeds.json).`,
    );
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function feedOf(entry: Entry): DeployedFeed {
  const { id, schedule } = entry;
  if (typeof id !== 'string') throw new Error('A feed without an id stands in feeds.json.');
  if (schedule !== undefined && typeof schedule !== 'string')
    throw new Error(`The feed ${id} has a schedule that is no text HH:MM.`);
  const { minute } = occupancyOf(entry);
  return {
    id,
    ...(schedule !== undefined && { schedule }),
    ...wholeOnOf(entry),
    ...(typeof minute === 'number' && { occupancyMinute: minute }),
  };
}

function wholeOnOf({ wholeOn }: Entry): Pick<DeployedFeed, 'wholeOn'> {
  const day = DAYS_OF_WEEK.find((known) => known === wholeOn);
  return day === undefined ? {} : { wholeOn: day };
}

function occupancyOf({ occupancy }: Entry): Entry {
  return occupancy === undefined ? {} : recordOf(occupancy);
}

function filesOf(source: unknown): readonly string[] {
  const file = source === undefined ? undefined : recordOf(source)['file'];
  return typeof file === 'string' ? [file] : [];
}

function listOf(value: unknown): readonly Entry[] {
  if (!Array.isArray(value)) throw new Error('feeds.json is no list.');
  return value.map(recordOf);
}

function recordOf(value: unknown): Entry {
  if (typeof value !== 'object' || value === null) throw new Error('A file of a region holds no object.');
  return Object.fromEntries(Object.entries(value));
}
