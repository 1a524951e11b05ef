import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip, gunzipSync } from 'node:zlib';
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

/** Content in compressed pieces: its hash, its length in bytes, the hashes of the pieces in order. */
export type StoredContent = {
  readonly hash: string;
  readonly bytes: number;
  readonly chunks: readonly string[];
};

/** The attributes in which an item names stored content. */
export const storedContentAttributes = { hash: textAttribute, bytes: wholeAttribute, chunks: textsAttribute };

/** Stored content as those attributes. */
export function toStoredContentAttributes(stored: StoredContent): Item {
  return { hash: textOf(stored.hash), bytes: whole(stored.bytes), chunks: texts(stored.chunks) };
}

const CHUNK_VERSION = 1;
const PART_CHARACTERS = 65_536;
/** Pieces that are read side by side and held until they are decompressed. */
const PIECES_AT_ONCE = 4;
const decodeChunk = itemDecoder({
  version: CHUNK_VERSION,
  schema: z.object({ piece: bytesAttribute }).transform(({ piece }) => piece),
  upcasters: {},
});

/** The first 32 hexadecimal digits of SHA-256. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 32);
}

/** Writes a text as content; it is taken part by part, and no more than one piece of it is in memory at a time. */
export async function writeText(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  text: Iterable<string>,
): Promise<StoredContent> {
  return writeContent(access, region, feed, inParts(text));
}

/** Writes bytes in compressed pieces that lie under their own hash, so that writing again or side by side cannot spoil any. */
export async function writeContent(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  content: Iterable<Uint8Array>,
): Promise<StoredContent> {
  const hash = createHash('sha256');
  const chunks: string[] = [];
  let bytes = 0;
  const parts = function* () {
    for (const part of content) {
      hash.update(part);
      bytes += part.length;
      yield part;
    }
  };
  const writeChunks = async (compressed: AsyncIterable<Uint8Array>) => {
    for await (const piece of cut(compressed, access.chunkBytes)) {
      const name = contentHash(piece);
      await writeItem(access, {
        ...chunkKey(region, feed, name),
        [VERSION_ATTRIBUTE]: whole(CHUNK_VERSION),
        piece: { B: piece },
      });
      chunks.push(name);
    }
  };
  await pipeline(parts, createGzip(), writeChunks);
  return { hash: hash.digest('hex').slice(0, 32), bytes, chunks };
}

/** Few large parts instead of many small ones, as each part costs the compression a turn. */
function* inParts(text: Iterable<string>): Generator<Buffer> {
  let open: string[] = [];
  let characters = 0;
  for (const part of text) {
    open.push(part);
    characters += part.length;
    if (characters < PART_CHARACTERS) continue;
    yield Buffer.from(open.join(''));
    [open, characters] = [[], 0];
  }
  yield Buffer.from(open.join(''));
}

/** Bytes in pieces of one size, the last one smaller. */
async function* cut(bytes: AsyncIterable<Uint8Array>, pieceBytes: number): AsyncGenerator<Uint8Array> {
  let open = Buffer.alloc(0);
  for await (const part of bytes) {
    open = Buffer.concat([open, part]);
    for (; open.length >= pieceBytes; open = open.subarray(pieceBytes)) {
      yield open.subarray(0, pieceBytes);
    }
  }
  if (open.length > 0) yield open;
}

/**
 * Reads what was written piece by piece and checks each piece and the whole, without holding the whole; throws
 * CatalogueDamaged when anything is missing or altered.
 */
export async function verifyContent(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  stored: StoredContent,
): Promise<void> {
  await readParts(access, region, feed, stored, async (parts) => {
    for await (const _ of parts);
  });
}

/**
 * Hands content over part by part, checked as by `verifyContent`: what `take` made of it counts only once all is read. Throws
 * what `take` throws.
 */
export async function readParts(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  stored: StoredContent,
  take: (parts: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  const pieces = async function* () {
    for (let from = 0; from < stored.chunks.length; from += PIECES_AT_ONCE) {
      const names = stored.chunks.slice(from, from + PIECES_AT_ONCE);
      yield* await Promise.all(names.map((name) => readChunk(access, region, feed, name)));
    }
  };
  const hashed = async function* (content: AsyncIterable<Uint8Array>) {
    for await (const part of content) {
      hash.update(part);
      bytes += part.length;
      if (bytes > stored.bytes) throw new CatalogueDamaged('content is longer than it was');
      yield part;
    }
  };
  try {
    await pipeline(
      pieces,
      createGunzip({ chunkSize: PART_CHARACTERS }),
      (content: AsyncIterable<Uint8Array>) => take(hashed(content)),
    );
  } catch (cause) {
    if (!isOfZlib(cause)) throw cause;
    throw new CatalogueDamaged('content cannot be decompressed', { cause });
  }
  if (hash.digest('hex').slice(0, 32) !== stored.hash) {
    throw new CatalogueDamaged('content does not have its hash');
  }
}

function isOfZlib(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && String(cause.code).startsWith('Z_');
}

/** Reads a text, see `readContent`. */
export async function readText(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  stored: StoredContent,
): Promise<string> {
  return (await readContent(access, region, feed, stored)).toString('utf8');
}

/** Reads content and checks each piece and the whole; throws CatalogueDamaged when anything is missing or altered. */
export async function readContent(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  stored: StoredContent,
): Promise<Buffer> {
  const chunks = await Promise.all(stored.chunks.map((hash) => readChunk(access, region, feed, hash)));
  const content = decompress(Buffer.concat(chunks), stored.bytes);
  if (contentHash(content) !== stored.hash) throw new CatalogueDamaged('content does not have its hash');
  return content;
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

function decompress(compressed: Uint8Array, bytes: number): Buffer {
  try {
    return gunzipSync(compressed, { maxOutputLength: Math.max(bytes, 1) });
  } catch (cause) {
    throw new CatalogueDamaged('content cannot be decompressed', { cause });
  }
}
