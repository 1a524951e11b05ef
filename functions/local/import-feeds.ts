import { createFileFeedFetcher } from '../../shared/adapters/file/feed-fetcher.ts';
import type { LoadedRegion } from '../../shared/adapters/file/read-region.ts';
import type { FeedSettings } from '../../shared/feeds/feed-settings.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import type { FeedFetcher } from '../../shared/ports/feed-fetcher.ts';
import { importFeed } from '../../shared/use-cases/import-feed.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';
import { regionInUse, todayOf } from '../../shared/use-cases/region-in-use.ts';
import { countWrites } from './counted-writes.ts';
import { importLine } from './import-lines.ts';
import type { Stores } from './open-store.ts';

/** What importing on one machine takes. `owner` names who imports; `say` prints a line for a person. */
export type ImportFeedsDeps = {
  readonly region: LoadedRegion;
  readonly stores: Stores;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly owner: string;
  readonly say: (line: string) => void;
  /** Where bytes come from; the files of the region's folder where absent. */
  readonly fetchFeed?: FeedFetcher;
  /** Lets a run through that a guard would hold back. */
  readonly release?: boolean;
};

/** Imports one feed and says in one line what became of it; `undefined` when the store or the program failed. */
export async function importOneFeed(
  deps: ImportFeedsDeps,
  feed: FeedSettings,
): Promise<ImportReport | undefined> {
  const { region, clock, log, owner, say } = deps;
  const { stores, writes } = countWrites(deps.stores);
  const report = await importFeed(
    {
      ...stores,
      fetchFeed: deps.fetchFeed ?? createFileFeedFetcher(region.folder),
      clock,
      log,
      owner,
    },
    {
      region: region.region,
      bounds: region.profile.boundingBox,
      feed,
      today: todayOf(regionInUse(region), clock()),
      release: deps.release === true,
    },
  ).catch((error: unknown) => {
    // Whatever happens to one feed, the others are imported and the old offers served.
    const name = error instanceof Error ? error.name : 'unknown';
    log('import-failed', { region: region.region.id, feed: feed.id, error: name });
    return undefined;
  });
  say(
    report === undefined
      ? `${feed.id}: could not be imported because the store or this program failed, the old catalogue stays`
      : importLine(report, writes()),
  );
  return report;
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
