import * as z from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { parseOfferVersion, type OfferChange } from '../../domain/offer/catalogue.ts';
import { parseOfferId, type FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import type { LoggedChange, PublicationRecord } from '../../ports/catalogue-store.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';
import { readText, writeText, type StoredContent } from './content-chunks.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { readFeedState } from './feed-item.ts';
import { itemDecoder, VERSION_ATTRIBUTE, whole, type Item } from './item-codec.ts';
import { publicationKey } from './item-keys.ts';
import {
  publicationAttributes,
  toPublicationAttributes,
  toStoredPublication,
  type StoredPublication,
} from './publication-attributes.ts';
import { readPartition } from './read-items.ts';
import { writeItem } from './write-items.ts';

// The last move stands in the feed's item, all earlier ones here. A publisher files the move it has found before it
// replaces it, so that no move below the pointer is ever missing; a move that never became current is never filed.

const PUBLICATION_VERSION = 1;
const decode = itemDecoder({
  version: PUBLICATION_VERSION,
  schema: z.object({ publication: z.object({ M: publicationAttributes }) }),
  upcasters: {},
});

const changeList = z.array(
  z.object({
    kind: z.enum(['added', 'changed', 'removed']),
    offer: z.string(),
    version: z.string().optional(),
  }),
);

/** Files a move that is or was current; filing it again writes the same. */
export async function writePastPublication(
  access: DynamoAccess,
  region: RegionId,
  publication: StoredPublication,
): Promise<void> {
  const { feed, sequence } = publication.pointer;
  await writeItem(access, {
    ...publicationKey(region, feed, sequence),
    [VERSION_ATTRIBUTE]: whole(PUBLICATION_VERSION),
    publication: { M: toPublicationAttributes(publication) },
  });
}

/** Writes what a move changes; nothing names it yet. */
export async function writeChanges(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  changes: readonly OfferChange[],
): Promise<StoredContent> {
  return await writeText(access, region, feed, [canonicalJson(changes)]);
}

/** See CatalogueStore.readChanges. */
export async function readChanges(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  after: number,
  limit: number,
): Promise<readonly LoggedChange[]> {
  const current = (await readFeedState(access, region, feed))?.current;
  if (current === undefined || limit < 1) return [];
  const last = Math.min(after + limit, current.pointer.sequence);
  const logged: LoggedChange[] = [];
  for (const publication of await readMoves(access, region, current, after + 1, last)) {
    const { sequence } = publication.pointer;
    const text = await readText(access, region, feed, publication.changes);
    logged.push(...parseChanges(text).map((change, index) => ({ ...change, sequence, index })));
  }
  return logged;
}

/** See CatalogueStore.readPublications. */
export async function readPublications(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  limit: number,
): Promise<readonly PublicationRecord[]> {
  const current = (await readFeedState(access, region, feed))?.current;
  if (current === undefined) return [];
  const last = current.pointer.sequence;
  const moves = await readMoves(access, region, current, Math.max(1, last - limit + 1), last);
  return moves.map(toRecord).reverse();
}

/** The hashes of the pieces of all changes in a feed's log. Throws CatalogueDamaged when the log has a gap. */
export async function readChangeChunks(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
): Promise<readonly string[]> {
  const current = (await readFeedState(access, region, feed))?.current;
  if (current === undefined) return [];
  const moves = await readMoves(access, region, current, 1, current.pointer.sequence);
  return moves.flatMap(({ changes }) => changes.chunks);
}

async function readMoves(
  access: DynamoAccess,
  region: RegionId,
  current: StoredPublication,
  from: number,
  to: number,
): Promise<readonly StoredPublication[]> {
  if (from > to) return [];
  const { feed, sequence } = current.pointer;
  const { pk, sk } = publicationKey(region, feed, from);
  const end = publicationKey(region, feed, Math.min(to, sequence - 1)).sk;
  const past = from < sequence ? await readPartition(access, pk, { from: sk, to: end }) : [];
  const moves = past.map((item) => toMove(feed, item));
  if (to === sequence) moves.push(current);
  const isWithoutGap = moves.every(({ pointer }, index) => pointer.sequence === from + index);
  if (!isWithoutGap || moves.length !== to - from + 1) throw new CatalogueDamaged('the change log has a gap');
  return moves;
}

function toMove(feed: FeedId, item: Item): StoredPublication {
  const stored = decode(item);
  if (!stored.ok) throw new CatalogueDamaged(`a move in the log is ${stored.failure}`);
  return toStoredPublication(feed, stored.value.publication.M);
}

function toRecord({ pointer, changeCount }: StoredPublication): PublicationRecord {
  const { sequence, catalogue, publishedAt, lastSeenAt } = pointer;
  return { sequence, catalogue, publishedAt, lastSeenAt, changes: changeCount };
}

function parseChanges(text: string): readonly OfferChange[] {
  const listed = changeList.parse(JSON.parse(text));
  return listed.map(({ kind, offer: id, version: hash }) => {
    const offer = parseOfferId(id);
    const version = hash === undefined ? undefined : parseOfferVersion(hash);
    if (offer === undefined) throw new CatalogueDamaged('a change names no offer');
    return { kind, offer, ...(version === undefined ? {} : { version }) };
  });
}
