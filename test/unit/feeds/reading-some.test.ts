import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../../shared/domain/result.ts';
import type { SomeRecords } from '../../../shared/feeds/feed-format.ts';
import { readingSome, someRecords } from '../../../shared/feeds/reading-some.ts';

const BROKEN = failed({ code: 'csv-broken', byte: 7, record: 4 } as const);
const record = (number: number) => ({ number, value: `record ${String(number)}` });

async function* three(): SomeRecords {
  yield Promise.resolve(ok([record(1), record(2)]));
  yield ok([]);
  yield ok([record(3)]);
  yield BROKEN;
}

async function allOf<Item>(items: AsyncIterable<Item>): Promise<readonly Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe('records that come some at a time', () => {
  it('are given one by one too, with the failure at their end', async () => {
    const { read } = readingSome(three);
    expect(await allOf(read(new Uint8Array()))).toEqual([
      ok(record(1)),
      ok(record(2)),
      ok(record(3)),
      BROKEN,
    ]);
  });

  it('are the same from a format that gives them one by one', async () => {
    const [some, singly] = await Promise.all([
      allOf(someRecords(readingSome(three), new Uint8Array())),
      allOf(someRecords({ read: readingSome(three).read }, new Uint8Array())),
    ]);
    const flat = (found: typeof some) =>
      found.flatMap((each): readonly unknown[] => (each.ok ? each.value : [each]));
    expect(flat(some)).toEqual(flat(singly));
    expect(flat(some)).toHaveLength(4);
  });
});
