import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import {
  bytesAttribute,
  itemDecoder,
  text as textOf,
  textAttribute,
  texts,
  textsAttribute,
  VERSION_ATTRIBUTE,
  whole,
  wholeAttribute,
  type Item,
} from './item-codec.ts';
import { chunkKey } from './item-keys.ts';
import { readItem } from './read-items.ts';
import { writeItem } from './write-items.ts';

/** A text in compressed pieces: the hash of the text, its length in bytes, the hashes of the pieces in order. */
export type StoredText = {
  readonly hash: string;
  readonly bytes: number;
  readonly chunks: readonly string[];
};

/** The attributes in which an item names a stored text. */
export const storedTextAttributes = { hash: textAttribute, bytes: wholeAttribute, chunks: textsAttribute };

/** A stored text as those attributes. */
export function toStoredTextAttributes(stored: StoredText): Item {
  return { hash: textOf(stored.hash), bytes: whole(stored.bytes), chunks: texts(stored.chunks) };
}

const CHUNK_VERSION = 1;
const decodeChunk = itemDecoder({
  version: CHUNK_VERSION,
  schema: z.object({ piece: bytesAttribute }).transform(({ piece }) => piece),
  upcasters: {},
});

/** The first 32 hexadecimal digits of SHA-256. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** Writes a text in pieces that lie under their own hash, so that writing again or side by side cannot spoil any. */
export async function writeText(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  text: string,
): Promise<StoredText> {
  const compressed = gzipSync(text);
  const chunks: string[] = [];
  for (let start = 0; start < compressed.length; start += access.chunkBytes) {
    const bytes = compressed.subarray(start, start + access.chunkBytes);
    const hash = contentHash(bytes);
    await writeItem(access, {
      ...chunkKey(region, feed, hash),
      [VERSION_ATTRIBUTE]: whole(CHUNK_VERSION),
      piece: { B: bytes },
    });
    chunks.push(hash);
  }
  return { hash: contentHash(text), bytes: Buffer.byteLength(text), chunks };
}

/** Reads a text and checks each piece and the whole; throws CatalogueDamaged when anything is missing or altered. */
export async function readText(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  stored: StoredText,
): Promise<string> {
  const chunks = await Promise.all(stored.chunks.map((hash) => readChunk(access, region, feed, hash)));
  const text = decompress(Buffer.concat(chunks), stored.bytes);
  if (contentHash(text) !== stored.hash) throw new CatalogueDamaged('content does not have its hash');
  return text;
}

async function readChunk(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  hash: string,
): Promise<Uint8Array> {
  const item = await readItem(access, chunkKey(region, feed, hash));
  if (item === undefined) throw new CatalogueDamaged('a piece is missing');
  const bytes = decodeChunk(item);
  if (!bytes.ok) throw new CatalogueDamaged(`a piece is ${bytes.failure}`);
  if (contentHash(bytes.value) !== hash) throw new CatalogueDamaged('a piece does not have its hash');
  return bytes.value;
}

function decompress(compressed: Uint8Array, bytes: number): string {
  try {
    return gunzipSync(compressed, { maxOutputLength: Math.max(bytes, 1) }).toString('utf8');
  } catch (cause) {
    throw new CatalogueDamaged('content cannot be decompressed', { cause });
  }
}
