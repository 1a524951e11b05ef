import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { createFileFeedFetcher } from '../../../shared/adapters/file/feed-fetcher.ts';
import { readRegion, REGIONS_FOLDER, type LoadedRegion } from '../../../shared/adapters/file/read-region.ts';
import type { FeedSettings } from '../../../shared/feeds/feed-settings.ts';
import type { FeedFetcher } from '../../../shared/ports/feed-fetcher.ts';
import { importFeed } from '../../../shared/use-cases/import-feed.ts';
import type { ImportReport } from '../../../shared/use-cases/import-report.ts';
import { dynamoStores, openEmbedded, type Stores } from '../../support/stores.ts';

/** The region Berlin, the feed of its courses, and a folder with what that feed holds at each run. */
export type Berlin = { readonly loaded: LoadedRegion; readonly feed: FeedSettings; readonly files: string };

// Small enough that a catalogue is written in many pieces, each of them a moment to be killed in.
const CHUNK_BYTES = 8192;

const REAL_FILE = 'real.json.gz';
// The first of them: enough for several batches and pieces, few enough for many imports.
const COURSES = 400;

/** Reads the region; `files` is where `writeRuns` has put the feed. */
export async function readBerlin(files: string): Promise<Berlin> {
  const loaded = await readRegion(join(REGIONS_FOLDER, 'berlin'));
  if (!loaded.ok) throw new Error(`the region berlin cannot be read: ${loaded.failure.code}`);
  const feed = loaded.value.feeds.find(({ id }) => id === 'vhs-berlin');
  if (feed === undefined) throw new Error('the region berlin has no feed vhs-berlin');
  return { loaded: loaded.value, feed, files };
}

/** The file of a run, counted from 1: the real courses at every odd one, changed ones at every even one. */
export function fileOfRun(run: number): string {
  return run % 2 === 1 ? REAL_FILE : `changed-${String(run)}.json.gz`;
}

type FeedFile = {
  readonly veranstaltungen: { readonly veranstaltung: readonly { readonly name: string }[] };
};

/**
 * Writes the files of all runs up to `last`. In a changed one every third course has a title of that run, so that it brings
 * versions the store has never seen. Courses that go need a day between two runs: die-at-every-write.test.ts has them.
 */
export async function writeRuns({ loaded, feed, files }: Berlin, last: number): Promise<void> {
  if (!('file' in feed.source)) throw new Error('the feed vhs-berlin is no file');
  const source = join(loaded.folder, feed.source.file);
  const all = JSON.parse(gunzipSync(await readFile(source)).toString('utf8')) as FeedFile;
  const real = all.veranstaltungen.veranstaltung.slice(0, COURSES);
  const write = (run: number, veranstaltung: readonly object[]) =>
    writeFile(
      join(files, fileOfRun(run)),
      gzipSync(JSON.stringify({ veranstaltungen: { ...all.veranstaltungen, veranstaltung } }), { level: 1 }),
    );
  await write(1, real);
  for (let run = 2; run <= last; run += 2) {
    await write(
      run,
      real.map((course, index) =>
        index % 3 === 0 ? { ...course, name: `${course.name} (${String(run)})` } : course,
      ),
    );
  }
}

/** Opens the embedded store of a folder; `stop` ends it. */
export async function openStores(
  folder: string,
): Promise<{ readonly stores: Stores; readonly stop: () => Promise<void> }> {
  const { store, access } = await openEmbedded(folder);
  return { stores: dynamoStores({ ...access, chunkBytes: CHUNK_BYTES }), stop: store.stop };
}

/** Imports the file of a run. `onFetch` is told before the file is read. */
export async function importRun(
  berlin: Berlin,
  stores: Stores,
  run: number,
  onFetch: () => void = () => undefined,
): Promise<ImportReport> {
  const { loaded, feed, files } = berlin;
  const fromFile = createFileFeedFetcher(files);
  const fetchFeed: FeedFetcher = (source) => {
    onFetch();
    return fromFile(source);
  };
  return importFeed(
    { ...stores, fetchFeed, clock: Date.now, log: () => undefined, owner: 'the one importer' },
    {
      region: loaded.region,
      bounds: loaded.profile.boundingBox,
      feed: { ...feed, source: { file: fileOfRun(run) } },
      today: loaded.profile.asOf!.date,
    },
  );
}
