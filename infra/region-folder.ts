import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DeployedStage } from './stage-settings.ts';

const REGIONS = join(import.meta.dirname, '../shared/region');
const GERMAN_POSTCODES = 'german-postcodes.txt';

/** A feed as the stack sees it. `schedule` is a local time `HH:MM` of every day; without one the feed is never fetched by itself. */
export type DeployedFeed = { readonly id: string; readonly schedule?: string };

/** The feeds a stage serves, with their settings as they stand in `feeds.json`. */
export type StageFeeds = {
  readonly feeds: readonly DeployedFeed[];
  /** `feeds.json` as it is deployed. */
  readonly text: string;
};

/**
 * The feeds of a region that may be deployed to a stage: in production those released for it, never a sample. Throws for
 * a region whose date stands still in production.
 */
export async function readStageFeeds(region: string, stage: DeployedStage): Promise<StageFeeds> {
  const entries = listOf(await readJson(join(REGIONS, region, 'feeds.json')));
  if (
    stage === 'production' &&
    Object.hasOwn(recordOf(await readJson(join(REGIONS, region, 'region.json'))), 'asOf')
  )
    throw new Error(
      `The region ${region} stands still at a date (asOf in region.json) and is none for production.`,
    );
  const kept = entries.filter(
    (entry) => stage !== 'production' || (entry['production'] === true && entry['sample'] !== true),
  );
  return { feeds: kept.map(feedOf), text: `${JSON.stringify(kept, null, 2)}\n` };
}

/** Copies what a function reads of its region to `folder`; the feeds' own files only for the function that fetches. */
export async function copyRegion(
  folder: string,
  wanted: { readonly region: string; readonly feedsText: string; readonly withFeedFiles: boolean },
): Promise<void> {
  const from = join(REGIONS, wanted.region);
  const to = join(folder, wanted.region);
  await mkdir(to, { recursive: true });
  await cp(join(REGIONS, GERMAN_POSTCODES), join(folder, GERMAN_POSTCODES));
  const feedFiles = join(from, 'feeds');
  await cp(from, to, { recursive: true, filter: (path) => wanted.withFeedFiles || path !== feedFiles });
  await writeFile(join(to, 'feeds.json'), wanted.feedsText);
}

async function readJson(path: string): Promise<unknown> {
  return JSON.parse(await readFile(path, 'utf8'));
}

function feedOf(entry: Readonly<Record<string, unknown>>): DeployedFeed {
  const { id, schedule } = entry;
  if (typeof id !== 'string') throw new Error('A feed without an id stands in feeds.json.');
  if (schedule === undefined) return { id };
  if (typeof schedule !== 'string') throw new Error(`The feed ${id} has a schedule that is no text HH:MM.`);
  return { id, schedule };
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) throw new Error('feeds.json is no list.');
  return value.map(recordOf);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('A file of a region holds no object.');
  return Object.fromEntries(Object.entries(value));
}
