import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  calendarParts,
  formatLocalDate,
  fullMonthsBetween,
  localDateFromDays,
  parseLocalDate,
} from '../../../../shared/domain/time/local-date.ts';
import { weekdayOf } from '../../../../shared/domain/time/weekday.ts';

/** 1900 to 2200. */
const date = fc.integer({ min: -25_567, max: 84_370 }).map(localDateFromDays);

function asDate(days: number): Date {
  return new Date(days * 86_400_000);
}

/** The oracle: count months up while the day of the month, or the last of a shorter month, is reached. */
function countMonths(from: number, to: number): number {
  const start = asDate(from);
  const reached = (months: number): number => {
    const last = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months + 1, 0)).getUTCDate();
    const dayOfMonth = Math.min(start.getUTCDate(), last);
    return Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + months, dayOfMonth) / 86_400_000;
  };
  let months = 0;
  while (reached(months + 1) <= to) months += 1;
  return months;
}

describe('calendar arithmetic agrees with the platform', () => {
  test('year, month, day and weekday', () => {
    fc.assert(
      fc.property(date, (some) => {
        const expected = asDate(some);
        expect(calendarParts(some)).toEqual({
          year: expected.getUTCFullYear(),
          month: expected.getUTCMonth() + 1,
          day: expected.getUTCDate(),
        });
        expect(weekdayOf(some)).toBe((expected.getUTCDay() + 6) % 7);
        expect(parseLocalDate(formatLocalDate(some))).toBe(some);
      }),
    );
  });

  test('full months agree with counting them one by one', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 3000 }), (from, days) => {
        const to = localDateFromDays(from + days);
        expect(fullMonthsBetween(from, to)).toBe(countMonths(from, to));
      }),
    );
  });

  test('after n months n full months have passed, and a day before fewer', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 240 }), (from, months) => {
        const to = addMonths(from, months);
        expect(fullMonthsBetween(from, to)).toBe(months);
        expect(fullMonthsBetween(from, localDateFromDays(to - 1))).toBe(months - 1);
      }),
    );
  });
});
