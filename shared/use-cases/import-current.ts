import type { Catalogue } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { CataloguePointer, CatalogueStore } from '../ports/catalogue-store.ts';
import { CatalogueDamaged } from '../ports/store-failures.ts';
import { createOutliner, type CatalogueOutline, type EntryOutline } from './catalogue-outline.ts';

/** What is current of a feed; a pointer without its catalogue means that the catalogue is damaged. */
export type CurrentCatalogue = { readonly pointer?: CataloguePointer; readonly catalogue?: Catalogue };

/** The same, without what its offers are like. */
export type CurrentOutline = { readonly pointer?: CataloguePointer; readonly catalogue?: CatalogueOutline };

/** Reads what is current of a feed, nothing before its first publication. Throws StoreUnavailable. */
export async function readCurrent(
  catalogues: Pick<CatalogueStore, 'readPointers' | 'readCatalogue'>,
  region: RegionId,
  feed: FeedId,
): Promise<CurrentCatalogue> {
  const pointer = await readPointer(catalogues, region, feed);
  if (pointer === undefined) return {};
  const catalogue = await unlessDamaged(catalogues.readCatalogue(region, feed, pointer.catalogue));
  return { pointer, ...(catalogue && { catalogue }) };
}

/** Reads the same as an outline, offer by offer, so that a large catalogue is never in memory. Throws StoreUnavailable. */
export async function readCurrentOutline(
  catalogues: Pick<CatalogueStore, 'readPointers' | 'readEntries'>,
  region: RegionId,
  feed: FeedId,
): Promise<CurrentOutline> {
  const pointer = await readPointer(catalogues, region, feed);
  if (pointer === undefined) return {};
  const entries: EntryOutline[] = [];
  const outlineOf = createOutliner();
  const reading = catalogues.readEntries(region, feed, pointer.catalogue, (entry) => {
    entries.push(outlineOf(entry));
  });
  const catalogue = await unlessDamaged(reading.then(() => ({ feed, entries })));
  return { pointer, ...(catalogue && { catalogue }) };
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

async function unlessDamaged<Content>(reading: Promise<Content>): Promise<Content | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CatalogueDamaged) return undefined;
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
