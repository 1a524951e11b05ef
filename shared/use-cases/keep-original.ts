import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { FeedFetcher } from '../ports/feed-fetcher.ts';
import type { OriginalStore } from '../ports/original-store.ts';

/** The same fetcher, which keeps what it got before anybody reads it. Throws StoreUnavailable when that cannot be kept. */
export function keepingOriginals(
  fetchFeed: FeedFetcher,
  originals: Pick<OriginalStore, 'keep'>,
  region: RegionId,
  feed: FeedId,
): FeedFetcher {
  return async (source) => {
    const fetched = await fetchFeed(source);
    if (fetched.ok) await originals.keep(region, feed, fetched.value);
    return fetched;
  };
}
