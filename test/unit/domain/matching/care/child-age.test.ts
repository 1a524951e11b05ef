import { describe, expect, test } from 'vitest';
import {
  careEndsForSchool,
  isUnborn,
  isWithinAges,
  possibleMonthsOn,
} from '../../../../../shared/domain/matching/care/child-age.ts';
import { needsCareOn } from '../../../../../shared/domain/matching/care/needs-care.ts';
import { formatLocalDate } from '../../../../../shared/domain/time/local-date.ts';
import type { Child } from '../../../../../shared/domain/situation/situation.ts';
import { child, region, TODAY } from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';

const ON_SITE = { online: false };
const ONLINE = { online: true };

function needs(some: Child, session: { readonly online: boolean }, date = TODAY): boolean {
  return needsCareOn(some, date, session, TODAY);
}

describe('the age of a child', () => {
  test('exact months are one age', () => {
    expect(possibleMonthsOn(child('50m'), TODAY, TODAY)).toEqual({ least: 50, most: 50 });
  });

  test('a whole year is any month of it', () => {
    expect(possibleMonthsOn(child('4y'), TODAY, TODAY)).toEqual({ least: 48, most: 59 });
  });

  test('grows by full calendar months from today', () => {
    const on = (date: string): number | undefined => possibleMonthsOn(child('50m'), day(date), TODAY)?.least;
    expect(['2025-04-23', '2025-04-24', '2025-05-23', '2026-03-24'].map(on)).toEqual([50, 51, 51, 62]);
  });

  test('not stated is unknown', () => {
    expect(possibleMonthsOn(child(''), TODAY, TODAY)).toBeUndefined();
  });

  test('negative is not born yet, until it has grown to zero', () => {
    const unborn = (date: string): boolean => isUnborn(child('-2m'), day(date), TODAY);
    expect(unborn('2025-05-23')).toBe(true);
    expect(unborn('2025-05-24')).toBe(false);
    expect(isUnborn(child('0m'), TODAY, TODAY)).toBe(false);
    expect(isUnborn(child(''), TODAY, TODAY)).toBe(false);
  });
});

describe('something about ages is yes only for every possible month, no only for none', () => {
  const range = { fromMonths: 36, toMonths: 72 };

  test.each([
    ['35m', 'no'],
    ['36m', 'yes'],
    ['72m', 'yes'],
    ['73m', 'no'],
    ['2y', 'no'],
    ['3y', 'yes'],
    ['5y', 'yes'],
    ['6y', 'unknown'],
    ['7y', 'no'],
    ['', 'unknown'],
  ])('%s in 36 to 72 months: %s', (age, expected) => {
    expect(isWithinAges(child(age), range, TODAY, TODAY)).toBe(expected);
  });

  test('a year that is wider than the range is never a yes', () => {
    expect(isWithinAges(child('3y'), { fromMonths: 40, toMonths: 42 }, TODAY, TODAY)).toBe('unknown');
  });

  test('a year of which one month is in is not a no', () => {
    expect(isWithinAges(child('2y'), { fromMonths: 35, toMonths: 72 }, TODAY, TODAY)).toBe('unknown');
    expect(isWithinAges(child('6y'), { fromMonths: 36, toMonths: 71 }, TODAY, TODAY)).toBe('no');
  });

  test('on the date asked for', () => {
    expect(isWithinAges(child('35m'), range, day('2025-04-24'), TODAY)).toBe('yes');
    expect(isWithinAges(child('72m'), range, day('2025-04-24'), TODAY)).toBe('no');
  });

  test('a range that is not stated is unknown', () => {
    expect(isWithinAges(child('50m'), undefined, TODAY, TODAY)).toBe('unknown');
  });
});

describe('which children need care', () => {
  test.each([
    ['143m', true],
    ['144m', false],
    ['11y', true],
    ['12y', false],
    ['0m', true],
    ['', true],
  ])('on site below 12 years: %s %s', (age, expected) => {
    expect(needs(child(age), ON_SITE)).toBe(expected);
  });

  test.each([
    ['119m', true],
    ['120m', false],
    ['9y', true],
    ['10y', false],
    ['', true],
  ])('online below 10 years: %s %s', (age, expected) => {
    expect(needs(child(age), ONLINE)).toBe(expected);
  });

  test('a whole year that may be below counts as below', () => {
    // Eleven today, so between 11 years 0 months and 11 years 11 months; in six months twelve or not yet.
    expect(needs(child('11y'), ON_SITE, day('2025-09-24'))).toBe(true);
    expect(needs(child('11y'), ON_SITE, day('2026-03-23'))).toBe(true);
    expect(needs(child('11y'), ON_SITE, day('2026-03-24'))).toBe(false);
  });

  test('the age on the day of the session counts', () => {
    expect(needs(child('143m'), ON_SITE, day('2025-04-23'))).toBe(true);
    expect(needs(child('143m'), ON_SITE, day('2025-04-24'))).toBe(false);
  });

  test('needsCare overrides', () => {
    expect(needs(child('15y', undefined, { needsCare: true }), ON_SITE)).toBe(true);
    expect(needs(child('11y', undefined, { needsCare: true }), ONLINE)).toBe(true);
    expect(needs(child('4y', undefined, { needsCare: false }), ON_SITE)).toBe(false);
    expect(needs(child('', undefined, { needsCare: false }), ONLINE)).toBe(false);
  });

  test('not born yet on the day: no need, born by then: need', () => {
    expect(needs(child('-2m'), ON_SITE, day('2025-05-23'))).toBe(false);
    expect(needs(child('-2m'), ON_SITE, day('2025-05-24'))).toBe(true);
    expect(needs(child('-2m', undefined, { needsCare: true }), ON_SITE)).toBe(false);
  });
});

describe('Kita and childminder end on 31 July of the year of school entry', () => {
  const ends = (some: Child, cutOff?: { month: number; day: number }): string | undefined => {
    const where = cutOff === undefined ? region() : region({ schoolEntryCutOff: cutOff });
    const end = careEndsForSchool(some, where, TODAY);
    return end === undefined ? undefined : formatLocalDate(end);
  };

  test('as stated', () => {
    expect(ends(child('3y', undefined, { schoolFrom: day('2025-08-28') }))).toBe('2025-07-31');
    expect(ends(child('', undefined, { schoolFrom: day('2027-08-01') }))).toBe('2027-07-31');
  });

  test('else the year in which the child is 6 by 30 September', () => {
    // Six full months from 24 March to 30 September: 66 months today are 72 then.
    expect(ends(child('66m'))).toBe('2025-07-31');
    expect(ends(child('65m'))).toBe('2026-07-31');
    expect(ends(child('77m'))).toBe('2025-07-31');
    expect(ends(child('78m'))).toBe('2024-07-31');
    expect(ends(child('0m'))).toBe('2031-07-31');
  });

  test('by the cut-off of the region', () => {
    expect(ends(child('66m'), { month: 6, day: 30 })).toBe('2026-07-31');
    expect(ends(child('69m'), { month: 6, day: 30 })).toBe('2025-07-31');
  });

  test('a whole year in which it may be 6 counts as 6: care is not believed to go on', () => {
    expect(ends(child('5y'))).toBe('2025-07-31');
    expect(ends(child('4y'))).toBe('2026-07-31');
  });

  test('without an age nothing ends it', () => {
    expect(ends(child(''))).toBeUndefined();
  });
});
