import * as z from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { parseCatalogueId, type Catalogue, type CatalogueId } from '../../domain/offer/catalogue.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';
import {
  readText,
  storedTextAttributes,
  toStoredTextAttributes,
  verifyText,
  writeText,
  type StoredText,
} from './content-chunks.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { itemDecoder, VERSION_ATTRIBUTE, whole, wholeAttribute } from './item-codec.ts';
import { manifestKey } from './item-keys.ts';
import { readItem } from './read-items.ts';
import { OFFER_FORM, readCatalogueText } from './stored-offers.ts';
import { writeItem } from './write-items.ts';

const MANIFEST_VERSION = 1;
const decodeManifest = itemDecoder({
  version: MANIFEST_VERSION,
  schema: z.object({ ...storedTextAttributes, form: wholeAttribute }),
  upcasters: {},
});

/** See CatalogueStore.writeCatalogue: pieces first, then the manifest, then all is read back. */
export async function writeCatalogue(
  access: DynamoAccess,
  region: RegionId,
  catalogue: Catalogue,
): Promise<CatalogueId> {
  assertInOrder(catalogue);
  const { feed } = catalogue;
  const stored = await writeText(access, region, feed, canonicalText(catalogue));
  const id = parseCatalogueId(stored.hash);
  if (id === undefined) throw new Error('a hash is 32 hexadecimal digits');
  await writeItem(access, {
    ...manifestKey(region, feed, id),
    [VERSION_ATTRIBUTE]: whole(MANIFEST_VERSION),
    form: whole(OFFER_FORM),
    ...toStoredTextAttributes(stored),
  });
  const manifest = await readManifest(access, region, feed, id);
  await verifyText(access, region, feed, manifest);
  return id;
}

/** The canonical JSON of a catalogue part by part: a large one would not fit into one text. */
function* canonicalText({ feed, entries }: Catalogue): Generator<string> {
  yield '{"entries":[';
  for (const [index, entry] of entries.entries()) yield `${index === 0 ? '' : ','}${canonicalJson(entry)}`;
  yield `],"feed":${JSON.stringify(feed)}}`;
}

/** See CatalogueStore.readCatalogue. */
export async function readCatalogue(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<Catalogue> {
  const manifest = await readManifest(access, region, feed, id);
  if (manifest.form > OFFER_FORM) throw new CatalogueDamaged('the offers are of a newer form');
  if (manifest.hash !== id) throw new CatalogueDamaged('the list of pieces is of other content');
  const text = await readText(access, region, feed, manifest);
  const catalogue = readCatalogueText(text, manifest.form, feed);
  if (catalogue === undefined) throw new CatalogueDamaged('the content is no catalogue of the feed');
  return catalogue;
}

/** The hashes of the pieces of a catalogue. Throws CatalogueDamaged when their list is missing or cannot be read. */
export async function readCatalogueChunks(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<readonly string[]> {
  return (await readManifest(access, region, feed, id)).chunks;
}

async function readManifest(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<StoredText & { readonly form: number }> {
  const item = await readItem(access, manifestKey(region, feed, id));
  if (item === undefined) throw new CatalogueDamaged('the list of pieces is missing');
  const manifest = decodeManifest(item);
  if (!manifest.ok) throw new CatalogueDamaged(`the list of pieces is ${manifest.failure}`);
  return manifest.value;
}

/** Whether something was written under this id, without reading all of it. */
export async function hasCatalogue(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<boolean> {
  return (await readItem(access, manifestKey(region, feed, id))) !== undefined;
}

function assertInOrder(catalogue: Catalogue): void {
  let last = '';
  for (const { offer } of catalogue.entries) {
    if (offer.id <= last) throw new RangeError('entries of a catalogue ascend by id');
    last = offer.id;
  }
}
