import { describe, expect, it } from 'vitest';
import { COLUMN_NAMES, COLUMNS, type Column } from '../../../../shared/feeds/supplements/columns.ts';
import { readCsv, writeCsv } from '../../../../shared/feeds/supplements/csv-table.ts';
import { faultText, type FaultCode } from '../../../../shared/feeds/supplements/faults.ts';
import texts from '../../../../shared/feeds/supplements/fault-texts.json' with { type: 'json' };
import { readRows } from '../../../../shared/feeds/supplements/read-rows.ts';
import { toRows } from '../../../../shared/feeds/supplements/to-rows.ts';
import { UNKNOWN_TIMETABLE } from '../../../../shared/domain/offer/timetable-json.ts';
import { utf8 } from '../../../support/feed-under-test.ts';
import { someOffer } from '../../../support/some-offer.ts';

type Cells = Partial<Record<Column, string>>;
const HEADING = COLUMN_NAMES.map((column) => COLUMNS[column]);
const table = (...rows: Cells[]) => [
  HEADING,
  ...rows.map((row) => COLUMN_NAMES.map((name) => row[name] ?? '')),
];

/** A row in which nothing is wrong and everything is filled in. */
const GOOD: Cells = {
  id: 'K1',
  title: 'Büro kompakt',
  textState: 'ab12',
  days: 'Mo-Do',
  from: '08:30',
  to: '12:30',
  missing: 'keine',
  childcare: 'zu eigenen Zeiten',
  careDays: 'Mo-Do',
  careFrom: '8',
  careTo: '13.00 Uhr',
  ageFrom: '12',
  ageTo: '71',
  carePlaces: '6',
  careCost: '2,50',
  german: 'a2',
  absence: 'Krankheit des Kindes zählt nicht als Fehlzeit.',
};

describe('a filled-in table', () => {
  it('states every fact of a row', () => {
    expect(readRows(table(GOOD))).toEqual({
      faults: [],
      stated: [
        {
          id: 'K1',
          textState: 'ab12',
          row: 2,
          facts: {
            times: { weekly: [{ days: [0, 1, 2, 3], from: 510, to: 750 }], missing: [] },
            childcare: {
              ages: { fromMonths: 12, toMonths: 71 },
              hours: [{ days: [0, 1, 2, 3], from: 480, to: 780 }],
              during: false,
              free: 6,
              costCents: 250,
            },
            german: 'A2',
            absence: 'Krankheit des Kindes zählt nicht als Fehlzeit.',
          },
        },
      ],
    });
  });

  it('states nothing for a row that is only prefilled with its id', () => {
    expect(readRows(table({ id: 'K1', title: 'x', textState: 'ab12' })).stated).toMatchObject([
      { facts: {} },
    ]);
  });

  it('takes further rows of an offer for further slots', () => {
    const { stated, faults } = readRows(table(GOOD, { id: 'K1', days: 'Fr', from: '9', to: '12' }));
    expect(faults).toEqual([]);
    expect(stated[0]?.facts.times?.weekly).toHaveLength(2);
  });

  it('finds its columns by their headings, leaves others alone and passes over empty rows', () => {
    const rows = table({}, GOOD).map((row) => ['', ...row.toReversed(), 'x']);
    rows[0]![0] = 'Notizen';
    expect(readRows(rows)).toMatchObject({ faults: [], stated: [{ id: 'K1', row: 3 }] });
  });

  it('says "nein" of childcare as a fact, and "während des Kurses" without hours', () => {
    const without = {
      ...GOOD,
      careDays: '',
      careFrom: '',
      careTo: '',
      ageFrom: '',
      ageTo: '',
      carePlaces: '',
      careCost: '',
    };
    expect(readRows(table({ ...without, childcare: 'Nein' })).stated[0]?.facts.childcare).toBe('none');
    expect(
      readRows(table({ ...without, childcare: 'Während des Kurses' })).stated[0]?.facts.childcare,
    ).toEqual({
      hours: [],
      during: true,
    });
  });

  it.each<[what: string, own: Cells, code: FaultCode, column: Column]>([
    ['days that are none', { days: 'werktags' }, 'days-unreadable', 'days'],
    ['a time that is none', { from: 'früh' }, 'time-unreadable', 'from'],
    ['a time beyond the day', { to: '25:00' }, 'time-unreadable', 'to'],
    ['an end before its start', { to: '08:00' }, 'end-before-start', 'to'],
    ['days without times', { from: '', to: '' }, 'slot-incomplete', 'from'],
    ['times of which nobody says whether they are all', { missing: '' }, 'missing-not-stated', 'missing'],
    ['a part nobody knows', { missing: 'Abendessen' }, 'missing-unknown', 'missing'],
    ['childcare on request', { childcare: 'auf Anfrage' }, 'childcare-unknown', 'childcare'],
    ['ages of childcare nobody offers', { childcare: '' }, 'childcare-not-stated', 'childcare'],
    ['hours of childcare that is not there', { childcare: 'nein' }, 'childcare-not-stated', 'childcare'],
    [
      'childcare at hours that are missing',
      { careDays: '', careFrom: '', careTo: '' },
      'childcare-hours-missing',
      'careDays',
    ],
    ['ages the wrong way round', { ageFrom: '72' }, 'ages-reversed', 'ageFrom'],
    ['one age only', { ageTo: '' }, 'ages-reversed', 'ageFrom'],
    ['an age in years', { ageTo: '6 Jahre' }, 'number-unreadable', 'ageTo'],
    ['places that are no number', { carePlaces: 'genug' }, 'number-unreadable', 'carePlaces'],
    ['a cost that is none', { careCost: 'gratis' }, 'amount-unreadable', 'careCost'],
    ['German nobody knows', { german: 'gut' }, 'german-unknown', 'german'],
    ['a rule that is a novel', { absence: 'x'.repeat(1001) }, 'text-too-long', 'absence'],
    ['no id', { id: '' }, 'id-unknown', 'id'],
  ])('with %s names row, column and cure, and states nothing of that offer', (_what, own, code, column) => {
    const { stated, faults } = readRows(table({ ...GOOD, id: 'K0' }, { ...GOOD, ...own }));
    expect(faults).toContainEqual({ code, row: 3, column });
    expect(stated.map(({ id }) => id)).toEqual(['K0']);
  });

  it('whose rows of one offer contradict each other states nothing of it', () => {
    const { stated, faults } = readRows(table(GOOD, { id: 'K1', german: 'B1' }));
    expect(stated).toEqual([]);
    expect(faults).toEqual([{ code: 'rows-differ', row: 3, column: 'german' }]);
  });

  it('that lost a heading states nothing at all', () => {
    const rows = table(GOOD).map((row) => row.filter((_, index) => index !== COLUMN_NAMES.indexOf('german')));
    expect(readRows(rows)).toEqual({
      stated: [],
      faults: [{ code: 'column-missing', row: 1, column: 'german' }],
    });
  });
});

