import type { CatalogueEntry, CatalogueId } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { CataloguePointer, CatalogueStore } from '../ports/catalogue-store.ts';
import { CatalogueDamaged } from '../ports/store-failures.ts';
import { createOutliner, type CatalogueOutline, type EntryOutline } from './catalogue-outline.ts';

/** What is current of a feed, without what its offers are like; a pointer without its catalogue means that it is damaged. */
export type CurrentOutline = { readonly pointer?: CataloguePointer; readonly catalogue?: CatalogueOutline };

/**
 * Reads what is current of a feed, nothing before its first publication; offer by offer, so that a large catalogue is never in
 * memory. `take` sees every entry, and counts only where the catalogue turns out to be whole. Throws StoreUnavailable.
 */
export async function readCurrentOutline(
  catalogues: Pick<CatalogueStore, 'readPointers' | 'readEntries'>,
  region: RegionId,
  feed: FeedId,
  take?: (entry: CatalogueEntry) => void,
): Promise<CurrentOutline> {
  const pointer = await readPointer(catalogues, region, feed);
  if (pointer === undefined) return {};
  const catalogue = await readOutline(catalogues, region, { feed, id: pointer.catalogue }, take);
  return { pointer, ...(catalogue && { catalogue }) };
}

/** Any catalogue of a feed in the same way; `undefined` where it is damaged. Throws StoreUnavailable. */
export async function readOutline(
  catalogues: Pick<CatalogueStore, 'readEntries'>,
  region: RegionId,
  { feed, id }: { readonly feed: FeedId; readonly id: CatalogueId },
  take?: (entry: CatalogueEntry) => void,
): Promise<CatalogueOutline | undefined> {
  const entries: EntryOutline[] = [];
  const outlineOf = createOutliner();
  try {
    await catalogues.readEntries(region, feed, id, (entry) => {
      entries.push(outlineOf(entry));
      take?.(entry);
    });
  } catch (error) {
    if (error instanceof CatalogueDamaged) return undefined;
    throw error;
  }
  return { feed, entries };
}

/** Which catalogue of a feed is current, nothing before its first publication. Throws StoreUnavailable. */
export async function readPointer(
  catalogues: Pick<CatalogueStore, 'readPointers'>,
  region: RegionId,
  feed: FeedId,
): Promise<CataloguePointer | undefined> {
  const pointers = await catalogues.readPointers(region);
  return pointers.find((candidate) => candidate.feed === feed);
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
