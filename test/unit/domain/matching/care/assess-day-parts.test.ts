import { describe, expect, test } from 'vitest';
import {
  carePlace,
  child,
  criterion,
  judge,
  kita,
  situation,
  timetable,
  course,
} from '../../../../support/family-language.ts';
import { at, judgeWith } from '../../../../support/new-care-town.ts';
import type { DayPart } from '../../../../../shared/domain/offer/terms.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';

/** A job at `course` of which only parts of the day and hours a week are known. */
function job(
  dayParts: readonly DayPart[],
  hoursPerWeek?: number | { min: number; max: number },
  own: Partial<Offer> = {},
) {
  const hours = typeof hoursPerWeek === 'number' ? { min: hoursPerWeek, max: hoursPerWeek } : hoursPerWeek;
  const { first: _first, last: _last, ...unknown } = timetable('', { complete: false, missing: ['shifts'] });
  return course('', {
    kind: 'job',
    dayParts,
    timetable: unknown,
    ...(hours === undefined ? {} : { hours }),
    ...own,
  });
}

const withKita = (times: string) => situation([child('40m', [kita(times)])]);
const careOf = (offer: Offer, times: string) => criterion(judge(offer, withKita(times)), 'care').result;

// The Kita is 15 minutes from work: a part needs care from 20 minutes before to 20 minutes after.
describe('a job with day parts only', () => {
  test.each([
    ['morning', 20, 'mo-fr 06:40-13:20', 'met'],
    ['morning', 20, 'mo-fr 06:45-13:20', 'unknown'],
    ['morning', 20, 'mo-fr 06:40-13:15', 'unknown'],
    ['afternoon', 20, 'mo-fr 11:40-18:20', 'met'],
    ['afternoon', 20, 'mo-fr 11:40-18:15', 'unknown'],
    ['evening', 18, 'mo-fr 16:40-22:20', 'met'],
    ['evening', 18, 'mo-fr 16:45-22:20', 'unknown'],
  ] as const)(
    'is met if care holds for the whole %s (%i hours) with its way: %s',
    (part, hours, times, expected) => {
      expect(careOf(job([part], hours), times)).toBe(expected);
    },
  );

  test('is met also where its timetable is said to be complete', () => {
    const complete = { ...job(['morning'], 20).timetable, complete: true, missing: [] };
    expect(careOf(job(['morning'], 20, { timetable: complete }), 'mo-fr 06:40-13:20')).toBe('met');
  });

  test.each([
    [18, 'mo-we 06:40-13:20', 'met'],
    [19, 'mo-we 06:40-13:20', 'unmet'],
    [19, 'mo-th 06:40-13:20', 'met'],
    [24, 'mo-th 06:40-13:20', 'met'],
    [25, 'mo-th 06:40-13:20', 'unmet'],
    [30, 'mo-fr 06:40-13:20', 'met'],
  ])('of %i hours needs as many mornings of 6 hours as hold them: %s', (hours, times, expected) => {
    expect(careOf(job(['morning'], hours), times)).toBe(expected);
  });

  test.each([
    [15, 'mo-we 16:40-22:20', 'met'],
    [16, 'mo-we 16:40-22:20', 'unmet'],
    [25, 'mo-fr 16:40-22:20', 'met'],
  ])('of %i hours needs as many evenings of 5 hours as hold them: %s', (hours, times, expected) => {
    expect(careOf(job(['evening'], hours), times)).toBe(expected);
  });

  test('is unknown if five parts cannot hold the hours', () => {
    expect(careOf(job(['morning'], 31), 'mo-fr 06:00-18:00')).toBe('unknown');
    expect(careOf(job(['evening'], 26), 'mo-fr 06:00-23:00')).toBe('unknown');
  });

  test('takes five days where the hours are not known', () => {
    expect(careOf(job(['morning']), 'mo-fr 06:40-13:20')).toBe('met');
    expect(careOf(job(['morning']), 'mo-th 06:40-13:20')).toBe('unknown');
  });

  test.each([
    ['mo-fr 07:20-13:00', 'unknown'],
    ['mo-fr 07:20-12:55', 'unmet'],
    ['mo-th 07:20-13:00', 'unknown'],
    ['mo-we 07:20-13:00', 'unmet'],
  ])(
    'of 20 hours is unmet with fewer than four mornings of 5 covered hours in them: %s',
    (times, expected) => {
      expect(careOf(job(['morning'], 20), times)).toBe(expected);
    },
  );

  test('needs covered hours of all children at the same time', () => {
    const children = ['mo-fr 06:00-10:20', 'mo-fr 07:20-13:00'].map((times) => child('40m', [kita(times)]));
    expect(criterion(judge(job(['morning'], 20), situation(children)), 'care').result).toBe('unmet');
  });

  test('lies on any weekdays, not on Saturday', () => {
    expect(careOf(job(['morning'], 12), 'tu,fr 06:40-13:20')).toBe('met');
    expect(careOf(job(['morning'], 12), 'tu,sa 06:40-13:20')).not.toBe('met');
  });

  test('is met by any of the parts that are stated', () => {
    const mornings = 'mo-fr 06:40-13:20';
    expect(careOf(job(['evening'], 20), mornings)).toBe('unmet');
    expect(careOf(job(['evening', 'morning'], 20), mornings)).toBe('met');
    expect(careOf(job(['shift', 'morning'], 20), mornings)).toBe('met');
  });

  test('is unknown in shifts, whatever else does not fit', () => {
    expect(careOf(job(['shift'], 20), 'mo-fr 00:00-23:55')).toBe('unknown');
    expect(careOf(job(['evening', 'shift'], 20), 'mo-fr 06:40-13:20')).toBe('unknown');
  });

  test('of a range of hours is met with the most, and unmet only with the fewest', () => {
    const range = { min: 12, max: 24 };
    expect(careOf(job(['morning'], range), 'mo-th 06:40-13:20')).toBe('met');
    expect(careOf(job(['morning'], range), 'mo-we 06:40-13:20')).toBe('unknown');
    expect(careOf(job(['morning'], range), 'mo 06:40-13:20')).toBe('unmet');
  });

  test('names no gap and no minutes, whatever the answer', () => {
    for (const times of ['mo-fr 06:40-13:20', 'mo-fr 07:20-13:00', 'mo 08:00-09:00']) {
      expect(judge(job(['morning'], 20), withKita(times))).toMatchObject({
        gaps: [],
        gapMinutesPerWeek: null,
      });
    }
  });

  test('is not applicable when no child needs care', () => {
    expect(criterion(judge(job(['morning'], 20), situation()), 'care').result).toBe('not-applicable');
  });

  test('is unknown when its place is not known', () => {
    expect(careOf(job(['morning'], 20, { places: [] }), 'mo-fr 06:00-18:00')).toBe('unknown');
  });

  test('is unknown when the care of the child was not stated', () => {
    const match = judge(job(['morning'], 20), situation([child('40m')]));
    expect(criterion(match, 'care')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.care' }],
    });
  });

  test('that states its times is held to them instead', () => {
    const withTimes = course('mo 18:00-20:00', {
      kind: 'job',
      dayParts: ['morning'],
      hours: { min: 20, max: 20 },
    });
    expect(careOf(withTimes, 'mo-fr 06:40-13:20')).toBe('unmet');
  });

  test('is met with a place where new care covers the part', () => {
    const start = { timetable: { ...job(['morning']).timetable, first: timetable('').first! + 30 } };
    const offer = job(['morning'], 20, { ...(start as Partial<Offer>), places: [at('course')] });
    const mini = carePlace('feed:mini', 'mo-fr 06:00-14:00', at('mini'));
    expect(criterion(judgeWith([mini], [child('40m', [])], offer), 'care').result).toBe('met-with-place');
    const short = carePlace('feed:mini', 'mo-fr 08:00-14:00', at('mini'));
    expect(criterion(judgeWith([short], [child('40m', [])], offer), 'care').result).not.toBe(
      'met-with-place',
    );
  });
});

