import { describe, expect, it } from 'vitest';
import { convertHours } from '../../../../shared/feeds/table/convert-hours.ts';
import { convertPoint, fromGrid } from '../../../../shared/feeds/table/convert-point.ts';
import {
  convertAge,
  convertBookedHours,
  convertChoice,
  convertDay,
  convertInteger,
  convertYesNo,
} from '../../../../shared/feeds/table/convert.ts';
import { convertText } from '../../../../shared/feeds/table/convert-text.ts';
import { middleOfCell } from '../../../../shared/feeds/hide-person.ts';
import { readAges } from '../../../../shared/feeds/table/read-ages.ts';
import { kilometresBetween } from '../../../../shared/domain/place/great-circle.ts';
import { day } from '../../../support/some-offer.ts';
import { at, cellsRow } from '../../../support/table-cells.ts';

const one = (text: string) => cellsRow({ c: text });
const from = ['c'];

describe('hours in one cell', () => {
  it.each([
    ['07:00-17.00', 420, 1020],
    ['7-16 Uhr', 420, 960],
    ['08.00 - 15.00 Uhr', 480, 900],
    ['von 07:30 bis 14:30 Uhr', 450, 870],
    ['06:00 – 22:00', 360, 1320],
    ['05:30-21:30', 330, 1290],
  ])('"%s" are read', (text, opens, closes) => {
    expect(convertHours({ as: 'clock-range', from }, at)(one(text))).toEqual({ from: opens, to: closes });
  });

  it.each([
    ['01:00-23:00', 'placeholder'],
    ['01:00-23:59', 'placeholder'],
    ['00:30-23:30', 'placeholder'],
    ['00:00-24:00', 'placeholder'],
    ['04:00-21:01', 'placeholder'],
    ['01:00-01:00', 'impossible'],
    ['16:00-07:00', 'impossible'],
    ['07:60-16:00', 'unreadable'],
    ['07:00-25:00', 'unreadable'],
    ['07:00', 'unreadable'],
    ['07:00-12:00, 13:00-16:00', 'unreadable'],
  ])('"%s" are %s', (text, why) => {
    expect(convertHours({ as: 'clock-range', from }, at)(one(text))).toBe(why);
  });

  it('are none where the cell is empty', () => {
    expect(convertHours({ as: 'clock-range', from }, at)(cellsRow({}))).toBe('empty');
  });
});

describe('hours in two cells', () => {
  it.each([
    ['milliseconds', { a: '27000000', b: '52200000' }, { from: 450, to: 870 }],
    ['milliseconds', { a: '27000001', b: '52200000' }, 'unreadable'],
    ['milliseconds', { a: '27000000', b: '99999999' }, 'unreadable'],
    ['milliseconds', { a: '27000000' }, 'empty'],
    ['clock-pair', { a: '7:30', b: '14.30 Uhr' }, { from: 450, to: 870 }],
    ['clock-pair', { a: '07:30:00', b: '14:30:00' }, { from: 450, to: 870 }],
    ['clock-pair', { a: 'früh', b: '14:30' }, 'unreadable'],
  ] as const)('as %s of %o are %o', (as, cells, read) => {
    expect(convertHours({ as, open: 'a', close: 'b' }, at)(cellsRow(cells))).toEqual(read);
  });
});

describe('a point in UTM', () => {
  // The arc of the meridian of GRS 80 to 50° N is 5,540,847.042 m, by Simpson's rule over its integral; times 0.9996.
  it('lies on its central meridian at 500,000 metres', () => {
    expect(fromGrid('EPSG:25832', 500_000, 5_540_847.042 * 0.9996)).toEqual({ lat: 50, lon: 9 });
    expect(fromGrid('EPSG:25833', 500_000, 5_540_847.042 * 0.9996)).toEqual({ lat: 50, lon: 15 });
  });

  // 51.50934, 7.460114 gives these metres by the series of Snyder, reckoned apart from the library.
  it('puts a school of Dortmund into Dortmund', () => {
    const read = convertPoint(
      { as: 'utm', east: 'e', north: 'n', system: 'EPSG:25832', systemColumn: 's' },
      at,
    )(cellsRow({ e: '393137', n: '5707592', s: 'EPSG:25832' }));
    expect(read).toEqual({ lat: 51.50934, lon: 7.460114 });
  });

  it.each([
    ['no number of its system, as in one of 320 rows of a real list', { e: '393137', n: '5707592' }],
    ['another system', { e: '393137', n: '5707592', s: 'EPSG:31466' }],
    ['words', { e: 'x', n: '5707592', s: 'EPSG:25832' }],
    ['one of two numbers', { e: '393137', s: 'EPSG:25832' }],
  ])('is not taken with %s', (_name, cells) => {
    const field = { as: 'utm', east: 'e', north: 'n', system: 'EPSG:25832', systemColumn: 's' } as const;
    expect(convertPoint(field, at)(cellsRow(cells as Record<string, string>))).toBe('unreadable');
  });

  it('of degrees takes a decimal comma', () => {
    expect(
      convertPoint({ as: 'degrees', lat: 'a', lon: 'b' }, at)(cellsRow({ a: '51,5', b: '7.46' })),
    ).toEqual({
      lat: 51.5,
      lon: 7.46,
    });
  });
});

