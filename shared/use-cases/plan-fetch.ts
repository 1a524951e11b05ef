import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { FetchOrder } from '../ports/fetch-queue.ts';
import { readPointer } from './import-current.ts';
import { WRITTEN_BY_PARTNER } from './partner-offer-deps.ts';

/** What planning needs. */
export type PlanDeps = { readonly catalogues: Pick<CatalogueStore, 'readPointers'>; readonly clock: Clock };

const DAY_MILLISECONDS = 24 * 3_600_000;
/** For clocks that differ, and for as long as an order may wait in a queue before what it fetched counts as seen. */
const OVERLAP_MILLISECONDS = DAY_MILLISECONDS;
/** A feed that was not seen for longer has missed the run of its whole week. */
const LONGEST_MILLISECONDS = 8 * DAY_MILLISECONDS;

/**
 * What to fetch of a feed that can tell what has changed: the changes since it was last seen by a good run, and a day more; the
 * whole where there is nothing they could be laid over. Throws StoreUnavailable.
 */
export async function planFetch(
  { catalogues, clock }: PlanDeps,
  region: RegionId,
  feed: FeedId,
): Promise<FetchOrder> {
  const pointer = await readPointer(catalogues, region, feed);
  const isImported = pointer?.source !== undefined && pointer.source !== WRITTEN_BY_PARTNER;
  if (!isImported || clock() - pointer.lastSeenAt > LONGEST_MILLISECONDS) return { feed };
  return { feed, part: 'changes', since: pointer.lastSeenAt - OVERLAP_MILLISECONDS };
}
