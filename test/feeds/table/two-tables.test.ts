import { describe, expect, it } from 'vitest';
import { tableFormat } from '../../../shared/feeds/table/table.ts';
import { tableMapSchema } from '../../../shared/feeds/table/table-map.schema.ts';
import { codesOf, offerOf, outcomesOf, utf8 } from '../../support/feed-under-test.ts';
import { zipOf } from '../../support/zip-of.ts';

// The way Hamburg delivers its Kitas: `^` between cells, a first line that says so, two files joined by a number.
const FACILITIES =
  'sep=^\r\nid^name^traeger^strasse^plz\r\n7^Kita Sonne^Verein^Donaustraße 88^12045\r\n8^Kita Mond^Verein^Weserstraße 1^12045\r\n9^Kita Stern^Verein^Weserstraße 2^12045\r\n';
const SERVICES =
  'sep=^\r\neinrichtung^leistung^von^bis\r\n7^Krippe^7:00^15:00\r\n7^Elementar^8:00^13:00\r\n8^Krippe^6:30^16:30\r\n';
const HOURS = 'einrichtung^tag^von^bis\r\n7^Mo^7:00^16:00\r\n7^Fr^7:00^14:00\r\n8^Mo^8:00^12:00\r\n';

const shared = {
  offers: 'childcare',
  provider: { as: 'text', from: 'traeger' },
  place: { street: { as: 'text', from: 'strasse' }, postcode: { as: 'text', from: 'plz' } },
};
const file = (zip: object) => ({
  form: 'csv',
  separator: '^',
  zip: { table: 'Einrichtung', key: 'id', withKey: 'einrichtung', ...zip },
});
const EACH = {
  ...shared,
  file: file({ with: 'leistung' }),
  id: { as: 'hash', from: ['id', 'leistung.leistung'] },
  title: { as: 'text', from: ['name', 'leistung.leistung'] },
  care: {
    kind: { as: 'constant', value: 'kita' },
    openings: [
      {
        days: ['mo', 'tu', 'we', 'th', 'fr'],
        hours: { as: 'clock-pair', open: 'leistung.von', close: 'leistung.bis' },
      },
    ],
  },
};
const SPREAD = {
  ...shared,
  file: file({ with: 'oeffnung', spreadBy: 'tag' }),
  id: { as: 'column', from: 'id' },
  title: { as: 'text', from: 'name' },
  care: {
    kind: { as: 'constant', value: 'kita' },
    openings: ['mo', 'fr'].map((day) => {
      const name = day === 'mo' ? 'Mo' : 'Fr';
      return {
        days: [day],
        hours: { as: 'clock-pair', open: `oeffnung.${name}.von`, close: `oeffnung.${name}.bis` },
      };
    }),
  },
};
const zip = (files: Readonly<Record<string, string>>) =>
  zipOf(Object.entries(files).map(([name, text]) => ({ name, bytes: utf8(text) })));
const read = (map: object, bytes: Uint8Array) => outcomesOf(tableFormat(tableMapSchema.parse(map)), bytes);
const failureOf = async (map: object, bytes: Uint8Array) => {
  for await (const found of tableFormat(tableMapSchema.parse(map)).read(bytes))
    if (!found.ok) return found.failure;
  return undefined;
};
const hoursOf = (outcome: Parameters<typeof offerOf>[0]) =>
  offerOf(outcome).care!.openings.map(({ days, from, to }) => [days.join(), from, to]);

describe('a zip of two tables', () => {
  it('gives each row of the first with each of the second that belongs to it, and alone where none does', async () => {
    const outcomes = await read(EACH, zip({ 'einrichtung.csv': FACILITIES, 'LEISTUNG.CSV': SERVICES }));
    expect(outcomes.map((outcome) => offerOf(outcome).title)).toEqual([
      'Kita Sonne Krippe',
      'Kita Sonne Elementar',
      'Kita Mond Krippe',
      'Kita Stern',
    ]);
    expect(outcomes.map(hoursOf)).toEqual([
      [['0,1,2,3,4', 420, 900]],
      [['0,1,2,3,4', 480, 780]],
      [['0,1,2,3,4', 390, 990]],
      [],
    ]);
    expect(offerOf(outcomes[1]).places).toMatchObject([{ street: 'Donaustraße 88', postcode: '12045' }]);
    expect(new Set(outcomes.map((outcome) => offerOf(outcome).id)).size).toBe(4);
  });

  it('makes one record of all rows of the second where they are spread by a column', async () => {
    const outcomes = await read(SPREAD, zip({ 'einrichtung.csv': FACILITIES, 'oeffnung.csv': HOURS }));
    expect(outcomes.map(hoursOf)).toEqual([
      [
        ['0', 420, 960],
        ['4', 420, 840],
      ],
      [['0', 480, 720]],
      [],
    ]);
  });

  it('refuses rows of the second that belong to nobody, aloud', async () => {
    const lost = `${SERVICES}99^Krippe^7:00^15:00\r\n`;
    const outcomes = await read(EACH, zip({ 'einrichtung.csv': FACILITIES, 'leistung.csv': lost }));
    expect(outcomes).toHaveLength(5);
    expect(outcomes.at(-1)?.offer).toBeUndefined();
    expect(codesOf(outcomes.at(-1)!.notices)).toEqual(['row-lone']);
  });

  it.each([
    ['lacks one of them', { 'einrichtung.csv': FACILITIES }, 'file-missing', 'leistung.csv'],
    [
      'has a second table without a column of the map',
      { 'einrichtung.csv': FACILITIES, 'leistung.csv': SERVICES.replace('von', 'ab') },
      'column-missing',
      'leistung.csv von',
    ],
    [
      'has a first table without its key',
      { 'einrichtung.csv': FACILITIES.replace('id^', 'nr^'), 'leistung.csv': SERVICES },
      'column-missing',
      'id',
    ],
  ])('that %s fails as a whole and says what is missing', async (_what, files, code, field) => {
    expect(await failureOf(EACH, zip(files as Record<string, string>))).toMatchObject({ code, field });
  });

  it('is asked for where the map has two tables, and a single one fails', async () => {
    expect(await failureOf(EACH, utf8(FACILITIES))).toMatchObject({ code: 'zip-broken' });
  });

  it('has two tables that differ', () => {
    const same = { ...EACH, file: file({ with: 'einrichtung' }) };
    expect(tableMapSchema.safeParse(same).error?.issues[0]?.message).toBe('two tables that differ');
  });
});
