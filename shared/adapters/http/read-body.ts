import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { FetchFailure } from '../../ports/feed-fetcher.ts';
import type { FetchLimits } from './fetch-limits.ts';

const RATIO_FROM_BYTES = 1_048_576;

class TooLarge extends Error {}

/**
 * The body as it is meant, gzip undone. What is larger than the limits, on the wire or decoded, is cut off there; what
 * ends early, is packed otherwise or cannot be unpacked is `source-unreadable`.
 */
export async function readBody(
  response: IncomingMessage,
  limits: Pick<FetchLimits, 'wireBytes' | 'decodedBytes' | 'ratio'>,
): Promise<Result<Uint8Array, FetchFailure>> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (!['identity', '', 'gzip', 'x-gzip'].includes(encoding)) return failed('source-unreadable');
  if (Number(response.headers['content-length'] ?? 0) > limits.wireBytes) return failed('source-too-large');
  const count = { wire: 0, decoded: 0 };
  const parts: Uint8Array[] = [];

  async function* countWire(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      count.wire += chunk.length;
      if (count.wire > limits.wireBytes) throw new TooLarge();
      yield chunk;
    }
  }
  async function keepDecoded(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const chunk of chunks) {
      count.decoded += chunk.length;
      const isBomb = count.decoded > RATIO_FROM_BYTES && count.decoded > limits.ratio * count.wire;
      if (count.decoded > limits.decodedBytes || isBomb) throw new TooLarge();
      parts.push(chunk);
    }
  }

  try {
    if (encoding.endsWith('gzip')) await pipeline(response, countWire, createGunzip(), keepDecoded);
    else await pipeline(response, countWire, keepDecoded);
    return ok(Buffer.concat(parts));
  } catch (error) {
    return failed(error instanceof TooLarge ? 'source-too-large' : 'source-unreadable');
  }
}
