import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import writeSheet from 'write-excel-file/node';
import { createExcelSheetFiles } from '../../../../shared/adapters/excel/sheet-files.ts';

const files = createExcelSheetFiles();
const ROWS = [
  ['Kennung', 'Tage', 'von'],
  ['0231', 'Mo-Fr', '08:30'],
  ['=1+1', '', '<x> & "ü" 🎈'],
];
let whole = new Uint8Array();

beforeAll(async () => {
  whole = Uint8Array.from(await files.write(ROWS));
});

/** The same file with one more part, or another content for one. */
const withPart = (name: string, content: Uint8Array) => zipSync({ ...unzipSync(whole), [name]: content });

describe('a spreadsheet', () => {
  it('comes back as it was written: figures and formulas are texts', async () => {
    expect(await files.read(whole)).toEqual({ ok: true, value: ROWS });
  });

  it('whose times and days somebody typed gives them as such', async () => {
    const typed = await writeSheet([
      [
        { value: new Date(Date.UTC(1899, 11, 30, 8, 30)), type: Date, format: 'hh:mm' },
        { value: 0.354166666, type: Number, format: 'hh:mm' },
        { value: new Date(Date.UTC(2026, 10, 2)), type: Date, format: 'dd.mm.yyyy' },
        { value: 12, type: Number },
        null,
        { value: 'x', type: String },
      ],
    ]).toBuffer();
    expect(await files.read(typed)).toEqual({
      ok: true,
      value: [['08:30', '08:30', '2026-11-02', '12', '', 'x']],
    });
  });

  it('that would unpack to more than it may is refused before it is unpacked', async () => {
    const bomb = withPart('xl/worksheets/sheet1.xml', new Uint8Array(60_000_000));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await files.read(bomb)).toEqual({ ok: false, failure: 'table-too-large' });
  });

  it('that lies about the size of a part never gets more memory than it asked for', async () => {
    const bomb = withPart('xl/worksheets/sheet1.xml', new Uint8Array(60_000_000).fill(0x61));
    const view = new DataView(bomb.buffer);
    let lies = 0;
    for (let at = 0; at < bomb.length - 4; at += 1) {
      if (view.getUint32(at, true) !== 60_000_000) continue;
      view.setUint32(at, 1000, true);
      lies += 1;
    }
    expect(lies).toBe(2);
    expect(await files.read(bomb)).toEqual({ ok: false, failure: 'table-broken' });
  });

  it('of too many parts is refused', async () => {
    const parts = Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`p${index}`, new Uint8Array(1)]),
    );
    expect(await files.read(zipSync(parts))).toEqual({ ok: false, failure: 'table-too-large' });
  });

  it.each([
    ['nothing', () => new Uint8Array()],
    ['no archive', () => new TextEncoder().encode('Kennung;Tage')],
    ['half an archive', () => whole.subarray(0, whole.length / 2)],
    ['an archive without a sheet', () => zipSync({ 'a.txt': new Uint8Array(3) })],
    ['a sheet that is no XML', () => withPart('xl/worksheets/sheet1.xml', new Uint8Array(500).fill(0x3c))],
    [
      'a sheet with entities of its own',
      () =>
        withPart(
          'xl/worksheets/sheet1.xml',
          new TextEncoder().encode(
            '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><worksheet>&a;</worksheet>',
          ),
        ),
    ],
  ])('that is %s is broken', async (_what, bytes) => {
    expect(await files.read(bytes())).toEqual({ ok: false, failure: 'table-broken' });
  });
});
