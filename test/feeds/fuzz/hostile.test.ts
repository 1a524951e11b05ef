import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { FEED_FORMATS } from '../../../shared/feeds/feed-formats.ts';
import type { FeedFormat } from '../../../shared/feeds/feed-format.ts';
import { tableFormat } from '../../../shared/feeds/table/table.ts';
import { tableMapSchema } from '../../../shared/feeds/table/table-map.schema.ts';
import { FEED_CONTEXT, utf8 } from '../../support/feed-under-test.ts';
import { nurseryCsv, nurseryMap } from '../../support/nursery-table.ts';
import { readFeed } from '../../support/read-feed.ts';
import { vhsFile, vhsRecord } from '../../support/vhs-record.ts';

// Files made to do harm, small or made here, each with what has to come of it: a failure by its code, or how many records
// and offers, and which notices.
type Wanted = {
  readonly failure?: string;
  readonly records?: number;
  readonly offers?: number;
  readonly codes?: readonly string[];
};
type Case = readonly [what: string, bytes: () => Uint8Array, wanted: Wanted];

/** What reading may hold at once, whatever a file grows to when it is unpacked. */
const HEAP_BYTES = 350_000_000;

const JSON_GOOD = JSON.stringify(vhsFile([vhsRecord()]));
const json = (from: string, to: string) => () => utf8(JSON_GOOD.replace(from, () => to));
const text = (long: string) => json('Deutsch im Alltag.', long);
/** The good file with bytes put into its title. */
const within = (bytes: Uint8Array) => {
  const [before = '', after = ''] = JSON_GOOD.split('Deutsch B1.1');
  return Buffer.concat([utf8(before), bytes, utf8(after)]);
};
const packed = (bytes: Uint8Array | string) => gzipSync(bytes, { level: 1 });
const ONE: Wanted = { records: 1, offers: 1 };
const REFUSED: Wanted = { records: 1, offers: 0, codes: ['record-invalid'] };

