import { failed, ok, type Result } from '../../result.ts';
import { columnReader, columnWriter, DamagedIndex } from './index-bytes.ts';
import type { MatchIndex } from './match-index.ts';
import { readSegment, writeSegment } from './segment-bytes.ts';

/** The first eight bytes of every file of an index. */
const MAGIC = new TextEncoder().encode('VEREINIX');
/** Raised when columns change. Files of another version are refused; an index is built anew in less than a second. */
const FORMAT_VERSION = 3;
/** Magic, version, number of segments, length of what follows, its checksum. */
const HEADER_BYTES = 24;

/** Why bytes are no index: not one at all, one of another version, cut off or changed on the way. */
export type IndexRefused = 'not-an-index' | 'other-version' | 'damaged';

/** The binary form of an index: a header of 24 bytes and the columns as they lie in memory (little-endian). */
export function writeIndex({ segments }: MatchIndex): Uint8Array {
  const writer = columnWriter();
  for (const segment of segments) writeSegment(writer, segment);
  const columns = writer.done();
  const bytes = new Uint8Array(HEADER_BYTES + columns.length);
  bytes.set(MAGIC);
  bytes.set(columns, HEADER_BYTES);
  const header = new DataView(bytes.buffer);
  header.setUint32(8, FORMAT_VERSION, true);
  header.setUint32(12, segments.length, true);
  header.setUint32(16, columns.length, true);
  header.setUint32(20, checksum(columns), true);
  return bytes;
}

/** Reads an index without making an object of any offer: its columns are views of the bytes, which are not to be changed. */
export function readIndex(given: Uint8Array): Result<MatchIndex, IndexRefused> {
  const bytes = given.byteOffset % 8 === 0 ? given : given.slice();
  if (bytes.length < HEADER_BYTES || MAGIC.some((byte, at) => bytes[at] !== byte))
    return failed('not-an-index');
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
  if (header.getUint32(8, true) !== FORMAT_VERSION) return failed('other-version');
  const columns = bytes.subarray(HEADER_BYTES);
  if (columns.length !== header.getUint32(16, true)) return failed('damaged');
  if (checksum(columns) !== header.getUint32(20, true)) return failed('damaged');
  try {
    const reader = columnReader(columns);
    const segments = Array.from({ length: header.getUint32(12, true) }, () => readSegment(reader));
    return reader.isAtEnd() ? ok({ segments }) : failed('damaged');
  } catch (error) {
    if (error instanceof DamagedIndex || error instanceof TypeError) return failed('damaged');
    throw error;
  }
}

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a over words of 32 bits, every other one apart. Tells accidents, not malice: an index comes from our own store. */
function checksum(columns: Uint8Array): number {
  const words = new Uint32Array(columns.buffer, columns.byteOffset, columns.length / 4);
  let [even, odd] = [BASIS, BASIS];
  for (let at = 0; at < words.length; at += 2) {
    even = Math.imul(even ^ (words[at] ?? 0), PRIME);
    odd = Math.imul(odd ^ (words[at + 1] ?? 0), PRIME);
  }
  return (Math.imul(even, PRIME) ^ odd) >>> 0;
}
