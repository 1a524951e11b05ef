import type { RegionProfile } from '../domain/place/region-profile.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { FeedSettings } from '../feeds/feed-settings.ts';
import type { StagedFeed } from '../ports/import-queue.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import type { ImportDeps } from './import-deps.ts';
import { importFeed } from './import-feed.ts';
import type { ImportReport } from './import-report.ts';
import { todayOf, type RegionInUse } from './region-in-use.ts';

/** What importing an original needs; `feeds` are all that the region has. */
export type ImportStagedDeps = Omit<ImportDeps, 'fetchFeed'> & {
  readonly inUse: RegionInUse;
  readonly bounds: RegionProfile['boundingBox'];
  readonly feeds: readonly FeedSettings[];
  readonly originals: Pick<OriginalStore, 'read'>;
};

/** Reasons that lie in another run, not in the feed. */
const OTHER_RUN: readonly ImportReport['reason'][] = ['lease-held', 'lost-lease', 'moved'];

/**
 * Imports a staged feed from its original. `again`: another run was in the way; `feed-unknown`: the region no longer has
 * the feed. Throws StoreUnavailable.
 */
export async function importStaged(
  deps: ImportStagedDeps,
  staged: StagedFeed,
): Promise<Result<ImportReport, 'again' | 'feed-unknown'>> {
  const { inUse, bounds, originals } = deps;
  const feed = deps.feeds.find((known) => known.id === staged.feed);
  if (feed === undefined) {
    deps.log('import-failed', { region: inUse.region.id, feed: staged.feed, reason: 'feed-unknown' });
    return failed('feed-unknown');
  }
  const report = await importFeed(
    { ...deps, fetchFeed: () => originals.read(inUse.region.id, staged.feed, staged.sha256) },
    { region: inUse.region, bounds, feed, today: todayOf(inUse, deps.clock()) },
  );
  return isOtherRun(report) ? failed('again') : ok(report);
}

/** Whether a run ended as it did because of another one, so that the same order can succeed later. */
export function isOtherRun({ reason }: Pick<ImportReport, 'reason'>): boolean {
  return reason !== undefined && OTHER_RUN.includes(reason);
}
