import { describe, expect, it } from 'vitest';
import { convertAmount } from '../../../../shared/feeds/table/convert-amount.ts';
import { convertHours } from '../../../../shared/feeds/table/convert-hours.ts';
import { convertSet } from '../../../../shared/feeds/table/convert-set.ts';
import { convertWeekdays } from '../../../../shared/feeds/table/convert-weekdays.ts';
import { convertText } from '../../../../shared/feeds/table/convert-text.ts';
import { convertDay } from '../../../../shared/feeds/table/convert.ts';
import { day } from '../../../support/some-offer.ts';
import { at, cellsRow } from '../../../support/table-cells.ts';

const one = (text: string) => cellsRow({ c: text });
const from = ['c'];

describe('names of days', () => {
  it.each([
    ['Mo-Fr', [0, 1, 2, 3, 4]],
    ['Mo., Mi. und Fr.', [0, 2, 4]],
    ['dienstags und donnerstags', [1, 3]],
    ['Montag bis Donnerstag', [0, 1, 2, 3]],
    ['MO,TU,WE,TH,FR,SA,SU', [0, 1, 2, 3, 4, 5, 6]],
    ['Samstag/Sonntag', [5, 6]],
    ['mo mi', [0, 2]],
    ['Mo, Mo', [0]],
  ])('"%s" are read', (text, days) => {
    expect(convertWeekdays({ as: 'names', from }, at)(one(text))).toEqual({ value: days });
  });

  it.each(['wochentags', 'Mo-?', 'Fr-Mo', 'Mo-Di-Mi', 'jeden 2. Montag', 'Mo, nach Absprache', ','])(
    '"%s" cannot be read, as a day would be missing',
    (text) => {
      expect(convertWeekdays({ as: 'names', from }, at)(one(text))).toBe('unreadable');
    },
  );

  it('are none where the cell is empty', () => {
    expect(convertWeekdays({ as: 'names', from }, at)(cellsRow({}))).toBe('empty');
  });
});

describe('an amount', () => {
  const field = { as: 'amount' as const, from, currency: 'EUR', parts: [], zeroIsFree: false };

  it.each([
    ['84.70', 8470],
    ['47,00 EUR', 4700],
    ['47,5 €', 4750],
    ['1.204,50', 120_450],
    ['1,204.50', 120_450],
    ['1.204', 120_400],
    ['120', 12_000],
    ['120,-', 12_000],
    ['€ 12', 1200],
    ['0', 0],
  ])('"%s" is read', (text, hundredths) => {
    expect(convertAmount(field, at)(one(text))).toEqual({ value: { hundredths, partsDiffer: false } });
  });

  it.each(['auf Anfrage', '-1', '99990', '12,345,6', '1.2.3', '12.345.67', '84.705.1', '12 USD'])(
    '"%s" cannot be read',
    (text) => {
      expect(convertAmount(field, at)(one(text))).toBe('unreadable');
    },
  );

  it('is told apart from the sum of its parts', () => {
    const parts = { ...field, parts: ['a', 'b'] };
    expect(convertAmount(parts, at)(cellsRow({ c: '30', a: '20', b: '10,00' }))).toMatchObject({
      value: { partsDiffer: false },
    });
    expect(convertAmount(parts, at)(cellsRow({ c: '30', a: '20' }))).toMatchObject({
      value: { partsDiffer: true },
    });
    expect(convertAmount(parts, at)(cellsRow({ c: '30', a: 'zwanzig', b: '10' }))).toMatchObject({
      value: { partsDiffer: true },
    });
  });
});

