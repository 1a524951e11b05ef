import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';

/** Counts what the partner of a feed asks. Throws StoreUnavailable. */
export type PartnerQuota = {
  /** Counts one more request in the window that began at `startedAt` (milliseconds since 1970) and gives how many there were. */
  readonly countRequest: (region: RegionId, feed: FeedId, startedAt: number) => Promise<number>;
};
