import { describe, expect, test } from 'vitest';
import {
  carePlace,
  child,
  course,
  judge,
  kita,
  region,
  situation,
  town,
} from '../../../support/family-language.ts';
import { at, judgeWith } from '../../../support/new-care-town.ts';
import type { Offer } from '../../../../shared/domain/offer/offer.ts';
import type { Situation } from '../../../../shared/domain/situation/situation.ts';

const WITH_KITA = child('40m', [kita('mo-fr 08:30-12:30')]);
const MORNING = 'mo 09:00-12:00';

const verdict = (own: Partial<Offer> = {}, who: Partial<Situation> = {}, times = MORNING) =>
  judge(course(times, own), situation([WITH_KITA], who)).verdict;

const UNMET = { seats: { free: 0 } };
const UNKNOWN = { cost: { cents: 99_000 } };
const GERMAN_NEAR = { needs: { german: 'B2' } } as const;
const B1 = { german: 'B1' } as const;

describe('verdict', () => {
  test('fits when nothing is unmet or unknown and care is met', () => {
    expect(verdict()).toBe('fits');
  });

  test('fits when care is not applicable', () => {
    expect(judge(course(MORNING), situation()).verdict).toBe('fits');
  });

  test('fits with care when it would fit and care is met with a place', () => {
    const mini = carePlace('feed:mini', 'mo-fr 07:00-17:00', at('mini'));
    expect(judgeWith([mini], [child('40m', [])]).verdict).toBe('fits-with-care');
  });

  test('is to be asked when something is unknown and nothing unmet', () => {
    expect(verdict(UNKNOWN)).toBe('ask');
    expect(verdict({ ...UNKNOWN, needs: { ageYears: { from: 18 } } })).toBe('ask');
  });

  test('is a no with one criterion unmet that is no near miss', () => {
    expect(verdict(UNMET)).toBe('no');
    expect(verdict({ ...UNMET, ...UNKNOWN })).toBe('no');
  });

  test('is nearly with exactly one near miss', () => {
    expect(verdict(GERMAN_NEAR, B1)).toBe('nearly');
  });

  test('is nearly with exactly one near miss, whatever is unknown', () => {
    expect(verdict({ ...GERMAN_NEAR, ...UNKNOWN }, B1)).toBe('nearly');
  });

  test('is a no with two near misses', () => {
    expect(verdict(GERMAN_NEAR, B1, 'mo 09:00-12:30')).toBe('no');
  });

  test('is a no with a near miss and another criterion unmet', () => {
    expect(verdict({ ...GERMAN_NEAR, ...UNMET }, B1)).toBe('no');
  });
});

describe('a near miss in reach', () => {
  test.each([
    [45, 'fits'],
    [50, 'nearly'],
    [60, 'nearly'],
    [65, 'no'],
  ])('is a way at most 15 minutes longer than 45: %i', (minutes, expected) => {
    const where = town(`home-course ${String(minutes)}`);
    const offer = course(MORNING, { places: [where.place('course')] });
    const match = judge(offer, situation([], { home: where.place('home') }), region({}, where));
    expect(match.verdict).toBe(expected);
  });
});

describe('a near miss in German', () => {
  test.each([
    ['B2', 'fits'],
    ['B1', 'nearly'],
    ['A2', 'no'],
  ] as const)('is one level: %s for B2', (german, expected) => {
    expect(verdict(GERMAN_NEAR, { german })).toBe(expected);
  });

  test('is no course that is too easy', () => {
    expect(verdict({ teaches: { german: { to: 'B1' } } }, { german: 'B1' })).toBe('no');
  });
});

describe('a near miss in hours', () => {
  test.each([
    [undefined, 'nearly'],
    [25, 'no'],
  ])('is a job with more than the present %s hours, below the wish', (present, expected) => {
    const work = {
      wantedHoursPerWeek: 39,
      saturdays: false,
      ...(present === undefined ? {} : { hoursPerWeek: present }),
    };
    const job = { kind: 'job', hours: { min: 20, max: 25 } } as const;
    expect(verdict(job, { work })).toBe(expected);
  });
});
