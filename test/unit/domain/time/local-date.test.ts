import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  calendarParts,
  formatLocalDate,
  fullMonthsBetween,
  localDateFromDays,
  parseLocalDate,
} from '../../../../shared/domain/time/local-date.ts';
import {
  mondayOf,
  mondayOnOrAfter,
  WEEKDAY_NAMES,
  weekdayFromName,
  weekdayName,
  weekdayOf,
  WEEKDAYS,
  WORKDAYS,
} from '../../../../shared/domain/time/weekday.ts';
import { day } from '../../../support/some-offer.ts';

describe('a local date', () => {
  test.each([
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-04-31',
    '1899-12-31',
    '2201-01-01',
    '25-04-07',
    '2025-4-7',
  ])('%s is none', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });

  test('knows leap days', () => {
    expect(formatLocalDate(day('2024-02-29'))).toBe('2024-02-29');
    expect(parseLocalDate('2000-02-29')).toBeDefined();
    expect(parseLocalDate('2100-02-29')).toBeUndefined();
  });

  test('is a whole number of days', () => {
    expect(() => localDateFromDays(1.5)).toThrow(RangeError);
  });

  test('has no hour that a clock change could take away', () => {
    expect(addDays(day('2025-03-29'), 1)).toBe(day('2025-03-30'));
    expect(addDays(day('2025-03-30'), 1)).toBe(day('2025-03-31'));
    expect(addDays(day('2025-10-25'), 2)).toBe(day('2025-10-27'));
  });
});

test('every day from 1900 to 2200 has the year, month and day of the platform', () => {
  const wrong: string[] = [];
  for (let date = day('1900-01-01'); date <= day('2200-12-31'); date = addDays(date, 1)) {
    const { year, month, day: dayOfMonth } = calendarParts(date);
    const found = new Date(Date.UTC(year, month - 1, dayOfMonth));
    const isSame = found.getTime() === date * 86_400_000 && found.getUTCMonth() === month - 1;
    if (!isSame) wrong.push(formatLocalDate(date));
  }
  expect(wrong).toEqual([]);
});

describe('a week', () => {
  test('has seven days by name, five of them workdays', () => {
    expect(WEEKDAYS.map(weekdayName)).toEqual(['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']);
    expect(WORKDAYS.map(weekdayName)).toEqual(['mo', 'tu', 'we', 'th', 'fr']);
    expect(WEEKDAY_NAMES.map(weekdayFromName)).toEqual(WEEKDAYS);
  });

  test('goes from Monday to Sunday', () => {
    expect([weekdayOf(day('2025-03-24')), weekdayOf(day('2025-03-30'))]).toEqual([0, 6]);
    expect(weekdayOf(day('1969-12-31'))).toBe(2);
  });

  test('Sunday lies in the week of the Monday before', () => {
    expect(formatLocalDate(mondayOf(day('2025-03-30')))).toBe('2025-03-24');
    expect(formatLocalDate(mondayOf(day('2025-03-24')))).toBe('2025-03-24');
  });

  test('the Monday of or after a day is the day itself when it is one', () => {
    const found = ['2025-03-23', '2025-03-24', '2025-03-25'].map((text) => mondayOnOrAfter(day(text)));
    expect(found.map(formatLocalDate)).toEqual(['2025-03-24', '2025-03-24', '2025-03-31']);
  });
});

describe('full calendar months', () => {
  test('a month is full on the same day of the next, not on the day before', () => {
    expect(fullMonthsBetween(day('2025-03-24'), day('2025-04-23'))).toBe(0);
    expect(fullMonthsBetween(day('2025-03-24'), day('2025-04-24'))).toBe(1);
  });

  test('a day the month lacks is its last day', () => {
    expect(formatLocalDate(addMonths(day('2025-01-31'), 1))).toBe('2025-02-28');
    expect(formatLocalDate(addMonths(day('2024-01-31'), 1))).toBe('2024-02-29');
    expect(fullMonthsBetween(day('2025-01-31'), day('2025-02-27'))).toBe(0);
    expect(fullMonthsBetween(day('2025-01-31'), day('2025-02-28'))).toBe(1);
  });

  test('go over the year, and backwards', () => {
    expect(formatLocalDate(addMonths(day('2025-11-15'), 3))).toBe('2026-02-15');
    expect(formatLocalDate(addMonths(day('2025-01-15'), -2))).toBe('2024-11-15');
    expect(fullMonthsBetween(day('2025-03-24'), day('2025-02-24'))).toBe(-1);
    expect(fullMonthsBetween(day('2025-03-24'), day('2025-02-25'))).toBe(-1);
  });
});
