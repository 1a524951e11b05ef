import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXmlRecords } from '../../../../shared/feeds/xml/read-xml-records.ts';

const WANTED = { records: ['r'], shells: ['list'] };

/** Everything read of a text: values of records and shells, and the failure at the end if there is one. */
async function readAll(text: string | Uint8Array) {
  const values: unknown[] = [];
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for await (const read of readXmlRecords(bytes, WANTED)) {
    if (!read.ok) return { values, failure: read.failure };
    values.push(read.value);
  }
  return { values };
}

const valuesOf = async (text: string) =>
  (await readAll(text)).values.map((element) => (element as { readonly value: unknown }).value);

describe('records of an XML text', () => {
  it('are plain values: text, attributes, children, lists', async () => {
    const text =
      '<a><r id="1"><t>eins &amp; zwei</t><t><![CDATA[<b>drei</b>]]></t><e/><k type="7">vier</k></r></a>';
    expect(await valuesOf(text)).toEqual([
      { '@id': '1', t: ['eins & zwei', '<b>drei</b>'], e: '', k: { '@type': '7', '#text': 'vier' } },
    ]);
  });

  it('come with their line and what stands around them, shells with their attributes alone', async () => {
    const { values } = await readAll('<a>\n<list number="3">\n<r>x</r>\n</list></a>');
    expect(values).toEqual([
      { name: 'list', value: { '@number': '3' }, line: 2, within: ['a'] },
      { name: 'r', value: 'x', line: 3, within: ['a', 'list'] },
    ]);
  });

  it('lose the prefix of their names', async () => {
    expect(await valuesOf('<v:a xmlns:v="urn:x"><v:r><v:t v:k="2">ja</v:t></v:r></v:a>')).toEqual([
      { t: { '@k': '2', '#text': 'ja' } },
    ]);
  });

  it('keep the words of text with markup in it', async () => {
    expect(await valuesOf('<a><r><t>Montag <b>und</b> Dienstag</t></r></a>')).toEqual([
      { t: { '#text': 'Montag  und  Dienstag' } },
    ]);
  });

  it('may have names that mean something to JavaScript', async () => {
    const [value] = await valuesOf('<a><r><__proto__>1</__proto__><constructor>2</constructor></r></a>');
    expect(Object.entries(value as object)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('are none in a text without them', async () => {
    expect(await readAll('<a><b/></a>')).toEqual({ values: [] });
  });

  it('are the same however the bytes are cut, packed or marked', async () => {
    const text = `<a>${'<r><t>Übergröße – ß€😀</t></r>'.repeat(6000)}</a>`;
    const plain = await readAll(text);
    expect(plain.values).toHaveLength(6000);
    expect(
      new Set(plain.values.map((element) => JSON.stringify((element as { value: unknown }).value))).size,
    ).toBe(1);
    expect(await readAll(gzipSync(text))).toEqual(plain);
    expect(await readAll(`\ufeff${text}`)).toEqual(plain);
  });
});

describe('a text that is refused', () => {
  it.each([
    ['cut off', '<a><r>1</r>\n<r>2', 'xml-broken'],
    ['empty', '', 'xml-broken'],
    ['with tags that cross', '<a><r><b></r></b></a>', 'xml-broken'],
    ['with a bare ampersand', '<a><r>A & B</r></a>', 'xml-broken'],
    ['with an unknown entity', '<a><r>&uuml;</r></a>', 'xml-broken'],
    ['with a NUL', '<a><r>\u0000</r></a>', 'xml-broken'],
    ['with two roots', '<a/><a/>', 'xml-broken'],
    ['with a document type', '<!DOCTYPE a><a><r>1</r></a>', 'xml-doctype'],
    [
      'with entities that multiply',
      '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]><a><r>&y;</r></a>',
      'xml-doctype',
    ],
    [
      'with a file for an entity',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><r>&x;</r></a>',
      'xml-doctype',
    ],
    ['65 levels deep', '<a>'.repeat(65), 'xml-too-deep'],
    ['65 levels deep in a record', `<a><r>${'<b>'.repeat(63)}`, 'xml-too-deep'],
    [
      'with 257 attributes',
      `<a><r ${Array.from({ length: 257 }, (_, at) => `k${at}=""`).join(' ')}/></a>`,
      'xml-too-large',
    ],
    ['with 20,001 elements in a record', `<a><r>${'<b/>'.repeat(20_000)}</r></a>`, 'xml-too-large'],
    ['with a text that never ends', `<a><r>${'x'.repeat(4_200_000)}</r></a>`, 'xml-too-large'],
    ['with a tag that never ends', `<a><r k="${'x'.repeat(4_200_000)}"/></a>`, 'xml-too-large'],
    ['with a comment that never ends', `<a><!--${'x'.repeat(4_200_000)}--></a>`, 'xml-too-large'],
    ['in an encoding that is not read', '<?xml version="1.0" encoding="utf-16"?><a/>', 'encoding-wrong'],
  ])('%s', async (_, text, code) => {
    expect((await readAll(text)).failure).toMatchObject({ code });
  });

  it('gives what stood before it, the line, the byte and the record it stopped at', async () => {
    const text = '<a><r>ä</r>\n\n<r>2</q></a>';
    expect(await readAll(text)).toMatchObject({
      values: [{ value: 'ä' }, { value: '2' }],
      failure: {
        code: 'xml-broken',
        field: 'line 3',
        byte: new TextEncoder().encode(text.slice(0, 21)).length,
      },
    });
  });

  it('is not one with 64 levels, 256 attributes and a long text, of which the schemas refuse the record', async () => {
    const attributes = Array.from({ length: 256 }, (_, at) => `k${at}=""`).join(' ');
    const deep = `${'<b>'.repeat(62)}${'</b>'.repeat(62)}`;
    const { values, failure } = await readAll(
      `<a><r ${attributes}>${deep}</r><r>${'x'.repeat(300_000)}</r></a>`,
    );
    expect(failure).toBeUndefined();
    expect(values).toHaveLength(2);
    expect((values[1] as { value: string }).value).toHaveLength(200_001);
  });
});

describe('the encoding of a text', () => {
  const declared = (encoding: string, content: string) =>
    `<?xml version="1.0" encoding="${encoding}"?><a><r>${content}</r></a>`;

  it.each([
    ['ISO-8859-1', 'ä\u00a4', 'ä¤'],
    ['ISO-8859-15', 'ä\u00a4', 'ä€'],
    ['windows-1252', '\u0096\u0080', '–€'],
    ['US-ASCII', 'abc', 'abc'],
  ])('%s is read as declared', async (encoding, content, read) => {
    const { values } = await readAll(Buffer.from(declared(encoding, content), 'latin1'));
    expect(values).toMatchObject([{ value: read }]);
  });

  it.each([
    ['ISO-8859-1 that is Windows-1252', 'ISO-8859-1', Buffer.from([0x96])],
    ['ISO-8859-15 that is UTF-8', 'ISO-8859-15', Buffer.from('ü')],
    ['UTF-8 that is ISO-8859-1', 'UTF-8', Buffer.from([0xff])],
    ['US-ASCII with an umlaut', 'US-ASCII', Buffer.from([0xe4])],
    ['Windows-1252 with a byte it lacks', 'windows-1252', Buffer.from([0x81])],
  ])('%s is refused with its byte', async (_, encoding, content) => {
    const [before = '', after = ''] = declared(encoding, '|').split('|');
    const bytes = Buffer.concat([Buffer.from(before), content, Buffer.from(after)]);
    expect((await readAll(bytes)).failure).toMatchObject({ code: 'encoding-wrong', byte: before.length });
  });

  it('is refused where a mark at the beginning says another', async () => {
    const text = Buffer.from(`\ufeff${declared('ISO-8859-1', 'x')}`);
    expect((await readAll(text)).failure).toMatchObject({ code: 'encoding-wrong', field: 'encoding' });
  });
});

describe('values written as XML', () => {
  const anyText = fc.string({
    unit: fc.constantFrom('a', 'ß', '€', '<', '&', '"', '😀', ']'),
    maxLength: 12,
  });
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']', '&#93;');

  it('are read back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyText, { minLength: 2, maxLength: 8 }), async (texts) => {
        const xml = `<a><r>${texts.map((text) => `<t>${escaped(text)}</t>`).join('')}</r></a>`;
        expect(await valuesOf(xml)).toEqual([{ t: texts }]);
      }),
      { numRuns: 100, seed: 7 },
    );
  });
});
