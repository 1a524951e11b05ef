import { createHash } from 'node:crypto';
import { readIndex, type IndexRefused } from '../domain/matching/match-index/index-file.ts';
import { compareWithOfferId, offerIdCount } from '../domain/matching/match-index/offer-ids.ts';
import type { Segment } from '../domain/matching/match-index/segment.ts';
import type { Catalogue, CatalogueId } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { Region, RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { CataloguePointer, CatalogueStore } from '../ports/catalogue-store.ts';
import { CatalogueDamaged } from '../ports/store-failures.ts';
import type { ListedEntry } from './held-entries.ts';

/** Which offers a catalogue has; a `Catalogue` says so. */
type ListedOffers = { readonly feed: FeedId; readonly entries: readonly ListedEntry[] };

/** What an index is made of beside the code: the content of one catalogue and the holidays on which nothing is held. */
export type IndexSource = {
  readonly id: CatalogueId;
  readonly catalogue: Catalogue;
  readonly publicHolidays: Region['publicHolidays'];
};

/** Why bytes are no index of a catalogue. `parts-missing`: the store has lost or altered some of them. */
export type IndexUnfit =
  IndexRefused | 'parts-missing' | 'other-catalogue' | 'other-holidays' | 'other-offers';

const ID_CHARACTERS = 32;
const STAMP_BYTES = 2 * ID_CHARACTERS;

/** What the bytes of an index begin with, so that it is known what they were made of: the catalogue's id and a hash of the holidays, 32 hexadecimal digits each. */
export function stampOf({ id, publicHolidays }: Omit<IndexSource, 'catalogue'>): string {
  return id + holidaysHash(publicHolidays);
}

/** The segment that the bytes beside a catalogue hold, if they were made of exactly this. */
export function segmentFrom(
  source: Omit<IndexSource, 'catalogue'> & { readonly catalogue: ListedOffers },
  bytes: Uint8Array,
): Result<Segment, IndexUnfit> {
  const stamp = new TextDecoder().decode(bytes.subarray(0, STAMP_BYTES));
  if (stamp.slice(0, ID_CHARACTERS) !== source.id) return failed('other-catalogue');
  if (stamp.slice(ID_CHARACTERS) !== holidaysHash(source.publicHolidays)) return failed('other-holidays');
  const read = readIndex(bytes.subarray(STAMP_BYTES));
  if (!read.ok) return read;
  const [segment] = read.value.segments;
  const { feed, entries } = source.catalogue;
  const isOfSameOffers =
    segment?.feed === feed &&
    offerIdCount(segment.ids) === entries.length &&
    entries.every(({ offer }, row) => compareWithOfferId(segment.ids, row, offer.id) === 0);
  return isOfSameOffers ? ok(segment) : failed('other-offers');
}

/** The bytes that lie beside a catalogue; `undefined` where none do. Throws StoreUnavailable. */
export async function readIndexBytes(
  catalogues: Pick<CatalogueStore, 'readIndex'>,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<Result<Uint8Array, IndexUnfit> | undefined> {
  try {
    const bytes = await catalogues.readIndex(region, feed, id);
    return bytes && ok(bytes);
  } catch (error) {
    if (error instanceof CatalogueDamaged) return failed('parts-missing');
    throw error;
  }
}

/** What is current of a feed and whole. */
export type CurrentListed = { readonly pointer: CataloguePointer; readonly catalogue: ListedOffers };

/** Whether an index that this release can use lies beside the current catalogue. Throws StoreUnavailable. */
export async function hasIndex(
  catalogues: Pick<CatalogueStore, 'readIndex'>,
  region: Pick<Region, 'id' | 'publicHolidays'>,
  { pointer: { catalogue: id }, catalogue }: CurrentListed,
): Promise<boolean> {
  const bytes = await readIndexBytes(catalogues, region.id, catalogue.feed, id);
  const { publicHolidays } = region;
  return bytes?.ok === true && segmentFrom({ id, catalogue, publicHolidays }, bytes.value).ok;
}

function holidaysHash(publicHolidays: Region['publicHolidays']): string {
  const days = [...publicHolidays].sort((one, other) => one - other);
  return createHash('sha256').update(JSON.stringify(days)).digest('hex').slice(0, ID_CHARACTERS);
}