const JSON_CASES: readonly Case[] = [
  ['nothing', () => utf8(''), { records: 0 }],
  ['blanks', () => utf8(' \n\t '), { records: 0 }],
  ['a byte order mark and nothing else', () => utf8('\ufeff'), { records: 0 }],
  ['a byte order mark at the front', () => utf8(`\ufeff${JSON_GOOD}`), ONE],
  ['a byte order mark in the middle', json('[{', '[\ufeff{'), { failure: 'json-broken' }],
  ['UTF-16', () => Buffer.from(JSON_GOOD, 'utf16le'), { failure: 'json-broken' }],
  ['UTF-16 with its mark', () => Buffer.from(`\ufeff${JSON_GOOD}`, 'utf16le'), { failure: 'encoding-wrong' }],
  ['ISO 8859-1', () => Buffer.from(JSON_GOOD, 'latin1'), { failure: 'encoding-wrong' }],
  [
    'UTF-8 that turns into ISO 8859-1',
    () => Buffer.concat([utf8(JSON_GOOD), Buffer.of(0xf6)]),
    { failure: 'encoding-wrong' },
  ],
  [
    'a character written too long',
    () => Buffer.concat([Buffer.of(0xc0, 0x80), utf8(JSON_GOOD)]),
    { failure: 'encoding-wrong' },
  ],
  [
    'half a character of UTF-16 as UTF-8',
    () => within(Buffer.of(0xed, 0xa0, 0x80)),
    { failure: 'encoding-wrong' },
  ],
  [
    'an end within a character',
    () => utf8(JSON_GOOD).subarray(0, utf8(JSON_GOOD).indexOf(0xc3) + 1),
    { failure: 'encoding-wrong' },
  ],
  ['a NUL', json('Deutsch B1.1', 'Deutsch\0B1.1'), { failure: 'json-broken' }],
  ['a million lists in each other', () => utf8('['.repeat(1_000_000)), { failure: 'json-too-deep' }],
  [
    'seventy lists in a field',
    json('"NK101.001"', `${'['.repeat(70)}${']'.repeat(70)}`),
    { failure: 'json-too-deep' },
  ],
  ['one key twice, the later one counts', json('"guid":"700001"', '"guid":"1","guid":"2"'), ONE],
  [
    'keys that are meant for prototypes',
    json('"guid"', '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"guid"'),
    ONE,
  ],
  ['half a character as an escape', json('Deutsch B1.1', 'Deutsch \\ud800 B1'), ONE],
  ['a number beyond all numbers', json('"20"', '1e400'), REFUSED],
  [
    'an id of which JSON loses the last digits',
    json('"guid":"700001"', '"guid":12345678901234567890'),
    REFUSED,
  ],
  ['a field of 2 MB', json('Deutsch B1.1', 'x'.repeat(2_000_000)), REFUSED],
  ['a text of 49,000 times one letter', text('a'.repeat(49_000)), ONE],
  ['a text of 49,000 times <', text('<'.repeat(49_000)), ONE],
  ['a text of 49,000 times &', text('&'.repeat(49_000)), ONE],
  ['a text of 12,000 mail addresses', text('a@a.'.repeat(12_000)), ONE],
  ['a text of 49,000 blanks', text(`${' '.repeat(49_000)}x`), ONE],
  ['a text of 9,000 elements in each other', text('<div>'.repeat(9000)), ONE],
  ['a title of 3,000 requirements', json('Deutsch B1.1', 'Voraussetzung: '.repeat(3000)), ONE],
  ['200,000 sessions', json('"termin":[', `"termin":[${'{},'.repeat(200_000)}`), REFUSED],
  [
    '10,000 records of nothing',
    () => utf8(`{"veranstaltungen":{"veranstaltung":[${'null,'.repeat(9999)}null]}}`),
    { records: 10_000, offers: 0 },
  ],
  ['an end in the middle', () => utf8(JSON_GOOD.slice(0, 300)), { failure: 'json-broken' }],
  ['something after its end', () => utf8(`${JSON_GOOD}x`), { failure: 'json-broken' }],
  ['two texts in one', () => utf8(JSON_GOOD + JSON_GOOD), { failure: 'json-broken' }],
  ['gzip within gzip', () => packed(packed(JSON_GOOD)), { failure: 'json-broken' }],
  ['gzip that is cut off', () => packed(JSON_GOOD).subarray(0, 200), { failure: 'gzip-broken' }],
  ['gzip with nothing but its head', () => packed(JSON_GOOD).subarray(0, 10), { failure: 'gzip-broken' }],
  ['gzip with a wrong checksum', () => altered(packed(JSON_GOOD), -6), { failure: 'gzip-broken' }],
  [
    'gzip with something after it',
    () => Buffer.concat([packed(JSON_GOOD), utf8('x')]),
    { failure: 'gzip-broken' },
  ],
  [
    'a bomb of one text of 60 MB',
    () => packed(`{"a":"${'a'.repeat(60_000_000)}`),
    { failure: 'json-too-large' },
  ],
  [
    'a bomb of keys in one record',
    () => packed(`{"veranstaltungen":{"veranstaltung":[{${'"a":1,'.repeat(4_000_000)}`),
    { failure: 'json-too-large' },
  ],
  ['a bomb of digits', () => packed(`{"a":${'1'.repeat(30_000_000)}`), { failure: 'json-too-large' }],
];