// Kita 8 to 15 leaves 8:25 to 14:35 at work, 20 minutes from home: 360 minutes paid a day, 30 hours a week.
describe('a job with flexible hours or full time without times', () => {
  const eightToThree = 'mo-fr 08:00-15:00';

  test.each(['flexible', 'full-time'] as const)('is met if the week budget reaches its hours: %s', (part) => {
    expect(careOf(job([part], 30), eightToThree)).toBe('met');
    expect(careOf(job([part], 31), eightToThree)).toBe('unknown');
  });

  test.each([
    ['full-time', 60, 'unknown'],
    ['full-time', 61, 'unmet'],
    ['flexible', 61, 'unknown'],
  ] as const)('%s of %i hours is %3$s with a budget of 30', (part, hours, expected) => {
    expect(careOf(job([part], hours), eightToThree)).toBe(expected);
  });

  test('is unknown where its hours are not known', () => {
    expect(careOf(job(['full-time']), eightToThree)).toBe('unknown');
  });

  test('is unknown where the care of a child was not stated', () => {
    const match = judge(job(['full-time'], 39), situation([child('40m')]));
    expect(criterion(match, 'care').result).toBe('unknown');
  });

  test('has no gap minutes', () => {
    expect(judge(job(['flexible'], 30), withKita(eightToThree)).gapMinutesPerWeek).toBeNull();
  });
});
