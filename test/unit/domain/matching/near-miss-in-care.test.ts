import { describe, expect, test } from 'vitest';
import {
  care,
  child,
  course,
  family,
  helper,
  judge,
  kita,
  situation,
  timetable,
} from '../../../support/family-language.ts';
import { addDays } from '../../../../shared/domain/time/local-date.ts';
import { day } from '../../../support/some-offer.ts';
import type { Child } from '../../../../shared/domain/situation/situation.ts';

// The Kita is 15 minutes from the course: until 12:30 it covers a course that ends by 12:10.
const UNTIL_HALF_PAST_TWELVE = child('40m', [kita('mo-fr 08:30-12:30')]);

const verdictOf = (times: string, children: readonly Child[] = [UNTIL_HALF_PAST_TWELVE], who = {}) =>
  judge(course(times), situation(children, who)).verdict;

describe('a near miss in care', () => {
  test.each([
    ['mo 09:00-12:10', 'fits'],
    ['mo 09:00-12:15', 'nearly'],
    ['mo 09:00-14:10', 'nearly'],
    ['mo 08:20-12:10', 'nearly'],
    ['mo 08:15-12:10', 'no'],
  ])('is one that a single care change closes, edge hours or 30 minutes earlier: %s', (times, expected) => {
    expect(verdictOf(times)).toBe(expected);
  });

  test('is none when two changes would be needed', () => {
    expect(verdictOf('mo 08:45-12:10')).toBe('nearly');
    expect(verdictOf('mo 09:00-12:30')).toBe('nearly');
    expect(verdictOf('mo 08:45-12:30')).toBe('no');
  });

  test('is closed for all gaps by two hours on all five days, or an afternoon on one', () => {
    expect(verdictOf('mo-fr 09:00-14:10')).toBe('nearly');
    expect(verdictOf('mo-fr 09:00-14:15')).toBe('no');
    const untilTwo = child('40m', [kita('mo-fr 08:30-14:00')]);
    expect(verdictOf('mo 09:00-17:40', [untilTwo])).toBe('nearly');
    expect(verdictOf('mo 09:00-17:45', [untilTwo])).toBe('no');
    expect(verdictOf('mo,tu 09:00-17:40', [untilTwo])).toBe('no');
  });

  test('is one only if every session with a gap overlaps care of the child that day', () => {
    const untilThree = child('40m', [kita('mo-fr 08:30-15:00')]);
    expect(verdictOf('mo 14:00-17:00', [untilThree])).toBe('nearly');
    // Begins when care ends: an afternoon from 14 to 18 would close it, but no care overlaps.
    expect(verdictOf('mo 15:00-17:00', [untilThree])).toBe('no');
    expect(verdictOf('mo 14:55-17:00', [untilThree])).toBe('nearly');
  });

  test('is one if care overlaps either day of a session that goes past midnight', () => {
    const someone = child('40m', []);
    // From 23:30 two more hours would do; on Tuesday itself there is no care at all.
    expect(verdictOf('mo 20:00-01:00', [someone], { helpers: [helper('mo 19:00-23:30')] })).toBe('nearly');
    expect(verdictOf('mo 20:00-01:00', [someone], { helpers: [helper('mo 12:00-19:00')] })).toBe('no');
  });

  test('is one by the hours of a weekly helper as well', () => {
    const none = child('40m', []);
    const withHelper = { helpers: [helper('mo 08:00-15:00')] };
    expect(verdictOf('mo 09:00-16:00', [none], withHelper)).toBe('nearly');
    expect(verdictOf('mo 09:00-16:00', [none])).toBe('no');
  });

  test('has to close the gaps of all children with one change', () => {
    const other = child('60m', [kita('mo-fr 08:30-12:30')]);
    expect(verdictOf('mo 09:00-12:30', [UNTIL_HALF_PAST_TWELVE, other])).toBe('nearly');
    const byEight = child('60m', [care('school', 'mo-fr 08:45-15:00', { place: kita('').place! })]);
    expect(verdictOf('mo 09:00-12:30', [UNTIL_HALF_PAST_TWELVE, byEight])).toBe('no');
  });
});

describe('a helper on dates', () => {
  /** A course of that many days in a row, of which somebody of the family looks after all but the last ones. */
  function matchWith(days: number, missing: number) {
    const dateAfter = (count: number) => addDays(day('2025-04-07'), count);
    const dated = Array.from({ length: days }, (_, index) => ({
      date: dateAfter(index),
      from: 540,
      to: 720,
    }));
    const covered = family('mo-su 08:00-13:00', { until: dateAfter(days - missing - 1) });
    const offer = course('', { timetable: timetable('', { dated }) });
    return judge(offer, situation([child('40m', [covered])]));
  }

  test.each([
    [10, 0, 'fits'],
    [10, 1, 'nearly'],
    [10, 2, 'no'],
    [9, 1, 'no'],
    [19, 2, 'no'],
    [20, 2, 'nearly'],
    [29, 3, 'no'],
    [30, 3, 'nearly'],
    [50, 4, 'no'],
  ])('of %i dates helps on a tenth of them, three at most: %i', (days, missing, expected) => {
    expect(matchWith(days, missing).verdict).toBe(expected);
  });

  test('is what a nearly names then, with the dates and the child', () => {
    expect(matchWith(20, 2).change).toEqual({
      change: { kind: 'helper-on-dates', children: [0], dates: [day('2025-04-25'), day('2025-04-26')] },
      grantedBy: 'family',
    });
  });
});
