import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { canonicalJson } from '../../domain/canonical-json.ts';
import {
  parseCatalogueId,
  type Catalogue,
  type CatalogueEntry,
  type CatalogueId,
  type CatalogueInMaking,
} from '../../domain/offer/catalogue.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';
import {
  readContent,
  readParts,
  readText,
  storedContentAttributes,
  toStoredContentAttributes,
  verifyContent,
  writeContent,
  writeText,
} from './content-chunks.ts';
import { answerIfAllowed, type DynamoAccess } from './dynamo-access.ts';
import { entryTexts } from './entry-texts.ts';
import { itemDecoder, VERSION_ATTRIBUTE, whole, wholeAttribute } from './item-codec.ts';
import { manifestKey } from './item-keys.ts';
import { readItem } from './read-items.ts';
import { OFFER_FORM, readCatalogueText, readEntryText } from './stored-offers.ts';
import { writeItem } from './write-items.ts';

const MANIFEST_VERSION = 1;
const manifestSchema = z.object({
  ...storedContentAttributes,
  form: wholeAttribute,
  index: z.object({ M: z.object(storedContentAttributes) }).optional(),
});
const decodeManifest = itemDecoder({ version: MANIFEST_VERSION, schema: manifestSchema, upcasters: {} });

/** See CatalogueStore.writeCatalogue: pieces first, then the manifest, then all is read back. */
export async function writeCatalogue(
  access: DynamoAccess,
  region: RegionId,
  catalogue: CatalogueInMaking,
): Promise<CatalogueId> {
  const { feed } = catalogue;
  const stored = await writeText(access, region, feed, canonicalText(catalogue));
  const id = parseCatalogueId(stored.hash);
  if (id === undefined) throw new Error('a hash is 32 hexadecimal digits');
  await writeItem(access, {
    ...manifestKey(region, feed, id),
    [VERSION_ATTRIBUTE]: whole(MANIFEST_VERSION),
    form: whole(OFFER_FORM),
    ...toStoredContentAttributes(stored),
  });
  const manifest = await readManifest(access, region, feed, id);
  await verifyContent(access, region, feed, manifest);
  return id;
}

/**
 * The canonical JSON of a catalogue part by part: a large one would not fit into one text. Throws where its entries are out of
 * order; the pieces written by then are named by nothing.
 */
function* canonicalText({ feed, entries }: CatalogueInMaking): Generator<string> {
  let last = '';
  yield '{"entries":[';
  for (const entry of entries) {
    const { id } = entry.offer;
    if (id <= last) throw new RangeError('entries of a catalogue ascend by id');
    yield `${last === '' ? '' : ','}${canonicalJson(entry)}`;
    last = id;
  }
  yield `],"feed":${JSON.stringify(feed)}}`;
}

/** See CatalogueStore.readCatalogue. */
export async function readCatalogue(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<Catalogue> {
  const manifest = await readFitManifest(access, region, feed, id);
  const text = await readText(access, region, feed, manifest);
  const catalogue = readCatalogueText(text, manifest.form, feed);
  if (catalogue === undefined) throw new CatalogueDamaged('the content is no catalogue of the feed');
  return catalogue;
}

/** See CatalogueStore.readEntries. */
export async function readEntries(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
  take: (entry: CatalogueEntry) => void,
): Promise<void> {
  const manifest = await readFitManifest(access, region, feed, id);
  await readParts(access, region, feed, manifest, async (parts) => {
    for await (const texts of entryTexts(parts, feed)) {
      for (const text of texts) {
        const entry = readEntryText(text, manifest.form);
        if (entry === undefined) throw new CatalogueDamaged('the content has an entry that is none');
        take(entry);
      }
    }
  });
}

/** See CatalogueStore.readIndex. */
export async function readIndex(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<Uint8Array | undefined> {
  const { index } = await readManifest(access, region, feed, id);
  return index && Uint8Array.from(await readContent(access, region, feed, index.M));
}

/** See CatalogueStore.writeIndex: pieces first, then the catalogue's list of pieces names them, so that no other catalogue's can. */
export async function writeIndex(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
  index: readonly Uint8Array[],
): Promise<void> {
  const stored = await writeContent(access, region, feed, index);
  const laid = await answerIfAllowed(access, 'UpdateItem', (options) =>
    access.client.send(
      new UpdateItemCommand({
        TableName: access.table,
        Key: manifestKey(region, feed, id),
        UpdateExpression: 'SET #index = :index',
        ConditionExpression: 'attribute_exists(#hash)',
        ExpressionAttributeNames: { '#index': 'index', '#hash': 'hash' },
        ExpressionAttributeValues: { ':index': { M: toStoredContentAttributes(stored) } },
      }),
      options,
    ),
  );
  if (!laid.ok) throw new CatalogueDamaged('the catalogue of an index was never written');
}

/** The hashes of the pieces of a catalogue and of its index. Throws CatalogueDamaged when their list is missing or cannot be read. */
export async function readCatalogueChunks(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<readonly string[]> {
  const { chunks, index } = await readManifest(access, region, feed, id);
  return [...chunks, ...(index?.M.chunks ?? [])];
}

/** The manifest of a catalogue whose content this release can read. */
async function readFitManifest(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<z.output<typeof manifestSchema>> {
  const manifest = await readManifest(access, region, feed, id);
  if (manifest.form > OFFER_FORM) throw new CatalogueDamaged('the offers are of a newer form');
  if (manifest.hash !== id) throw new CatalogueDamaged('the list of pieces is of other content');
  return manifest;
}

async function readManifest(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<z.output<typeof manifestSchema>> {
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