const TABLE = tableFormat(tableMapSchema.parse(nurseryMap()));
const csv = (own: Readonly<Record<string, string>>) => () => utf8(nurseryCsv(own));
const TABLE_CASES: readonly Case[] = [
  ['nothing', () => utf8(''), { failure: 'column-missing' }],
  ['a heading and nothing else', () => utf8(`${nurseryCsv().split('\n')[0]}\n`), { records: 0 }],
  ['a quote that does not close', csv({ name: '"Kita' }), { failure: 'csv-broken' }],
  ['a cell of 2 MB', csv({ name: 'x'.repeat(2_000_000) }), { failure: 'csv-broken' }],
  ['a cell of 900,000 letters', csv({ name: 'x'.repeat(900_000) }), ONE],
  [
    '900,000 blanks among hours',
    csv({ zeiten: `7 ${' '.repeat(900_000)}x` }),
    { ...ONE, codes: ['hours-invalid'] },
  ],
  ['900,000 digits for hours', csv({ zeiten: '1'.repeat(900_000) }), { ...ONE, codes: ['hours-invalid'] }],
  ['450,000 halves of mail addresses', csv({ name: 'a@'.repeat(450_000) }), ONE],
  ['a formula, which is a text here', csv({ name: '=HYPERLINK("x")' }), ONE],
  ['a NUL in a cell', csv({ name: 'Ki\0ta' }), { failure: 'encoding-wrong' }],
  [
    'UTF-8 that turns into ISO 8859-1',
    () => Buffer.concat([utf8(nurseryCsv()), Buffer.from('8;Kita Möwe\n', 'latin1')]),
    { failure: 'encoding-wrong' },
  ],
  ['UTF-16 without its mark', () => Buffer.from(nurseryCsv(), 'utf16le'), { failure: 'encoding-wrong' }],
  [
    'half a file of UTF-16',
    () => Buffer.from(`\ufeff${nurseryCsv()}`, 'utf16le').subarray(0, 101),
    { failure: 'encoding-wrong' },
  ],
  [
    'a column of the map twice',
    () => utf8(nurseryCsv().replace('nr;', 'nr;nr;').replace('7;', '7;7;')),
    { failure: 'column-repeated' },
  ],
  ['100,000 columns nobody knows', () => utf8(nurseryCsv().replace('\n', `${';x'.repeat(100_000)}\n`)), ONE],
  [
    'columns named like members of every object',
    () => utf8(nurseryCsv().replace('nr;', '__proto__;constructor;nr;').replace('7;', 'x;y;7;')),
    ONE,
  ],
  [
    'a row with more cells than columns',
    () => utf8(nurseryCsv().replace('Kita Kanalufer', 'Kita;Kanalufer')),
    { records: 1, offers: 0, codes: ['row-too-long'] },
  ],
  [
    'more rows than a city has',
    () => packed(nurseryCsv() + ';\n'.repeat(200_001)),
    { failure: 'source-too-large' },
  ],
  ['a bomb of 60 MB', () => packed(Buffer.alloc(60_000_000, 'a')), { failure: 'source-too-large' }],
];

