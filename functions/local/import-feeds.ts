import type { LoadedRegion } from '../../shared/adapters/file/read-region.ts';
import type { FeedSettings } from '../../shared/feeds/feed-settings.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import type { FeedFetcher } from '../../shared/ports/feed-fetcher.ts';
import type { OriginalStore } from '../../shared/ports/original-store.ts';
import type { ImportDeps, ImportInput } from '../../shared/use-cases/import-deps.ts';
import { importFeed } from '../../shared/use-cases/import-feed.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';
import { keepingOriginals } from '../../shared/use-cases/keep-original.ts';
import { regionInUse, todayOf } from '../../shared/use-cases/region-in-use.ts';
import { countWrites } from './counted-writes.ts';
import { createLocalFetcher } from './feed-source.ts';
import { importLine } from './import-lines.ts';
import type { Stores } from './open-store.ts';
import { createProgressLine } from './progress-line.ts';

/** What importing on one machine takes. `owner` names who imports; `say` prints a line for a person. */
export type ImportFeedsDeps = {
  readonly region: LoadedRegion;
  readonly stores: Stores;
  readonly originals: Pick<OriginalStore, 'keep' | 'read'>;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly owner: string;
  readonly say: (line: string) => void;
  /** Where bytes come from; files of the region's folder and the web where absent. */
  readonly fetchFeed?: FeedFetcher;
  /** Writes to a terminal how far an import is; absent where nobody watches. */
  readonly writeProgress?: (text: string) => void;
  /** Lets a run through that a guard would hold back. */
  readonly release?: boolean;
};

/** Imports one feed and says in one line what became of it; `undefined` when the store or the program failed. */
export async function importOneFeed(
  deps: ImportFeedsDeps,
  feed: FeedSettings,
): Promise<ImportReport | undefined> {
  const { region, clock, log, originals } = deps;
  const fetchFeed = deps.fetchFeed ?? createLocalFetcher(region, log);
  const keeping = keepingOriginals(fetchFeed, originals, region.region.id, feed.id);
  return sayReport(deps, feed, (own) =>
    importFeed(
      { ...own, fetchFeed: keeping, keptOriginals: originals },
      importInput(region, feed, clock, deps.release === true),
    ),
  );
}

/** Runs an import of any kind with a line of progress and says in one line how it ended. */
export async function sayReport(
  deps: ImportFeedsDeps,
  feed: FeedSettings,
  run: (own: Omit<ImportDeps, 'fetchFeed'>) => Promise<ImportReport>,
): Promise<ImportReport | undefined> {
  const { region, clock, log, owner, say, writeProgress } = deps;
  const { stores, writes } = countWrites(deps.stores);
  const line = writeProgress && createProgressLine({ write: writeProgress, clock }, feed.id);
  const report = await run({
    ...stores,
    clock,
    log,
    owner,
    ...(line && { onProgress: line.show }),
  }).catch((error: unknown) => {
    // Whatever happens to one feed, the others are imported and the old offers served.
    const name = error instanceof Error ? error.name : 'unknown';
    log('import-failed', { region: region.region.id, feed: feed.id, error: name });
    return undefined;
  });
  line?.clear();
  say(
    report === undefined
      ? `${feed.id}: could not be imported because the store or this program failed, the old catalogue stays`
      : importLine(report, writes()),
  );
  return report;
}

/** What every import of a feed of the region is told. */
export function importInput(
  loaded: LoadedRegion,
  feed: FeedSettings,
  clock: Clock,
  release = false,
): ImportInput {
  const { region, profile } = loaded;
  const today = todayOf(regionInUse(loaded), clock());
  return { region, bounds: profile.boundingBox, feed, today, release };
}

/** Imports the feeds one after another; `then` is called after each, so that its offers are served at once. */
export async function importFeeds(
  deps: ImportFeedsDeps,
  feeds: readonly FeedSettings[],
  then: () => Promise<unknown>,
): Promise<void> {
  for (const feed of feeds) {
    await importOneFeed(deps, feed);
    await then();
  }
}