describe('a day', () => {
  it.each([
    ['2018-02-06 18:30:00.0', '2018-02-06'],
    ['2026-03-30T00:00:00+02:00', '2026-03-30'],
    ['2026-03-30T00:00:00Z', '2026-03-30'],
    ['7.3.2027', '2027-03-07'],
  ])('"%s" is the day that is written there', (text, written) => {
    expect(convertDay({ as: 'date', from }, at)(one(text), day('2026-01-01'))).toEqual({
      value: day(written),
    });
  });

  it('written with slashes is read only where the map says which number is the month', () => {
    const text = one('4/3/2018');
    expect(convertDay({ as: 'date', from }, at)(text, day('2026-01-01'))).toBe('unreadable');
    expect(convertDay({ as: 'date', from, written: 'd/m/yyyy' }, at)(text, day('2026-01-01'))).toEqual({
      value: day('2018-03-04'),
    });
  });

  it.each([
    ['1774821600000', '2026-03-30'], // 2026-03-29T22:00Z is the 30th in Germany
    ['1774821599999', '2026-03-29'],
    ['0', '1970-01-01'],
  ])('of the milliseconds "%s" is the day in Germany', (text, local) => {
    expect(convertDay({ as: 'epoch-milliseconds', from }, at)(one(text), day('2026-01-01'))).toEqual({
      value: day(local),
    });
  });

  it.each(['1774821600', '99999999999999', 'gestern'])(
    'of "%s" milliseconds is another one or none',
    (text) => {
      const read = convertDay({ as: 'epoch-milliseconds', from }, at)(one(text), day('2026-01-01'));
      expect(read).not.toEqual({ value: day('2026-03-30') });
    },
  );
});

describe('hours in timestamps', () => {
  const field = { as: 'timestamps' as const, open: 'a', close: 'b', unknown: ['00:00', '23:59'] };

  it('are the clock times written there', () => {
    expect(
      convertHours(field, at)(cellsRow({ a: '2018-02-06 18:30:00.0', b: '2018-02-06T20:00:00' })),
    ).toEqual({
      from: 1110,
      to: 1200,
    });
  });

  it('are none where a time stands for one that is not known', () => {
    expect(
      convertHours(field, at)(cellsRow({ a: '2018-02-06 18:30:00.0', b: '2018-02-27 23:59:00.0' })),
    ).toBe('empty');
    expect(convertHours(field, at)(cellsRow({ a: '18:30', b: '2018-02-27 20:00:00.0' }))).toBe('unreadable');
  });
});

describe('a set', () => {
  it('takes the words of a cell that the map knows, each once', () => {
    const field = { as: 'words' as const, from, words: { F: 'women', M: 'migrants' }, separator: ',' };
    expect(convertSet(field, at)(one('F, M,F,toString'))).toEqual(['women', 'migrants']);
  });

  it('takes every flag whose conditions hold', () => {
    const flag = (column: string, value: string) => ({ when: [{ column, is: ['ja'] }], value });
    const field = { as: 'flags' as const, flags: [flag('a', 'afbg'), flag('b', 'avgs'), flag('d', 'bamf')] };
    expect(convertSet(field, at)(cellsRow({ a: 'ja', b: 'nein', d: 'ja' }))).toEqual(['afbg', 'bamf']);
  });
});

describe('a text', () => {
  const field = { as: 'text' as const, from, join: ' ', before: '' };

  it('gets back the leading zeros that a spreadsheet took, and nothing else does', () => {
    expect(convertText({ ...field, digits: 5 }, at)(one('8098'))).toBe('08098');
    expect(convertText({ ...field, digits: 5 }, at)(one('D-8098'))).toBe('D-8098');
  });

  it.each([
    ['"Ideal Driving School, Inc."', 'Ideal Driving School, Inc.'],
    ['"Ideal Driving School, Inc.', 'Ideal Driving School, Inc.'],
    ['"A" und "B"', '"A" und "B"'],
    ['Kurs "A"', 'Kurs "A"'],
    ['5" Rohr', '5" Rohr'],
  ])('loses quotation marks that an export put around it: %s', (text, shown) => {
    expect(convertText(field, at)(one(text))).toBe(shown);
  });

  it('is the word of the map where the cell is empty', () => {
    expect(convertText({ ...field, after: ' Stunden', otherwise: 'unbekannt' }, at)(cellsRow({}))).toBe(
      'unbekannt',
    );
    expect(convertText({ ...field, after: ' Stunden', otherwise: 'unbekannt' }, at)(one('12'))).toBe(
      '12 Stunden',
    );
  });
});
