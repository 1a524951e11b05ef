import { expect } from 'vitest';
import { buildSegment } from '../../shared/domain/matching/match-index/build-segment.ts';
import type { Segment } from '../../shared/domain/matching/match-index/segment.ts';
import type { Catalogue, OfferVersion } from '../../shared/domain/offer/catalogue.ts';
import type { FeedId, OfferId } from '../../shared/domain/offer/offer-id.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { RegionId } from '../../shared/domain/place/region.ts';
import type { LocalDate } from '../../shared/domain/time/local-date.ts';
import type { CataloguePointer, CatalogueStore } from '../../shared/ports/catalogue-store.ts';
import { segmentFrom } from '../../shared/use-cases/catalogue-index.ts';
import { hashOffer } from '../../shared/use-cases/hash-offer.ts';
import { publishCatalogue, type Published } from '../../shared/use-cases/publish-catalogue.ts';
import { FEED } from './numbered-offers.ts';
import type { Stores } from './stores.ts';

/** What is current: the pointer and its catalogue, or nothing. */
export async function readCurrent(
  catalogues: CatalogueStore,
  region: RegionId,
  feed: FeedId = FEED,
): Promise<{ readonly pointer?: CataloguePointer; readonly catalogue?: Catalogue }> {
  const pointer = (await catalogues.readPointers(region)).find((candidate) => candidate.feed === feed);
  if (pointer === undefined) return {};
  return { pointer, catalogue: await catalogues.readCatalogue(region, feed, pointer.catalogue) };
}

const NO_HOLIDAYS: ReadonlySet<LocalDate> = new Set();

/**
 * The index that lies beside the current catalogue of a feed published by `publishOffers`; `undefined` where none does. Throws
 * when it is not exactly what the offers of that catalogue give.
 */
export async function readCurrentIndex(
  catalogues: CatalogueStore,
  region: RegionId,
): Promise<Segment | undefined> {
  const { pointer, catalogue } = await readCurrent(catalogues, region);
  if (pointer === undefined || catalogue === undefined) return undefined;
  const bytes = await catalogues.readIndex(region, FEED, pointer.catalogue);
  if (bytes === undefined) return undefined;
  const source = { id: pointer.catalogue, catalogue, publicHolidays: NO_HOLIDAYS };
  const read = segmentFrom(source, bytes);
  if (!read.ok) throw new Error(read.failure);
  const offers = catalogue.entries.map(({ offer }) => offer);
  expect(read.value).toEqual(buildSegment(FEED, offers, NO_HOLIDAYS));
  return read.value;
}

/** A whole run: lease, what is current, publish, give the lease back. Throws when anything but success comes out. */
export async function publishOffers(
  { offers: offerStore, catalogues }: Stores,
  region: RegionId,
  offers: readonly Offer[],
  run: { readonly owner: string; readonly now: number; readonly source?: string },
): Promise<Published> {
  const { owner, now } = run;
  const lease = await catalogues.takeLease(region, FEED, { owner, now, until: now + 60_000 });
  if (!lease.ok) throw new Error('the lease is held');
  const published = await publishCatalogue(
    { offers: offerStore, catalogues, clock: () => now, hashOffer },
    {
      region,
      feed: FEED,
      lease: lease.value,
      current: await readCurrent(catalogues, region),
      offers,
      publicHolidays: NO_HOLIDAYS,
      ...(run.source === undefined ? {} : { source: run.source }),
    },
  );
  await catalogues.releaseLease(region, lease.value);
  if (!published.ok) throw new Error(published.failure);
  return published.value;
}

/** What somebody who follows the log from its start believes to be offered. */
export async function replayLog(
  catalogues: CatalogueStore,
  region: RegionId,
  feed: FeedId = FEED,
): Promise<ReadonlyMap<OfferId, OfferVersion>> {
  const offered = new Map<OfferId, OfferVersion>();
  for (const { kind, offer, version } of await catalogues.readChanges(region, feed, 0, 1_000_000)) {
    if (kind === 'removed') offered.delete(offer);
    else offered.set(offer, version!);
  }
  return new Map([...offered].sort(([one], [other]) => (one < other ? -1 : 1)));
}
