import { describe, expect, test } from 'vitest';
import {
  child,
  family,
  helper,
  kita,
  region,
  situation,
  TODAY,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';
import {
  paidMinutesIn,
  weekBudget,
  type BudgetTerms,
} from '../../../../../shared/domain/matching/care/week-budget.ts';
import { frameOf } from '../../../../../shared/domain/matching/frame.ts';
import type { Child, Situation } from '../../../../../shared/domain/situation/situation.ts';
import { formatClockTime } from '../../../../../shared/domain/time/clock-time.ts';
import { WEEKDAY_NAMES } from '../../../../../shared/domain/time/weekday.ts';

function budget(
  children: readonly Child[],
  own: Partial<Situation> = {},
  terms: Partial<BudgetTerms> = {},
  where = region(),
) {
  const usual = { wayMinutes: 20, handoverMinutes: 5, online: false };
  return weekBudget(frameOf(situation(children, own), where, TODAY), { ...usual, ...terms });
}

/** The days of a budget as `mo 08:25-14:35 360`. */
function lines(...args: Parameters<typeof budget>): readonly string[] | undefined {
  return budget(...args)?.days.map(
    ({ day: weekday, window, paidMinutes }) =>
      `${WEEKDAY_NAMES[weekday]} ${formatClockTime(window.from)}-${formatClockTime(window.to)} ${String(paidMinutes)}`,
  );
}

describe('paid minutes in a stretch of presence', () => {
  test.each([
    [-5, 0],
    [0, 0],
    [5, 5],
    [355, 355],
    [360, 360],
    [365, 360],
    [390, 360],
    [395, 365],
    [565, 535],
    [570, 540],
    [575, 540],
    [585, 540],
    [590, 545],
    [640, 595],
    [645, 600],
    [650, 600],
    [960, 600],
  ])('leave out the break of § 4 ArbZG without a cliff, ten hours at most: %i', (presence, paid) => {
    expect(paidMinutesIn(presence)).toBe(paid);
  });

  test('never fall when the stretch grows', () => {
    const paid = Array.from({ length: 200 }, (_, step) => paidMinutesIn(step * 5));
    expect(paid).toEqual([...paid].sort((one, other) => one - other));
  });
});

describe('the week budget', () => {
  test('is coverage minus twice the way and a handover, Monday to Friday', () => {
    expect(lines([child('40m', [kita('mo-su 08:00-15:00')])])).toEqual([
      'mo 08:25-14:35 360',
      'tu 08:25-14:35 360',
      'we 08:25-14:35 360',
      'th 08:25-14:35 360',
      'fr 08:25-14:35 360',
    ]);
    expect(budget([child('40m', [kita('mo-su 08:00-15:00')])])?.paidMinutes).toBe(1800);
  });

  test('has Saturday if she says so, and never Sunday', () => {
    const always = child('40m', [kita('sa,su 08:00-15:00')]);
    expect(lines([always], { work: { saturdays: false } })).toEqual([]);
    expect(lines([always], { work: { saturdays: true } })).toEqual(['sa 08:25-14:35 360']);
  });

  test('lies inside the common coverage of all children that need care', () => {
    const children = [child('40m', [kita('mo 08:00-15:00')]), child('60m', [kita('mo 09:00-16:00')])];
    expect(lines(children)).toEqual(['mo 09:25-14:35 310']);
  });

  test('minds no child that needs no care', () => {
    const children = [child('40m', [kita('mo 08:00-15:00')]), child('12y', []), child('-2m')];
    expect(lines(children)).toEqual(['mo 08:25-14:35 360']);
  });

  test('takes the longest stretch of a day only', () => {
    expect(lines([child('40m', [kita('mo 07:00-09:00; mo 10:00-16:00')])])).toEqual(['mo 10:25-15:35 310']);
  });

  test('unites hours that touch or overlap', () => {
    const bits = child('40m', [kita('mo 08:00-12:00'), family('mo 11:30-15:00')]);
    expect(lines([bits])).toEqual(['mo 08:25-14:35 360']);
    const withHelper = { helpers: [helper('mo 12:00-15:00')] };
    expect(lines([child('40m', [kita('mo 08:00-12:00')])], withHelper)).toEqual(['mo 08:25-14:35 360']);
    const sometimes = { helpers: [helper('mo 12:00-15:00', 'sometimes')] };
    expect(lines([child('40m', [kita('mo 08:00-12:00')])], sometimes)).toEqual(['mo 08:25-11:35 190']);
  });

  test('is from 6 to 22 where no child needs care', () => {
    expect(lines([])?.[0]).toBe('mo 06:25-21:35 600');
    expect(lines([child('12y', [kita('mo 08:00-12:00')])])?.[0]).toBe('mo 06:25-21:35 600');
  });

  test('is nothing with a child that has no care', () => {
    expect(lines([child('40m', [])])).toEqual([]);
    expect(budget([child('40m', []), child('60m', [kita('mo-fr 07:00-17:00')])])?.paidMinutes).toBe(0);
  });

  test('is not known where the care of a child was not stated', () => {
    expect(budget([child('40m')])).toBeUndefined();
    expect(budget([child('40m', []), child('60m')])).toBeUndefined();
    expect(budget([child('12y')])?.paidMinutes).toBe(3000);
  });

  test('has no day on which the ways take all of the time', () => {
    expect(lines([child('40m', [kita('mo 08:00-08:50; tu 08:00-08:55')])])).toEqual(['tu 08:25-08:30 5']);
  });

  test('counts the entries in force on the first day of the window', () => {
    const now = family('mo 08:00-12:00', { until: day('2025-07-31') });
    const then = family('mo 08:00-15:00', { from: day('2025-08-01') });
    const someone = [child('40m', [now, then])];
    expect(lines(someone, { from: day('2025-07-31') })).toEqual(['mo 08:25-11:35 190']);
    expect(lines(someone, { from: day('2025-08-01') })).toEqual(['mo 08:25-14:35 360']);
  });

  test('takes an entry in force on that day for the whole week, and public holidays for plain days', () => {
    const untilWednesday = child('40m', [kita('mo-fr 08:00-15:00', { until: day('2025-04-30') })]);
    const mayDay = region({ publicHolidays: new Set([day('2025-05-01')]) });
    expect(lines([untilWednesday], { from: day('2025-04-30') }, {}, mayDay)).toHaveLength(5);
  });

  test('ends with the Kita where school begins', () => {
    const preschooler = child('70m', [kita('mo 08:00-15:00')], { schoolFrom: day('2025-08-01') });
    expect(lines([preschooler], { from: day('2025-07-31') })).toHaveLength(1);
    expect(lines([preschooler], { from: day('2025-08-01') })).toEqual([]);
  });

  test('depends on the way', () => {
    const eightToThree = [child('40m', [kita('mo 08:00-15:00')])];
    expect(lines(eightToThree, {}, { wayMinutes: 0 })).toEqual(['mo 08:05-14:55 380']);
    expect(lines(eightToThree, {}, { wayMinutes: 45 })).toEqual(['mo 08:50-14:10 320']);
    expect(lines(eightToThree, {}, { wayMinutes: 0, handoverMinutes: 0 })).toEqual(['mo 08:00-15:00 390']);
  });

  test('at home minds only children below 10', () => {
    const eleven = [child('11y', [])];
    expect(lines(eleven)).toEqual([]);
    expect(lines(eleven, {}, { online: true })?.[0]).toBe('mo 06:25-21:35 600');
    expect(lines([child('9y', [])], {}, { online: true })).toEqual([]);
  });
});
