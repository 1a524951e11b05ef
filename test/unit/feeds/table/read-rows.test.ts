import { describe, expect, it } from 'vitest';
import { readRecords } from '../../../../shared/use-cases/import-records.ts';
import { createNoticeLog } from '../../../../shared/feeds/notice-log.ts';
import { codesOf, FEED_CONTEXT, offerOf, outcomesOf, utf8 } from '../../../support/feed-under-test.ts';
import { nurseryCsv, nurseryMap } from '../../../support/nursery-table.ts';
import { formatBy } from '../../../support/table-under-test.ts';

const csv = (own: object = {}) => formatBy(nurseryMap({ file: { form: 'csv', separator: ';', ...own } }));

async function titles(format: ReturnType<typeof formatBy>, bytes: Uint8Array): Promise<readonly string[]> {
  return (await outcomesOf(format, bytes)).map((outcome) => offerOf(outcome).title);
}

async function failureOf(format: ReturnType<typeof formatBy>, bytes: Uint8Array) {
  for await (const read of format.read(bytes)) if (!read.ok) return read.failure;
  throw new Error('could be read');
}

/** A text in Windows-1252 as far as German needs it, where each character is one byte. */
function windows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => (character === '€' ? 0x80 : character.charCodeAt(0)));
}

describe('a CSV table', () => {
  it.each([
    ['with a byte order mark', `\ufeff${nurseryCsv()}`],
    ['with CRLF', nurseryCsv().replaceAll('\n', '\r\n')],
    ['with a line sep= that says another separator', `sep=^\r\n${nurseryCsv().replaceAll(';', '^')}`],
    ['with a byte order mark before sep=', `\ufeffsep=;\n${nurseryCsv()}`],
    ['with a header that is longer by a column without a name', nurseryCsv().replace('\n', ';\n')],
    ['with empty lines', `${nurseryCsv()}\n\n`],
    [
      'with columns in another order and new ones',
      nurseryCsv().replace(/^nr/, 'neu;nr').replace('\n7', '\nx;7'),
    ],
    ['with quoted cells', nurseryCsv({ name: '"Kita Kanalufer"' })],
  ])('is read %s', async (_name, text) => {
    expect(await titles(csv(), utf8(text))).toEqual(['Kita Kanalufer']);
  });

  it('keeps separators, quotation marks and line ends within quoted cells', async () => {
    const text = nurseryCsv({ name: '"Kita ""Kanal; \nufer"""' });
    expect(await titles(csv(), utf8(text))).toEqual(['Kita "Kanal; ufer"']);
  });

  it('is read whole where it is longer than what is read at a time, whatever stands at the cut', async () => {
    const [head = '', row = ''] = nurseryCsv({ name: 'Kita Möwe "Süd"; 😀' }).split('\n');
    const quoted = row.replace('Kita Möwe "Süd"; 😀', '"Kita Möwe ""Süd""; 😀"');
    for (const blanks of [0, 1, 2, 3]) {
      const rows = Array.from({ length: 2000 }, (_, index) => quoted.replace(/^7/, String(index + 1)));
      const text = `${head}\n${' '.repeat(blanks)}${rows.join('\n')}`;
      const found = await titles(csv(), utf8(text));
      expect({ count: found.length, names: [...new Set(found)] }).toEqual({
        count: 2000,
        names: ['Kita Möwe "Süd"; 😀'],
      });
    }
  });

  it('is Windows-1252 only where the map says so', async () => {
    const bytes = windows1252(nurseryCsv({ name: 'Kita Möwe' }));
    expect(await titles(csv({ encoding: 'windows-1252' }), bytes)).toEqual(['Kita Möwe']);
    expect(await failureOf(csv(), bytes)).toMatchObject({
      code: 'encoding-wrong',
      byte: bytes.indexOf(0xf6),
    });
  });

  it('with a byte order mark is UTF-8 whatever the map says', async () => {
    const bytes = utf8(`\ufeff${nurseryCsv({ name: 'Kita Möwe' })}`);
    expect(await titles(csv({ encoding: 'windows-1252' }), bytes)).toEqual(['Kita Möwe']);
  });

  it('that was garbled by reading UTF-8 as Windows-1252 is refused row by row', async () => {
    const [outcome] = await outcomesOf(csv(), utf8(nurseryCsv({ name: 'Kita MÃ¶we' })));
    expect(codesOf(outcome!.notices)).toEqual(['text-garbled']);
  });

  it.each(['windows-1252', 'iso-8859-15'])(
    'that is UTF-8 where the map says %s fails as a whole',
    async (encoding) => {
      const bytes = utf8(nurseryCsv({ name: 'Kita Möwe' }));
      expect(await failureOf(csv({ encoding }), bytes)).toMatchObject({
        code: 'encoding-wrong',
        byte: bytes.indexOf(0xc3),
      });
    },
  );

  it.each([
    ['windows-1252', 0x81],
    ['iso-8859-15', 0x96],
    ['utf-8', 0],
    ['windows-1252', 0],
  ])('in %s with the byte %i, which it does not have, fails as a whole', async (encoding, byte) => {
    const bytes = utf8(nurseryCsv({ name: 'Kita M?we' }));
    const at = bytes.indexOf(0x3f);
    bytes[at] = byte;
    expect(await failureOf(csv({ encoding }), bytes)).toMatchObject({ code: 'encoding-wrong', byte: at });
  });

  it('is read as ISO-8859-15 where the map says so', async () => {
    const bytes = windows1252(nurseryCsv({ name: 'Kita Möwe' }));
    expect(await titles(csv({ encoding: 'iso-8859-15' }), bytes)).toEqual(['Kita Möwe']);
  });

  it.each([
    ['utf-16le', '\ufeff', 'utf-8'],
    ['utf-16be', '\ufeff', 'utf-8'],
    ['utf-16le', '', 'utf-16le'],
  ])('is read as %s by its byte order mark or by its map', async (encoding, mark, named) => {
    const bytes = Buffer.from(`${mark}${nurseryCsv({ name: 'Kita Möwe' })}`, 'utf16le');
    if (encoding === 'utf-16be') bytes.swap16();
    expect(await titles(csv({ encoding: named }), bytes)).toEqual(['Kita Möwe']);
  });

  it('in UTF-16 without a byte order mark fails where the map does not say so', async () => {
    const bytes = Buffer.from(nurseryCsv(), 'utf16le');
    expect(await failureOf(csv(), bytes)).toMatchObject({ code: 'encoding-wrong', byte: 1 });
  });

  it('with a line longer than a million characters fails, as its quotes do not close', async () => {
    const text = nurseryCsv({ name: `"${'x\n'.repeat(600_000)}` });
    expect(await failureOf(csv(), utf8(text))).toMatchObject({ code: 'csv-broken' });
  });

  it('fails as a whole when a column of the map is missing, so that a renamed column empties no catalogue', async () => {
    expect(await failureOf(csv(), utf8(nurseryCsv().replace('zeiten', 'oeffnung')))).toEqual({
      code: 'column-missing',
      byte: 0,
      record: 0,
      field: 'zeiten',
    });
  });

  it('fails as a whole when a column of the map is there twice', async () => {
    const text = nurseryCsv().replace('bemerkung\n', 'bemerkung;plz\n');
    expect(await failureOf(csv(), utf8(text))).toMatchObject({ code: 'column-repeated', field: 'plz' });
  });

  it.each([
    ['a quotation mark that is never closed', nurseryCsv({ name: '"Kita' }), 'csv-broken'],
    ['nothing in it', '', 'column-missing'],
    ['another separator', nurseryCsv().replaceAll(';', ','), 'column-missing'],
  ])('fails as a whole with %s', async (_name, text, code) => {
    expect(await failureOf(csv(), utf8(text))).toMatchObject({ code });
  });

  it('says of a row that ends early that cells are missing, and takes the rest', async () => {
    const text = nurseryCsv().replace(/;ja;\n$/, '\n');
    const [outcome] = await outcomesOf(csv(), utf8(text));
    expect(codesOf(outcome!.notices)).toEqual(['row-short']);
    expect(offerOf(outcome)).toMatchObject({ title: 'Kita Kanalufer', care: { free: 3 } });
  });

  it('leaves out rows that the map skips, and words that mean nothing', async () => {
    const format = formatBy(
      nurseryMap({ skip: [{ column: 'art', isNot: ['Kita'] }], empty: ['null', 'Kita Kanalufer'] }),
    );
    expect(await outcomesOf(format, utf8(nurseryCsv({ art: 'Hort' })))).toEqual([]);
    expect((await outcomesOf(format, utf8(nurseryCsv())))[0]!.offer).toBeUndefined();
  });
});

