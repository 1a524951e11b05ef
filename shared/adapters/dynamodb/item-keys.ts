import type { CatalogueId, OfferVersion } from '../../domain/offer/catalogue.ts';
import type { FeedId, OfferId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import type { HiddenTarget } from '../../ports/catalogue-store.ts';

/** Partition and sort key. Every partition key begins with the region. */
export type ItemKey = { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };

/** One version of an offer. */
export function offerKey(region: RegionId, id: OfferId, version: OfferVersion): ItemKey {
  return keyOf([region, 'OFR', id], ['V', version]);
}

/** All feeds of a region in one partition: pointer and lease of a feed are one item. */
export function feedKey(region: RegionId, feed: FeedId): ItemKey {
  return keyOf([region, 'FEEDS'], [feed]);
}

/** The partition of all feeds of a region. */
export function feedsPartition(region: RegionId): ItemKey['pk'] {
  return { S: joined([region, 'FEEDS'], 2048) };
}

/** What a catalogue consists of; all catalogues of a feed in one partition. */
export function manifestKey(region: RegionId, feed: FeedId, id: CatalogueId): ItemKey {
  return keyOf([region, 'CAT', feed], [id]);
}

/** A piece of content, by its hash; each in a partition of its own, so that many cold starts do not meet in one. */
export function chunkKey(region: RegionId, feed: FeedId, hash: string): ItemKey {
  return keyOf([region, 'CHK', feed, hash], ['C']);
}

/** A past move of a feed's pointer; sorts by sequence. */
export function publicationKey(region: RegionId, feed: FeedId, sequence: number): ItemKey {
  return keyOf([region, 'LOG', feed], [String(sequence).padStart(15, '0')]);
}

/** The record of an import's run; sorts by its start in milliseconds. */
export function runKey(region: RegionId, feed: FeedId, startedAt: number): ItemKey {
  return keyOf([region, 'RUN', feed], [String(startedAt).padStart(15, '0')]);
}

/** One hidden offer, provider or feed; all of a region in one partition. */
export function hiddenKey(region: RegionId, target: HiddenTarget): ItemKey {
  return keyOf([region, 'HIDDEN'], [target.kind, target.id]);
}

/** The partition of all that is hidden in a region. */
export function hiddenPartition(region: RegionId): ItemKey['pk'] {
  return { S: joined([region, 'HIDDEN'], 2048) };
}

/** What the provider of an offer states beside its feed; all of a feed in one partition. */
export function supplementKey(region: RegionId, feed: FeedId, offer: OfferId): ItemKey {
  return keyOf([region, 'SUP', feed], [offer]);
}

/** The partition of all supplements of a feed. */
export function supplementsPartition(region: RegionId, feed: FeedId): ItemKey['pk'] {
  return { S: joined([region, 'SUP', feed], 2048) };
}

/** The key of a partner, by the part of it that may be shown; all of a region in one partition. */
export function partnerKeyKey(region: RegionId, id: string): ItemKey {
  return keyOf([region, 'KEYS'], [id]);
}

/** The partition of all keys of partners. */
export function partnerKeysPartition(region: RegionId): ItemKey['pk'] {
  return { S: joined([region, 'KEYS'], 2048) };
}

/** What a partner sent in one go and what became of it; all of a feed in one partition. */
export function partnerImportKey(region: RegionId, feed: FeedId, id: string): ItemKey {
  return keyOf([region, 'IMP', feed], [id]);
}

/** How much the partner of a feed asked in a window, by its start in milliseconds. */
export function partnerQuotaKey(region: RegionId, feed: FeedId, startedAt: number): ItemKey {
  return keyOf([region, 'QUO', feed], [String(startedAt).padStart(15, '0')]);
}

/** The partition of all that the partner of a feed sent. */
export function partnerImportsPartition(region: RegionId, feed: FeedId): ItemKey['pk'] {
  return { S: joined([region, 'IMP', feed], 2048) };
}

/** Joins the parts of a key. Throws RangeError when a part is empty, which the local store accepts and the service refuses. */
function keyOf(pk: readonly string[], sk: readonly string[]): ItemKey {
  return { pk: { S: joined(pk, 2048) }, sk: { S: joined(sk, 1024) } };
}

function joined(parts: readonly string[], maxBytes: number): string {
  if (parts.some((part) => part === '')) throw new RangeError('a part of a key is empty');
  const key = parts.join('#');
  if (Buffer.byteLength(key) > maxBytes) throw new RangeError('a key is too long');
  return key;
}