describe('the table of an offer', () => {
  it('is read back as what the offer states', () => {
    const offer = someOffer('test-feed:K1', {
      timetable: {
        ...UNKNOWN_TIMETABLE,
        weekly: [
          { days: [0, 2], from: 510, to: 750 },
          { days: [4], from: 540, to: 720 },
        ],
        complete: false,
        missing: ['practical-part', 'vocational-school'],
      },
      childcare: {
        hours: [{ days: [0], from: 480, to: 780 }],
        during: false,
        free: 2,
        costCents: 250,
        certainty: 'stated',
      },
      needs: { german: 'none' },
      absence: '=Regel',
    });
    const { stated, faults } = readRows(toRows([{ offer, textState: 'ab12' }]));
    expect(faults).toEqual([]);
    expect(stated).toMatchObject([
      {
        textState: 'ab12',
        facts: {
          times: { weekly: offer.timetable.weekly, missing: ['vocational-school', 'practical-part'] },
          childcare: { hours: [{ days: [0], from: 480, to: 780 }], during: false, free: 2, costCents: 250 },
          german: 'none',
          absence: '=Regel',
        },
      },
    ]);
  });

  it('leaves empty what was only read from a text', () => {
    const offer = someOffer('test-feed:K1', {
      timetable: {
        ...UNKNOWN_TIMETABLE,
        weekly: [{ days: [0], from: 510, to: 750 }],
        certainty: 'read-from-text',
      },
      childcare: { hours: [], during: true, certainty: 'read-from-text' },
      needs: { german: 'B1' },
      provenance: [{ fact: 'needs', from: 'text' }],
    });
    expect(readRows(toRows([{ offer, textState: 'ab12' }])).stated[0]?.facts).toEqual({});
  });
});

describe('the table as CSV', () => {
  const rows = [
    ['Kennung', 'Titel'],
    ['1', '=HYPERLINK("http://x")'],
    ['2', 'a;b "c"\nd'],
    ['3', '@x'],
  ];

  it('opens in a German spreadsheet and computes nothing there', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(rows));
    expect(text.startsWith('\ufeffKennung;Titel\r\n')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text).toContain("'@x");
  });

  it('comes back as it went', () => {
    expect(readCsv(writeCsv(rows))).toEqual({ ok: true, value: rows });
  });

  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['semicolons', 'a;b\n1;2\n'],
  ])('is read with %s', (_what, text) => {
    expect(readCsv(utf8(text))).toMatchObject({
      value: [
        ['a', 'b'],
        ['1', '2'],
      ],
    });
  });

  it.each([
    ['another encoding', Uint8Array.of(0x61, 0xf6, 0x3b), 'table-broken'],
    ['a quote that does not close', utf8('a;b\n"1;2\n'), 'table-broken'],
    ['six megabytes', new Uint8Array(6_000_000).fill(0x61), 'table-too-large'],
  ])('with %s is refused', (_what, bytes, failure) => {
    expect(readCsv(bytes)).toEqual({ ok: false, failure });
  });
});

describe('the sentences of faults', () => {
  it('say in both languages what is wrong and how to mend it', () => {
    for (const code of Object.keys(texts) as FaultCode[]) {
      for (const language of ['de', 'en'] as const) {
        const { says, cure } = faultText(code, language);
        expect(says.endsWith('.') && cure.endsWith('.'), code).toBe(true);
      }
    }
  });
});
