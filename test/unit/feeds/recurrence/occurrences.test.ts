import fc from 'fast-check';
import rrule from 'rrule';
import { describe, expect, it } from 'vitest';
import { formatLocalDate, localDateFromDays } from '../../../../shared/domain/time/local-date.ts';
import { occurrencesOf } from '../../../../shared/feeds/recurrence/occurrences.ts';
import { parseRule, type RuleText } from '../../../../shared/feeds/recurrence/recurrence-rule.ts';
import { day } from '../../../support/some-offer.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

function daysOf(text: RuleText, start: string, until: string, count?: number): readonly string[] {
  const rule = parseRule(text);
  if (rule === undefined) throw new Error('refused');
  const range = { start: day(start), ...(count !== undefined && { count }) };
  return occurrencesOf(rule, range, day(until)).map(formatLocalDate);
}

describe('a rule', () => {
  it('gives the same weekdays on both sides of a change of the clock', () => {
    expect(daysOf({ freq: 'WEEKLY', byday: 'SU' }, '2026-10-18', '2026-11-08')).toEqual([
      '2026-10-18',
      '2026-10-25',
      '2026-11-01',
      '2026-11-08',
    ]);
    expect(daysOf({ freq: 'weekly' }, '2026-03-22', '2026-04-05')).toEqual([
      '2026-03-22',
      '2026-03-29',
      '2026-04-05',
    ]);
  });

  it('counts days of a month from both ends', () => {
    expect(daysOf({ freq: 'MONTHLY', byday: '1SA' }, '2026-07-04', '2026-09-30')).toEqual([
      '2026-07-04',
      '2026-08-01',
      '2026-09-05',
    ]);
    expect(daysOf({ freq: 'MONTHLY', byday: '-1FR' }, '2026-01-01', '2026-02-28')).toEqual([
      '2026-01-30',
      '2026-02-27',
    ]);
    expect(daysOf({ freq: 'MONTHLY', bymonthday: '31' }, '2026-01-01', '2026-04-30')).toEqual([
      '2026-01-31',
      '2026-03-31',
    ]);
  });

  it('is narrowed to weeks of the year', () => {
    expect(daysOf({ freq: 'WEEKLY', byday: 'TH', byweekno: '41,-1' }, '2026-01-01', '2026-12-31')).toEqual([
      '2026-10-08',
      '2026-12-31',
    ]);
  });

  // The rrule package misses this day: it forgets the days of week 1 that lie in the old year, so weeks are compared up to 51.
  it('knows the weeks that lie in two years', () => {
    expect(daysOf({ freq: 'WEEKLY', byday: 'SA', byweekno: '-52' }, '2024-12-30', '2025-12-31')).toEqual([
      '2025-01-04',
    ]);
  });

  it('does not take a start for an occurrence that it does not name', () => {
    expect(daysOf({ freq: 'WEEKLY', byday: 'TU' }, '2026-01-05', '2026-01-31', 2)).toEqual([
      '2026-01-06',
      '2026-01-13',
    ]);
  });

  it('that never holds ends without a day', () => {
    expect(daysOf({ freq: 'DAILY', bymonth: '2', bymonthday: '30' }, '1990-01-01', '2190-01-01')).toEqual([]);
  });

  it.each<RuleText>([
    { freq: 'HOURLY' },
    { freq: 'WEEKLY', interval: '0' },
    { freq: 'WEEKLY', interval: '1.5' },
    { freq: 'WEEKLY', byday: 'Monday' },
    { freq: 'WEEKLY', byday: '2MO' },
    { freq: 'WEEKLY', bymonthday: '13' },
    { freq: 'MONTHLY', byday: '0MO' },
    { freq: 'MONTHLY', byday: '6MO' },
    { freq: 'MONTHLY', bymonthday: '32' },
    { freq: 'YEARLY', byweekno: '3' },
    { freq: 'WEEKLY', wkst: 'X' },
    {},
  ])('that says what nobody can follow is not read: %j', (text) => {
    expect(parseRule(text)).toBeUndefined();
  });
});

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const weekdays = fc.subarray([...codes], { minLength: 1 }).map((days) => days.join(','));
const nthDays = fc
  .array(fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -5), fc.constantFrom(...codes)), {
    minLength: 1,
    maxLength: 3,
  })
  .map((days) => days.map(([nth, code]) => `${String(nth)}${code}`).join(','));
const numbers = (min: number, max: number) =>
  fc
    .array(fc.oneof(fc.integer({ min: 1, max }), fc.integer({ min, max: -1 })), {
      minLength: 1,
      maxLength: 4,
    })
    .map((list) => list.join(','));
const interval = fc.integer({ min: 1, max: 5 }).map(String);
const months = fc.subarray(['1', '2', '3', '6', '10', '12'], { minLength: 1 }).map((list) => list.join(','));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const rules: fc.Arbitrary<RuleText> = fc.oneof(
  fc.record({ freq: fc.constant('DAILY'), interval, byday: optional(weekdays), bymonth: optional(months) }),
  fc.record({
    freq: fc.constant('WEEKLY'),
    interval,
    byday: optional(weekdays),
    wkst: fc.constantFrom(...codes),
  }),
  fc.record({
    freq: fc.constant('WEEKLY'),
    interval: fc.constant('1'),
    byday: weekdays,
    byweekno: numbers(-51, 51),
  }),
  fc.record({
    freq: fc.constant('MONTHLY'),
    interval,
    byday: fc.oneof(nthDays, weekdays),
    bymonth: optional(months),
  }),
  fc.record({ freq: fc.constant('MONTHLY'), interval, bymonthday: optional(numbers(-31, 31)) }),
  fc.record({
    freq: fc.constant('YEARLY'),
    interval,
    bymonth: months,
    bymonthday: optional(numbers(-31, 31)),
  }),
  fc.record({ freq: fc.constant('YEARLY'), interval, byyearday: optional(numbers(-366, 366)) }),
);

it('agrees with the rrule package on every rule that both can read', () => {
  fc.assert(
    fc.property(
      rules,
      fc.integer({ min: 20_000, max: 21_500 }).map(localDateFromDays),
      optional(fc.integer({ min: 1, max: 20 })),
      (text, start, count) => {
        const rule = parseRule(text);
        if (rule === undefined) throw new Error('refused');
        const horizon = localDateFromDays(start + 800);
        const parts = Object.entries(text).flatMap(([part, value]) =>
          value === undefined ? [] : [`${part.toUpperCase()}=${value}`],
        );
        const theirs = new rrule.RRule({
          ...rrule.RRule.parseString(parts.join(';')),
          dtstart: new Date(start * MILLISECONDS_PER_DAY),
          ...(count === undefined ? { until: new Date(horizon * MILLISECONDS_PER_DAY) } : { count }),
        })
          .all((date) => date.getTime() <= horizon * MILLISECONDS_PER_DAY)
          .map((date) => date.toISOString().slice(0, 10));
        const ours = occurrencesOf(rule, { start, ...(count !== undefined && { count }) }, horizon);
        expect(ours.map(formatLocalDate)).toEqual(theirs);
      },
    ),
    { numRuns: 400 },
  );
});
