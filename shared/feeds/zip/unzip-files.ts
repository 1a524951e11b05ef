import { Buffer } from 'node:buffer';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';

/** A package has some thirty tables and a description of them; a catalogue has fewer updates before it comes anew. */
const MAX_ENTRIES = 60;
const MAX_UNPACKED_BYTES = 100_000_000;
/** Text packs well, but not so well; smaller files may, as a few equal rows do no harm. */
const MAX_RATIO = 200;
const RATIO_FROM_BYTES = 1_000_000;
const SYMBOLIC_LINK = 0o120000;
const KIND_OF_FILE = 0o170000;

/** Whether bytes are a zip archive, told by their first four. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The files of an archive with the ending (`csv`), by their names without folder and ending, lower case. Sizes are looked at
 * before anything is unpacked, and an entry that grows beyond its own size ends the reading. A name that stands twice, in two
 * folders, is refused. Names lead nowhere: nothing is written.
 */
export async function unzipFiles(
  bytes: Uint8Array,
  ending: 'csv' | 'xml',
): Promise<Result<ReadonlyMap<string, Uint8Array>, Pick<ReadFailure, 'code' | 'byte'>>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true });
    const entries = await entriesOf(zip);
    if (entries === undefined) return failed({ code: 'zip-broken', byte: 0 });
    const size = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
    const isBomb = size > RATIO_FROM_BYTES && size > MAX_RATIO * bytes.length;
    if (size > MAX_UNPACKED_BYTES || isBomb) return failed({ code: 'source-too-large', byte: 0 });
    const files = new Map<string, Uint8Array>();
    for (const entry of entries) {
      const [file = ''] = entry.fileName.toLowerCase().split('/').slice(-1);
      if (!file.endsWith(`.${ending}`) || entry.fileName.startsWith('__MACOSX/')) continue;
      const name = file.slice(0, -ending.length - 1);
      if (files.has(name)) return failed({ code: 'zip-broken', byte: 0 });
      files.set(name, await unpack(zip, entry));
    }
    return ok(files);
  } catch {
    return failed({ code: 'zip-broken', byte: 0 }); // yauzl throws on whatever is no honest archive, and nothing else can here
  }
}

/** All entries of the directory; `undefined` = more than a package has, or links and secrets among them. */
async function entriesOf(zip: ZipFile): Promise<readonly Entry[] | undefined> {
  if (zip.entryCount > MAX_ENTRIES) return undefined;
  const entries: Entry[] = [];
  for await (const entry of zip.eachEntry()) {
    const mode = entry.externalFileAttributes >>> 16;
    if (entries.length >= MAX_ENTRIES || (mode & KIND_OF_FILE) === SYMBOLIC_LINK || entry.isEncrypted())
      return undefined;
    entries.push(entry);
  }
  return entries;
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) {
    if (part instanceof Uint8Array) parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
