import { failed, ok, type Result } from '../domain/result.ts';
import type { ReadFailure } from './feed-format.ts';

/** Unpacked bytes are read up to this many; a small file cannot grow into a large one. */
const MAX_UNPACKED_BYTES = 500_000_000;
const CHUNK_BYTES = 65_536;

/**
 * The bytes of a feed piece by piece, unpacked where they are gzip (told by their first two bytes, not by a name). Ends
 * after a failure; `byte` counts unpacked bytes that were read before it.
 */
export async function* readBytes(
  bytes: Uint8Array,
  maxBytes: number = MAX_UNPACKED_BYTES,
): AsyncGenerator<Result<Uint8Array, Pick<ReadFailure, 'code' | 'byte'>>> {
  let byte = 0;
  try {
    for await (const chunk of isGzip(bytes) ? unpacked(bytes) : chunksOf(bytes)) {
      if (byte + chunk.length > maxBytes) {
        yield failed({ code: 'source-too-large', byte });
        return;
      }
      byte += chunk.length;
      yield ok(chunk);
    }
  } catch {
    yield failed({ code: 'gzip-broken', byte }); // nothing but unpacking can throw here
  }
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function* chunksOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    yield bytes.subarray(start, start + CHUNK_BYTES);
  }
}

/** Streams of the platform may take a chunk away from whoever hands it in, so they are given copies. */
function* copiesOf(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  for (const chunk of chunksOf(bytes)) yield new Uint8Array(chunk);
}

function unpacked(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  return ReadableStream.from(copiesOf(bytes)).pipeThrough(new DecompressionStream('gzip'));
}
