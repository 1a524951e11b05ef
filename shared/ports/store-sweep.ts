import type { CatalogueId, OfferVersion } from '../domain/offer/catalogue.ts';
import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';

/** One thing stored of a feed that may be left over; `startedAt` in milliseconds since 1970. */
export type StoredThing =
  | { readonly kind: 'version'; readonly offer: OfferId; readonly version: OfferVersion }
  | { readonly kind: 'catalogue'; readonly id: CatalogueId }
  | { readonly kind: 'chunk'; readonly hash: string }
  | { readonly kind: 'run'; readonly startedAt: number };

/** A stored thing and the feed it belongs to. */
export type StoredOfFeed = { readonly feed: FeedId; readonly thing: StoredThing };

/** Looks at everything that is stored and takes away what nobody names. Methods throw StoreUnavailable on an outage. */
export type StoreSweep = {
  /** All versions, catalogues, chunks and records of runs of a region, in any order. */
  readonly list: (region: RegionId) => AsyncIterable<StoredOfFeed>;
  /**
   * The chunks of these catalogues and of every change in the log of the feed. Throws CatalogueDamaged when one of them
   * cannot be read, as then nobody knows what is in use.
   */
  readonly chunksInUse: (
    region: RegionId,
    feed: FeedId,
    catalogues: ReadonlySet<CatalogueId>,
  ) => Promise<ReadonlySet<string>>;
  /** Takes things away for good; what is gone already stays so. */
  readonly remove: (region: RegionId, feed: FeedId, things: readonly StoredThing[]) => Promise<void>;
};
