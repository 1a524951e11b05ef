import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { Supplement } from '../domain/offer/supplement.ts';
import type { RegionId } from '../domain/place/region.ts';

/** What providers state beside their feeds, kept over imports. Every method throws StoreUnavailable on an outage. */
export type SupplementStore = {
  /** All of a feed, ascending by offer; what a newer release wrote in another form is left out. */
  readonly readSupplements: (region: RegionId, feed: FeedId) => Promise<readonly Supplement[]>;
  /** Writes some and takes others away; of one offer the last one counts. */
  readonly changeSupplements: (
    region: RegionId,
    feed: FeedId,
    change: { readonly put: readonly Supplement[]; readonly remove: readonly OfferId[] },
  ) => Promise<void>;
};
