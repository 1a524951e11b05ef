import { segmentOf } from '../domain/matching/match-index/build-segment.ts';
import { writeIndex } from '../domain/matching/match-index/index-file.ts';
import type { CatalogueEntry, CatalogueInMaking, CatalogueOffer } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { Region } from '../domain/place/region.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import { hasIndex, stampOf, type CurrentListed, type IndexSource } from './catalogue-index.ts';
import { holdListed } from './held-entries.ts';

/**
 * The index of one catalogue as bytes in two parts, which are not put together because the second is large: 64 that say what it
 * was made of (the catalogue's id and a hash of the holidays, 32 hexadecimal digits each), then the binary form of an index of
 * one segment.
 */
export function indexBytesOf(
  source: Omit<IndexSource, 'catalogue'> & { readonly catalogue: CatalogueInMaking },
): readonly Uint8Array[] {
  const { feed, entries } = source.catalogue;
  return stamped(source, feed, offersOf(entries));
}

function stamped(
  { id, publicHolidays }: Omit<IndexSource, 'catalogue'>,
  feed: FeedId,
  ascending: Iterable<CatalogueOffer>,
): readonly Uint8Array[] {
  const index = writeIndex({ segments: [segmentOf(feed, ascending, publicHolidays)] });
  return [new TextEncoder().encode(stampOf({ id, publicHolidays })), index];
}

function* offersOf(entries: Iterable<CatalogueEntry>): Generator<CatalogueOffer> {
  for (const { offer } of entries) yield offer;
}

/**
 * Lays an index beside a catalogue that has none of this release: one that was published before there were indexes, in
 * another form, with other holidays. Only under the lease of its feed. Throws StoreUnavailable.
 */
export async function keepIndex(
  catalogues: Pick<CatalogueStore, 'readIndex' | 'writeIndex' | 'readEntries'>,
  region: Pick<Region, 'id' | 'publicHolidays'>,
  current: CurrentListed,
): Promise<void> {
  if (await hasIndex(catalogues, region, current)) return;
  const { entries, feed } = current.catalogue;
  const id = current.pointer.catalogue;
  const { offers } = await holdListed(catalogues, region.id, { feed, id }, entries);
  await catalogues.writeIndex(
    region.id,
    feed,
    id,
    stamped({ id, publicHolidays: region.publicHolidays }, feed, offers),
  );
}