describe('two rows with one id', () => {
  const twice = `${nurseryCsv()}${nurseryCsv({ name: 'Kita Anderswo' }).split('\n')[1]!}\n`;

  it('give a notice; the first is never overwritten', async () => {
    const notices = createNoticeLog(5);
    const from = { format: csv(), bytes: utf8(twice), context: FEED_CONTEXT };
    const { offers, rejected } = await readRecords(from, notices, () => undefined);
    expect([...offers].map(({ title }) => title)).toEqual(['Kita Kanalufer']);
    expect({ rejected, codes: notices.summaries().map(({ code }) => code) }).toEqual({
      rejected: 1,
      codes: ['id-repeated'],
    });
  });

  it('are told apart by a hash of the columns the map names, in which blanks and capitals do not count', async () => {
    const format = formatBy(nurseryMap({ id: { as: 'hash', from: ['name', 'strasse'] } }));
    const ids = async (text: string) => (await outcomesOf(format, utf8(text))).map(({ record }) => record.id);
    const [one, other] = await ids(twice);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
    expect(other).not.toBe(one);
    expect(await ids(nurseryCsv({ name: ' KITA  Kanalufer' }))).toEqual([one]);
  });
});

describe('a JSON table', () => {
  const map = nurseryMap({
    file: { form: 'json', records: '$.results.*' },
    id: { as: 'column', from: 'id' },
    title: { as: 'text', from: 'info.name' },
    timesText: { as: 'text', from: 'plain.name' },
    provider: { as: 'constant', value: 'Stadt' },
    place: { point: { as: 'degrees', lat: 'geo.lat', lon: 'geo.lon' } },
    care: { kind: { as: 'constant', value: 'kita' } },
    stepFree: { as: 'yes-no', from: 'stepFree', yes: ['true'], no: ['false'] },
  });
  const record = {
    id: 12,
    info: { name: 'Kita Kanalufer' },
    'plain.name': 'ein Name mit Punkt',
    geo: { lat: 52.5, lon: 13.4 },
    stepFree: false,
    chef: 'Erika Mustermann',
  };
  const offersIn = async (content: unknown) => (await outcomesOf(formatBy(map), utf8(content))).map(offerOf);

  it('is read from the member that holds the list, names with points lead inside', async () => {
    const [offer] = await offersIn({ total: 1, results: [record] });
    expect(offer).toMatchObject({
      id: 'test-feed:12',
      title: 'Kita Kanalufer',
      places: [{ point: { lat: 52.5, lon: 13.4 }, precision: 'street' }],
      access: { stepFree: false },
      timetable: { text: 'ein Name mit Punkt' },
    });
  });

  it('gives a reader nothing but what its map names, so that persons are dropped unread', async () => {
    for await (const read of formatBy(map).read(utf8({ results: [record] }))) {
      expect(JSON.stringify(read)).not.toContain('Mustermann');
    }
    expect.assertions(1);
  });

  it('does not take an object or list for a text, or a member that every object has', async () => {
    const [first] = await outcomesOf(
      formatBy({ ...map, title: { as: 'text', from: 'constructor.name' } }),
      utf8({ results: [{ ...record, info: ['x'] }] }),
    );
    expect(first!.offer).toBeUndefined();
  });
});

