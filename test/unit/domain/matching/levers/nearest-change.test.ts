import { describe, expect, test } from 'vitest';
import {
  care,
  child,
  course,
  judge,
  kita,
  region,
  situation,
  timetable,
  town,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';
import type { Change } from '../../../../../shared/domain/matching/match-result.ts';
import type { Child } from '../../../../../shared/domain/situation/situation.ts';

const PRESETS = [
  { weeklyHours: 25, from: 450, to: 750 },
  { weeklyHours: 35, from: 450, to: 870 },
  { weeklyHours: 45, from: 450, to: 990 },
] as const;

/** The change that a match of this course names, which has to be nearly one. */
function careChange(times: string, children: readonly Child[], withClasses = true): Change | undefined {
  const where = region(withClasses ? { bookingPresets: PRESETS } : {});
  const match = judge(course(times), situation(children), where);
  expect(match.verdict).toBe('nearly');
  return match.change?.change;
}

const UNTIL_HALF_PAST_TWELVE = child('40m', [kita('mo-fr 08:30-12:30')]);

describe('the change that a nearly names', () => {
  test.each([
    [50, 5],
    [60, 15],
  ])('for a way of %i minutes is as much more travel as it takes', (minutes, more) => {
    const where = town(`home-course ${String(minutes)}`);
    const offer = course('mo 09:00-12:00', { places: [where.place('course')] });
    const match = judge(offer, situation([], { home: where.place('home') }), region({}, where));
    expect(match.change).toMatchObject({ change: { kind: 'travel', minutes: more }, grantedBy: 'person' });
  });

  test('for German one level below is one level up', () => {
    const offer = course('mo 09:00-12:00', { needs: { german: 'C1' } });
    const match = judge(offer, situation([], { german: 'B2' }));
    expect(match.change).toMatchObject({
      change: { kind: 'german', to: 'C1' },
      grantedBy: 'language-school',
    });
  });

  test('for a job with too few hours is more hours later, as many as it can reach', () => {
    const job = course('mo 09:00-12:00', {
      kind: 'job',
      hours: { min: 20, max: 25 },
      growth: { toHours: 30, certainty: 'stated' },
    });
    const match = judge(job, situation([], { work: { wantedHoursPerWeek: 39, saturdays: false }, busy: [] }));
    expect(match.change).toMatchObject({
      change: { kind: 'more-hours-later', hours: 30 },
      grantedBy: 'employer',
    });
  });

  test('for holidays is care in holidays', () => {
    const pupil = child('100m', [care('school', 'mo-su 07:00-17:00', { place: kita('').place! })]);
    const holidays = [{ first: day('2025-04-01'), last: day('2025-04-30') }];
    const times = timetable('mo-su 09:00-12:00', { first: day('2025-04-01'), last: day('2025-04-30') });
    const match = judge(
      course('', { timetable: times }),
      situation([pupil]),
      region({ schoolHolidays: holidays }),
    );
    expect(match.verdict).toBe('nearly');
    expect(match.change).toMatchObject({ change: { kind: 'holiday-care' } });
  });

  test('is none with any other verdict', () => {
    expect(judge(course('mo 09:00-12:00'), situation([UNTIL_HALF_PAST_TWELVE])).change).toBeUndefined();
    expect(judge(course('mo 18:00-20:00'), situation([UNTIL_HALF_PAST_TWELVE])).change).toBeUndefined();
  });
});

describe('the change of care that a nearly names', () => {
  test('is a booking class before anything else', () => {
    expect(careChange('mo 09:00-12:20', [UNTIL_HALF_PAST_TWELVE])).toEqual({
      kind: 'edge-hours',
      children: [0],
      days: [0, 1, 2, 3, 4],
      minutes: 30,
    });
    const twentyFive = child('40m', [kita('mo-fr 07:30-12:30')]);
    expect(careChange('mo 09:00-12:20', [twentyFive])).toMatchObject({ kind: 'care-class', to: 35 });
  });

  test('is the shortest of the edge hours that does', () => {
    for (const [times, minutes] of [
      ['mo 09:00-12:15', 30],
      ['mo 09:00-12:40', 30],
      ['mo 09:00-12:45', 60],
      ['mo 09:00-13:40', 90],
      ['mo 09:00-13:45', 120],
    ] as const) {
      expect(careChange(times, [UNTIL_HALF_PAST_TWELVE], false)).toMatchObject({
        kind: 'edge-hours',
        minutes,
      });
    }
  });

  test('is an afternoon before hours on all five days, in the order of the page', () => {
    const untilTwo = child('40m', [kita('mo-fr 08:30-14:00')]);
    expect(careChange('mo 09:00-14:00', [untilTwo], false)).toMatchObject({
      kind: 'edge-hours',
      days: [0],
      from: 840,
      until: 1080,
    });
    expect(careChange('mo,tu 09:00-14:00', [untilTwo], false)).toMatchObject({
      kind: 'edge-hours',
      minutes: 30,
    });
  });

  test('is care that begins earlier where the morning is missing', () => {
    expect(careChange('mo 08:30-12:00', [UNTIL_HALF_PAST_TWELVE])).toMatchObject({
      kind: 'care-earlier',
      children: [0],
      minutes: 30,
    });
  });

  test('is one for all children where each has a gap, and for the one that has it otherwise', () => {
    const both = [UNTIL_HALF_PAST_TWELVE, child('60m', [kita('mo-fr 08:30-12:30')])];
    expect(careChange('mo 09:00-12:20', both, false)).toMatchObject({ children: [0, 1], minutes: 30 });
    const second = [child('60m', [kita('mo-fr 08:30-17:00')]), UNTIL_HALF_PAST_TWELVE];
    expect(careChange('mo 09:00-12:20', second, false)).toMatchObject({ children: [1], minutes: 30 });
  });

  test('is a longer day at school where that does', () => {
    const pupil = child('90m', [care('school', 'mo-fr 08:00-13:00', { place: kita('').place! })]);
    expect(careChange('mo 09:00-15:00', [pupil])).toMatchObject({ kind: 'school-allday', until: 1080 });
  });
});