const course =
  (within: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  () =>
    utf8(
      `${head}<veranstaltungen><veranstaltung><guid>1</guid><name>Kurs</name>${within}</veranstaltung></veranstaltungen>`,
    );
const XML_CASES: readonly Case[] = [
  ['a DTD', course('', '<!DOCTYPE a>'), { failure: 'xml-doctype' }],
  [
    'a billion laughs',
    course('&c;', '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'),
    { failure: 'xml-doctype' },
  ],
  [
    'an entity from a file',
    course('&c;', '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/hostname">]>'),
    { failure: 'xml-doctype' },
  ],
  ['an entity of HTML', course('<a>&nbsp;</a>'), { failure: 'xml-broken' }],
  ['a character that does not exist', course('<a>&#xD800;</a>'), { failure: 'xml-broken' }],
  ['a NUL by number', course('<a>&#0;</a>'), { failure: 'xml-broken' }],
  ['a NUL', course('<a>\0</a>'), { failure: 'xml-broken' }],
  ['100,000 elements in each other', course('<a>'.repeat(100_000)), { failure: 'xml-too-deep' }],
  [
    '20,000 attributes',
    course(`<a ${Array.from({ length: 20_000 }, (_, index) => `a${index}=""`).join(' ')}/>`),
    { failure: 'xml-too-large' },
  ],
  ['100,000 elements in a record', course('<termin/>'.repeat(100_000)), { failure: 'xml-too-large' }],
  ['a comment of 5 MB', course(`<!--${'x'.repeat(5_000_000)}-->`), { failure: 'xml-too-large' }],
  ['a name of 5 MB', course(`<${'a'.repeat(5_000_000)}/>`), { failure: 'xml-too-large' }],
  ['a text of 2 MB', course(`<untertitel><![CDATA[${'x'.repeat(2_000_000)}]]></untertitel>`), REFUSED],
  [
    'elements that are meant for prototypes',
    course('<__proto__><polluted>1</polluted></__proto__><constructor><prototype/></constructor>'),
    ONE,
  ],
  ['an element that does not close', course('<a>'), { failure: 'xml-broken' }],
  ['two roots', () => Buffer.concat([course('')(), course('')()]), { failure: 'xml-broken' }],
  [
    'UTF-8 that says it is ISO 8859-1',
    course('<a>ü</a>', '<?xml version="1.0" encoding="ISO-8859-1"?>'),
    { failure: 'encoding-wrong' },
  ],
  [
    'ISO 8859-1 that says nothing',
    () => Buffer.from('<v><veranstaltung><guid>1</guid><name>Kürs</name></veranstaltung></v>', 'latin1'),
    { failure: 'encoding-wrong' },
  ],
  [
    'an encoding nobody reads',
    course('', '<?xml version="1.0" encoding="UTF-7"?>'),
    { failure: 'encoding-wrong' },
  ],
  ['a bomb of one text of 60 MB', () => packed(`<a>${'x'.repeat(60_000_000)}`), { failure: 'xml-too-large' }],
  ['100,000 processing instructions', course('<?a b?>'.repeat(100_000)), ONE],
];

const zip = (parts: Record<string, Uint8Array>) => zipSync(parts, { level: 1 });
const ARCHIVE_CASES: readonly Case[] = [
  ['an archive of nothing', () => zip({}), {}],
  ['an archive without tables', () => zip({ 'a.txt': utf8('x') }), {}],
  ['an archive in an archive', () => zip({ 'services.csv': zip({ 'services.csv': utf8('id\n1\n') }) }), {}],
  ['names that lead out of the folder', () => zip({ '../../services.csv': utf8('id\n1\n') }), {}],
  [
    'a thousand parts',
    () => zip(Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${index}.csv`, utf8('a\n')]))),
    {},
  ],
  ['a part of 250 MB', () => zip({ 'services.csv': new Uint8Array(250_000_000) }), {}],
  [
    'a part that lies about its size',
    () => lying(zip({ 'services.csv': new Uint8Array(3_000_000) }), 3_000_000, 100),
    {},
  ],
  ['half an archive', () => zip({ 'services.csv': utf8('id\n1\n') }).subarray(0, 40), {}],
];

/** The bytes with one bit turned, counted from the end where the place is negative. */
function altered(bytes: Uint8Array, at: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const place = at < 0 ? copy.length + at : at;
  copy[place] = copy[place]! ^ 1;
  return copy;
}

/** The archive with another size wherever it states this one. */
function lying(bytes: Uint8Array, size: number, stated: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at <= bytes.length - 4; at += 1) {
    if (view.getUint32(at, true) === size) view.setUint32(at, stated, true);
  }
  return bytes;
}

async function holds(format: FeedFormat, bytes: Uint8Array, wanted: Wanted): Promise<void> {
  const before = process.memoryUsage().heapUsed;
  const read = await readFeed(format, bytes, FEED_CONTEXT);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(HEAP_BYTES);
  const { failure, records, offers, codes } = wanted;
  expect(read.failure?.code).toBe(failure);
  if (records !== undefined) expect(read.records).toBe(records);
  if (offers !== undefined) expect(read.offers).toBe(offers);
  for (const code of codes ?? []) expect([...read.codes.keys()]).toContain(code);
  expect('polluted' in {}).toBe(false);
}

describe('hostile JSON', () => {
  it.each(JSON_CASES)('with %s', async (_what, bytes, wanted) => {
    await holds(FEED_FORMATS['open-vhs'], bytes(), wanted);
  });
});

describe('a hostile table', () => {
  it.each(TABLE_CASES)('with %s', async (_what, bytes, wanted) => {
    await holds(TABLE, bytes(), wanted);
  });
});

describe('hostile XML', () => {
  it.each(XML_CASES)('with %s', async (_what, bytes, wanted) => {
    await holds(FEED_FORMATS['open-vhs-xml'], bytes(), wanted);
  });

  it.each(XML_CASES.filter(([, , { failure }]) => failure?.startsWith('xml-') === true))(
    'with %s fails in every XML format alike',
    async (_what, bytes, wanted) => {
      const read = await readFeed(FEED_FORMATS['openq-cat'], bytes(), FEED_CONTEXT);
      expect(read.failure?.code).toBe(
        wanted.failure === 'xml-too-large' ? read.failure?.code : wanted.failure,
      );
      expect(read.offers).toBe(0);
    },
  );
});

describe('a hostile archive', () => {
  it.each(ARCHIVE_CASES)('%s gives no offer and a failure', async (_what, bytes) => {
    const read = await readFeed(FEED_FORMATS.hsds, bytes(), FEED_CONTEXT);
    expect(read.offers).toBe(0);
    expect(read.failure).toBeDefined();
  });
});
