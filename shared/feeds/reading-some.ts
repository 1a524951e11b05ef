import { ok } from '../domain/result.ts';
import type { FeedFormat, SomeRecords } from './feed-format.ts';

/** Both ways of reading a format whose records come some at a time. */
export function readingSome(
  readSome: (bytes: Uint8Array) => SomeRecords,
): Required<Pick<FeedFormat, 'read' | 'readSome'>> {
  return {
    readSome,
    async *read(bytes) {
      for await (const some of readSome(bytes)) {
        if (some.ok) for (const record of some.value) yield ok(record);
        else yield some;
      }
    },
  };
}

/** The records of a format, some at a time. */
export async function* someRecords(
  { read, readSome }: Pick<FeedFormat, 'read' | 'readSome'>,
  bytes: Uint8Array,
): SomeRecords {
  if (readSome === undefined) for await (const one of read(bytes)) yield one.ok ? ok([one.value]) : one;
  else yield* readSome(bytes);
}
