import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readJsonRecords } from '../../../shared/feeds/read-json-records.ts';
import { utf8 } from '../../support/feed-under-test.ts';

async function read(bytes: Uint8Array, path = '$.list.*') {
  const values: unknown[] = [];
  for await (const step of readJsonRecords(bytes, path)) {
    if (!step.ok) return { values, failure: step.failure };
    values.push(step.value.value);
  }
  return { values };
}

const two = { list: [{ name: 'Köln' }, { name: 'Ulm' }] };
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('readJsonRecords', () => {
  it('gives the members of the list in order', async () => {
    expect(await read(utf8(two))).toEqual({ values: two.list });
  });

  it('numbers records from 1', async () => {
    const numbers: number[] = [];
    for await (const step of readJsonRecords(utf8(two), '$.list.*'))
      if (step.ok) numbers.push(step.value.number);
    expect(numbers).toEqual([1, 2]);
  });

  it('takes an object in place of the list for its only member', async () => {
    expect(await read(utf8({ list: two.list[0] }))).toEqual({ values: [two.list[0]] });
  });

  it.each([
    ['null instead of the list', { list: null }],
    ['an empty list', { list: [] }],
    ['no list', { other: [1] }],
    ['an empty text', ''],
  ])('gives nothing for %s', async (_, value) => {
    expect(await read(utf8(value))).toEqual({ values: [] });
  });

  it('unpacks gzip, told by its content', async () => {
    expect(await read(gzipSync(utf8(two)))).toEqual({ values: two.list });
  });

  it('reads past a byte order mark', async () => {
    expect(await read(utf8(`\uFEFF${JSON.stringify(two)}`))).toEqual({ values: two.list });
  });

  it('reads the same however the text falls into chunks', async () => {
    const long = {
      list: Array.from({ length: 5000 }, (_, index) => ({ name: `Ä${'ö'.repeat(index % 40)}😀` })),
    };
    expect(await read(utf8(long))).toEqual({ values: long.list });
  });

  it('names the byte and the record at which a text breaks off', async () => {
    const { values, failure } = await read(utf8('{"list":[{"name":"Köln"},{"name":'));
    expect(values).toEqual([{ name: 'Köln' }]);
    expect(failure).toEqual({ code: 'json-broken', byte: 33, record: 2 });
  });

  it('refuses what follows the end of the text', async () => {
    expect((await read(utf8('{"list":[]} and more'))).failure?.code).toBe('json-broken');
  });

  it('names the byte of a letter in another encoding', async () => {
    const { failure } = await read(latin1('{"list":[{"name":"Köln"}]}'));
    expect(failure).toEqual({ code: 'encoding-wrong', byte: 19, record: 1 });
  });

  it('finds a wrong letter far into a text', async () => {
    const start = utf8(`{"list":["${'ä'.repeat(100_000)}",`);
    const { failure } = await read(new Uint8Array([...start, ...latin1('"é"]}')]));
    expect(failure).toEqual({ code: 'encoding-wrong', byte: start.length + 2, record: 2 });
  });

  it('refuses UTF-16 and a text that ends within a letter', async () => {
    expect((await read(new Uint8Array(Buffer.from('\uFEFF{"list":[]}', 'utf16le')))).failure?.code).toBe(
      'encoding-wrong',
    );
    expect((await read(utf8('{"list":["ä').subarray(0, -1))).failure?.code).toBe('encoding-wrong');
  });

  it('refuses gzip that was cut off, damaged, or has something behind it', async () => {
    const packed = gzipSync(
      utf8({ list: Array.from({ length: 2000 }, (_, index) => ({ index, text: Math.sin(index) })) }),
    );
    const damaged = Uint8Array.from(packed, (byte, index) => (index === 3000 ? byte ^ 255 : byte));
    expect((await read(packed.subarray(0, packed.length - 100))).failure?.code).toBe('gzip-broken');
    expect((await read(damaged)).failure).toBeDefined();
    expect((await read(Buffer.concat([gzipSync(utf8(two)), utf8('junk')]))).failure?.code).toBe(
      'gzip-broken',
    );
  });

  it('reads 64 levels and refuses 65', async () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(await read(utf8(`{"list":[${nested(62)}]}`))).toEqual({ values: [JSON.parse(nested(62))] });
    expect((await read(utf8(`{"list":[${nested(63)}]}`))).failure?.code).toBe('json-too-deep');
  });

  it('stops a million levels at the 65th', async () => {
    expect((await read(utf8('['.repeat(1_000_000)))).failure).toEqual({
      code: 'json-too-deep',
      byte: 64,
      record: 1,
    });
  });

  it('lets a key __proto__ change no prototype', async () => {
    const { values } = await read(utf8('{"list":[{"__proto__":{"free":true}}]}'));
    expect((values[0] as { free?: boolean }).free).toBeUndefined();
  });
});
