import { zipSync } from 'fflate';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { FeedUpdate, ReadFailure } from '../feed-format.ts';
import { readXmlRecords } from '../xml/read-xml-records.ts';
import { isZip } from '../zip/unzip-files.ts';
import { filesInOrder } from './files-in-order.ts';

/** As many as the reader of archives takes; a provider that sends more sends a full catalogue in between. */
const MOST_FILES = 60;
/** Any time, but always the same, so that the same files give the same bytes. */
const PACKED_ON = '2000-01-01';

/** Whether a file is an update alone (`UPDATE_CATALOG`); a zip never is. */
export async function lookForUpdate(bytes: Uint8Array): Promise<FeedUpdate | undefined> {
  if (isZip(bytes)) return undefined;
  for await (const read of readXmlRecords(bytes, {
    records: ['SERVICE'],
    shells: ['NEW_CATALOG', 'UPDATE_CATALOG'],
    only: new Set(),
  })) {
    if (!read.ok) return undefined;
    if (read.value.name !== 'SERVICE') return read.value.name === 'UPDATE_CATALOG' ? {} : undefined;
  }
  return undefined;
}

/**
 * A zip of the catalogue that is in force, which is one file or a zip itself, and the update after it. The very bytes of the
 * catalogue where the update is its last one already. Whether the number follows is looked at when the zip is read.
 */
export async function joinUpdate(
  whole: Uint8Array,
  update: Uint8Array,
): Promise<Result<Uint8Array, ReadFailure>> {
  const files = isZip(whole) ? await filesInOrder(whole) : ok([whole]);
  if (!files.ok) return files;
  const last = files.value.at(-1);
  if (last !== undefined && Buffer.compare(last, update) === 0) return ok(whole);
  if (files.value.length >= MOST_FILES)
    return failed({
      code: 'update-without-catalogue',
      byte: 0,
      record: 0,
      field: `${String(MOST_FILES)} files`,
    });
  const named = [...files.value, update].map((file, index) => [`${String(index)}.xml`, file] as const);
  return ok(zipSync(Object.fromEntries(named), { mtime: PACKED_ON }));
}
