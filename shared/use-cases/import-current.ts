import type { Catalogue } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { CataloguePointer, CatalogueStore } from '../ports/catalogue-store.ts';
import { CatalogueDamaged } from '../ports/store-failures.ts';

/** What is current of a feed; a pointer without its catalogue means that the catalogue is damaged. */
export type CurrentCatalogue = { readonly pointer?: CataloguePointer; readonly catalogue?: Catalogue };

/** Reads what is current of a feed, nothing before its first publication. Throws StoreUnavailable. */
export async function readCurrent(
  catalogues: Pick<CatalogueStore, 'readPointers' | 'readCatalogue'>,
  region: RegionId,
  feed: FeedId,
): Promise<CurrentCatalogue> {
  const pointers = await catalogues.readPointers(region);
  const pointer = pointers.find((candidate) => candidate.feed === feed);
  if (pointer === undefined) return {};
  try {
    return { pointer, catalogue: await catalogues.readCatalogue(region, feed, pointer.catalogue) };
  } catch (error) {
    if (error instanceof CatalogueDamaged) return { pointer };
    throw error;
  }
}

const SEEN_AGAIN_MILLISECONDS = 24 * 3_600_000;

/** Says in the store, at most once a day, that the feed still is as it was. */
export async function noteSeen(
  catalogues: Pick<CatalogueStore, 'markSeen'>,
  region: RegionId,
  pointer: CataloguePointer,
  now: number,
): Promise<void> {
  if (now - pointer.lastSeenAt > SEEN_AGAIN_MILLISECONDS)
    await catalogues.markSeen(region, pointer.feed, now);
}
