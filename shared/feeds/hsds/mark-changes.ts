import type { FeedUpdate } from '../feed-format.ts';

const HEAD = '{"changes_since":';
const PAGES = ',"pages":';
const HEAD_BYTES = 100;

/** Pages of services that were changed since an instant (RFC 3339), marked as such: of those that are gone they tell nothing. */
export function markChanges(instant: string, pages: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat([Buffer.from(`${HEAD}${JSON.stringify(instant)}${PAGES}`), pages, Buffer.from('}')]),
  );
}

/** What `markChanges` has marked; `undefined` for everything else, which is a whole file. */
export function lookForChanges(bytes: Uint8Array): FeedUpdate | undefined {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  const [, instant = ''] = /^\{"changes_since":"([^"]+)","pages":/.exec(head) ?? [];
  const since = Date.parse(instant);
  return Number.isNaN(since) ? undefined : { since };
}

/** The pages without the mark. */
export function pagesOfChanges(update: Uint8Array): Uint8Array {
  const start = Buffer.from(update.subarray(0, HEAD_BYTES)).indexOf(PAGES) + PAGES.length;
  return update.subarray(start, -1);
}
