import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { FeedSettings } from '../feeds/feed-settings.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { FeedFetcher, FetchFailure } from '../ports/feed-fetcher.ts';
import type { FetchOrder } from '../ports/fetch-queue.ts';
import type { ImportQueue, StagedFeed } from '../ports/import-queue.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import { fetchChanges } from './fetch-changes.ts';

/** What staging needs; `feeds` are all that the region has. */
export type StageDeps = {
  readonly region: RegionId;
  readonly feeds: readonly FeedSettings[];
  readonly fetchFeed: FeedFetcher;
  readonly originals: Pick<OriginalStore, 'keep'>;
  readonly announce: ImportQueue;
  readonly log: EventLog;
};

/** Which feed to stage; `changes`: only what has changed in it since an instant, `occupancy`: the file beside it. */
export type StageOrder = FetchOrder | { readonly feed: FeedId; readonly part?: 'occupancy' };

/**
 * Fetches a feed, its changes or its occupancy file, keeps the original before anybody reads it, then asks for its import. Throws
 * StoreUnavailable. A region that no longer has the feed, or the file beside it, gives `feed-unknown`.
 */
export async function stageFeed(
  deps: StageDeps,
  order: StageOrder,
): Promise<Result<StagedFeed, FetchFailure | 'feed-unknown'>> {
  const { region, log } = deps;
  const { feed: id } = order;
  const part = 'part' in order ? order.part : undefined;
  const feed = deps.feeds.find((known) => known.id === id);
  const source = part === 'occupancy' ? feed?.occupancy?.source : feed?.source;
  const fetched =
    source === undefined
      ? failed('feed-unknown' as const)
      : 'since' in order
        ? await fetchChanges(deps.fetchFeed, source, order.since)
        : await deps.fetchFeed(source);
  if (!fetched.ok) {
    log('feed-fetch-failed', { region, feed: id, reason: fetched.failure });
    return fetched;
  }
  const { bytes, sha256 } = fetched.value;
  await deps.originals.keep(region, id, fetched.value);
  const staged: StagedFeed = { feed: id, sha256, ...(part === 'occupancy' && { part }) };
  await deps.announce(staged);
  log('feed-staged', { region, feed: id, bytes: bytes.length });
  return ok(staged);
}
