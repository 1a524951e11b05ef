import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  careEndsForSchool,
  isUnborn,
  isWithinAges,
} from '../../../../../shared/domain/matching/care/child-age.ts';
import { needsCareOn } from '../../../../../shared/domain/matching/care/needs-care.ts';
import type { ChildAge } from '../../../../../shared/domain/situation/situation.ts';
import { formatLocalDate, localDateFromDays } from '../../../../../shared/domain/time/local-date.ts';
import { child, region } from '../../../../support/family-language.ts';

const today = fc.integer({ min: 18_000, max: 24_000 }).map(localDateFromDays);
const age: fc.Arbitrary<ChildAge> = fc.oneof(
  fc.record({ months: fc.integer({ min: -9, max: 200 }) }),
  fc.record({ years: fc.integer({ min: 0, max: 16 }) }),
);
const bound = fc.integer({ min: 0, max: 200 });

/** The oracle: full months passed, by walking day by day and counting the days on which a month is full. */
function grown(from: number, to: number): number {
  const start = new Date(from * 86_400_000);
  let months = 0;
  for (let date = from + 1; date <= to; date += 1) {
    const now = new Date(date * 86_400_000);
    const isLast = new Date((date + 1) * 86_400_000).getUTCDate() === 1;
    if (now.getUTCDate() === start.getUTCDate() || (isLast && now.getUTCDate() < start.getUTCDate()))
      months += 1;
  }
  return months;
}

/** Every age in months that the child may have. */
function ages(of: ChildAge, from: number, to: number): readonly number[] {
  const more = grown(from, to);
  return 'months' in of
    ? [of.months + more]
    : Array.from({ length: 12 }, (_none, month) => of.years * 12 + month + more);
}

describe('what is said about ages agrees with asking every possible month', () => {
  test('within a range', () => {
    fc.assert(
      fc.property(today, age, fc.nat({ max: 500 }), bound, bound, (now, of, days, one, other) => {
        const [fromMonths, toMonths] = [Math.min(one, other), Math.max(one, other)];
        const inside = ages(of, now, now + days).map((month) => fromMonths <= month && month <= toMonths);
        const expected = inside.every(Boolean) ? 'yes' : inside.some(Boolean) ? 'unknown' : 'no';
        const on = localDateFromDays(now + days);
        expect(isWithinAges({ ...child(''), age: of }, { fromMonths, toMonths }, on, now)).toBe(expected);
      }),
    );
  });

  test('need of care: born, and by any reading below 12 on site, below 10 online', () => {
    fc.assert(
      fc.property(today, age, fc.nat({ max: 500 }), fc.boolean(), (now, of, days, online) => {
        const on = localDateFromDays(now + days);
        const possible = ages(of, now, on);
        const some = { ...child(''), age: of };
        const isBorn = possible.some((month) => month >= 0);
        expect(isUnborn(some, on, now)).toBe(!isBorn);
        const isBelow = possible.some((month) => month < (online ? 120 : 144));
        expect(needsCareOn(some, on, { online }, now)).toBe(isBorn && isBelow);
      }),
    );
  });

  test('school begins in the first year in which the oldest possible month is 6 years by the cut-off', () => {
    fc.assert(
      fc.property(
        today,
        age,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (now, of, month, dayOfMonth) => {
          const thisYear = new Date(now * 86_400_000).getUTCFullYear();
          const cutOff = (year: number): number => Date.UTC(year, month - 1, dayOfMonth) / 86_400_000;
          const oldest = Math.max(...ages(of, now, now));
          // A child that is old enough by this year's cut-off may have been so before; only the future is walked.
          const years = Array.from({ length: 30 }, (_none, more) => thisYear + more).filter(
            (year) => cutOff(year) >= now,
          );
          const year = years.find((each) => oldest + grown(now, cutOff(each)) >= 72);
          const where = region({ schoolEntryCutOff: { month, day: dayOfMonth } });
          const end = careEndsForSchool({ ...child(''), age: of }, where, now);
          if (end === undefined || year === undefined) throw new Error('the age is stated');
          const isFirst = year > (years[0] ?? 0);
          const found = formatLocalDate(end);
          expect(isFirst ? found : found <= `${String(year)}-07-31`).toBe(
            isFirst ? `${String(year)}-07-31` : true,
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