describe('a GeoJSON table', () => {
  const map = nurseryMap({
    file: { form: 'geojson' },
    id: { as: 'column', from: '@id' },
    timesText: undefined,
    provider: { as: 'constant', value: 'Stadt' },
    place: { point: { as: 'geometry' } },
    care: { kind: { as: 'constant', value: 'kita' } },
    stepFree: undefined,
  });
  const { timesText: _times, stepFree: _step, ...plain } = map;
  const feature = (geometry: unknown) => ({
    type: 'FeatureCollection',
    features: [{ type: 'Feature', id: 'a/1', properties: { name: 'Kita Kanalufer' }, geometry }],
  });
  const placeOf = async (geometry: unknown, own: object = {}) =>
    offerOf((await outcomesOf(formatBy({ ...plain, ...own }), utf8(feature(geometry))))[0]).places[0];

  it('gives the point of its geometry, longitude first', async () => {
    const [outcome] = await outcomesOf(
      formatBy(plain),
      utf8(feature({ type: 'Point', coordinates: [13.4, 52.5, 34] })),
    );
    expect(offerOf(outcome)).toMatchObject({
      id: 'test-feed:a~2F1',
      places: [{ point: { lat: 52.5, lon: 13.4 } }],
    });
  });

  it('converts a geometry in metres where the map names its system', async () => {
    const own = { place: { point: { as: 'geometry', system: 'EPSG:25833' } } };
    const place = await placeOf({ type: 'Point', coordinates: [391_779.26, 5_820_072.16] }, own);
    expect(place?.point?.lat).toBeCloseTo(52.52, 3);
    expect(place?.point?.lon).toBeCloseTo(13.405, 3);
  });

  it.each([
    ['no geometry', null],
    ['an area', { type: 'Polygon', coordinates: [[[13, 52]]] }],
    ['swapped coordinates', { type: 'Point', coordinates: [52.5, 13.4] }],
    ['the point 0/0', { type: 'Point', coordinates: [0, 0] }],
  ])('has no point with %s', async (_name, geometry) => {
    expect((await placeOf(geometry))?.point).toBeUndefined();
  });
});
