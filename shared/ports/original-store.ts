import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { Result } from '../domain/result.ts';
import type { FetchedFeed, FetchFailure } from './feed-fetcher.ts';

/** One of the files kept; `keptAt` in milliseconds since 1970. */
export type KeptOriginal = { readonly feed: FeedId; readonly sha256: string; readonly keptAt: number };

/** The files of feeds as they were fetched, by their hash. Every method throws StoreUnavailable on an outage. */
export type OriginalStore = {
  /** Keeps an original; again changes nothing. */
  readonly keep: (region: RegionId, feed: FeedId, fetched: FetchedFeed) => Promise<void>;
  /** The original with this SHA-256: `source-not-found` when it is gone, `source-unreadable` when it is another one. */
  readonly read: (
    region: RegionId,
    feed: FeedId,
    sha256: string,
  ) => Promise<Result<FetchedFeed, FetchFailure>>;
  /** All that are kept for a region, in any order. */
  readonly list: (region: RegionId) => Promise<readonly KeptOriginal[]>;
  /** Throws an original away; does nothing when it is gone. */
  readonly remove: (region: RegionId, feed: FeedId, sha256: string) => Promise<void>;
};