describe('a rough point', () => {
  it('is the same for all of a square and never more than 360 metres off', () => {
    const points = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => ({
      lat: 51.5 + step / 3000,
      lon: 7.45 + step / 1700,
    }));
    for (const point of points) {
      expect(kilometresBetween(point, middleOfCell(point))).toBeLessThan(0.36);
      expect(middleOfCell(middleOfCell(point))).toEqual(middleOfCell(point));
    }
    expect(new Set(points.map((point) => JSON.stringify(middleOfCell(point)))).size).toBeLessThan(
      points.length,
    );
  });
});

describe('ages', () => {
  it.each([
    ['months', '36', 36],
    ['years', '3', 36],
    ['years-to-end', '5', 71],
  ] as const)('in %s of %s are %i months', (as, text, value) => {
    expect(convertAge({ as, from }, at)(one(text))).toEqual({ value });
  });

  it('above 20 years are not believed', () => {
    expect(convertAge({ as: 'years', from }, at)(one('21'))).toBe('unreadable');
  });

  const groups = {
    as: 'groups' as const,
    groups: [
      { column: 'small', fromMonths: 0, toMonths: 35 },
      { column: 'middle', fromMonths: 36, toMonths: 71 },
      { column: 'big', fromMonths: 72, toMonths: 167 },
    ],
    others: ['forest'],
    total: 'all',
  };

  it.each([
    [{ small: '1', middle: '2', all: '3' }, { fromMonths: 0, toMonths: 71 }, []],
    [{ big: '4', all: '4' }, { fromMonths: 72, toMonths: 167 }, []],
    [{ middle: '1', forest: '2', all: '3' }, { fromMonths: 36, toMonths: 71 }, []],
    [{ middle: '1' }, { fromMonths: 36, toMonths: 71 }, []],
    [{ forest: '2', all: '2' }, undefined, []],
    [{ small: '1', big: '1', all: '2' }, undefined, ['ages-invalid']],
    [{ small: '1', middle: '1', all: '3' }, undefined, ['groups-differ']],
    [{ small: 'x' }, undefined, ['ages-invalid']],
  ])('by groups %o are %o', (cells, ages, codes) => {
    const noted: string[] = [];
    expect(
      readAges(groups, at)(cellsRow(cells as Record<string, string>), (code) => noted.push(code)),
    ).toEqual(ages);
    expect(noted).toEqual(codes);
  });
});

describe('other cells', () => {
  it('are joined, taken in parts and given a beginning, but not where there is nothing', () => {
    expect(
      convertText(
        { as: 'text', from: ['a', 'b'], join: ' ', before: '' },
        at,
      )(cellsRow({ a: 'Weg', b: '2' })),
    ).toBe('Weg 2');
    const phone = { as: 'text' as const, from, join: ' ', before: '0461 ' };
    expect(convertText(phone, at)(one('123'))).toBe('0461 123');
    expect(convertText(phone, at)(cellsRow({}))).toBeUndefined();
    const part = { as: 'text' as const, from, join: ' ', before: '', part: { of: '.', at: 1 } };
    expect(convertText(part, at)(one('04177.Leipzig'))).toBe('Leipzig');
    expect(convertText(part, at)(one('04177'))).toBeUndefined();
  });

  it('choose by words and by the first rule that holds', () => {
    expect(convertText({ as: 'words', from, words: { A: 'eins' } }, at)(one('A'))).toBe('eins');
    expect(convertText({ as: 'words', from, words: { A: 'eins' } }, at)(one('toString'))).toBeUndefined();
    const field = {
      as: 'rules' as const,
      rules: [
        {
          when: [
            { column: 'a', is: ['1'] },
            { column: 'b', isNot: ['1'] },
          ],
          value: 'only a',
        },
        { when: [{ column: 'b', is: ['1'] }], value: 'b' },
      ],
      otherwise: 'none',
    };
    expect(convertChoice(field, at)(cellsRow({ a: '1' }))).toBe('only a');
    expect(convertChoice(field, at)(cellsRow({ a: '1', b: '1' }))).toBe('b');
    expect(convertChoice(field, at)(cellsRow({}))).toBe('none');
  });

  it('are days in both usual forms', () => {
    const today = day('2026-11-22');
    expect(convertDay({ as: 'date', from }, at)(one('1.8.2026'), today)).toEqual({
      value: day('2026-08-01'),
    });
    expect(convertDay({ as: 'date', from }, at)(one('2026-08-01'), today)).toEqual({
      value: day('2026-08-01'),
    });
    expect(convertDay({ as: 'date', from }, at)(one('01.08.26'), today)).toBe('unreadable');
  });

  it('are whole numbers, yes or no, and booking classes', () => {
    expect(convertInteger({ as: 'integer', from }, at)(one('12,0'))).toEqual({ value: 12 });
    expect(convertInteger({ as: 'integer', from }, at)(one('12,5'))).toBe('unreadable');
    const yesNo = { as: 'yes-no' as const, from, yes: ['X'], no: ['Nein'] };
    expect(convertYesNo(yesNo, at)(one('x'))).toEqual({ value: true });
    expect(convertYesNo(yesNo, at)(one('nein'))).toEqual({ value: false });
    expect(convertBookedHours({ as: 'numbers', from }, at)(one('25 / 35 / 40 Std.'))).toEqual([25, 35]);
  });
});
