import { describe, expect, test } from 'vitest';
import type { Match } from '../../../../../../shared/domain/matching/match-result.ts';
import type { CourseChildcare } from '../../../../../../shared/domain/offer/offer.ts';
import type { Child } from '../../../../../../shared/domain/situation/situation.ts';
import { addDays } from '../../../../../../shared/domain/time/local-date.ts';
import {
  care,
  child,
  course,
  criterion,
  dated,
  family,
  gapLines,
  kita,
  region,
  situation,
  timetable,
} from '../../../../../support/family-language.ts';
import { at, CARE_TOWN, familyOf, mayCourse } from '../../../../../support/new-care-town.ts';
import { shown, UNTIL_ELEVEN } from '../../../../../support/shown-match.ts';
import { day } from '../../../../../support/some-offer.ts';

describe('the gaps on a page', () => {
  test('of two sessions on a day are one where they meet', () => {
    const offer = mayCourse('mo 09:00-10:00; mo 10:20-11:00');
    const match = shown([offer], familyOf([child('50m', [])]));
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:35-11:25 x1']);
  });

  test('are parted at midnight', () => {
    const offer = mayCourse('mo 21:00-23:50');
    const match = shown([offer], familyOf([child('50m', [family('mo-su 06:00-22:00')])]));
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 22:00-24:00 x1', 'child 0 tu 00:00-00:15 x1']);
  });

  test('count their dates, of several children', () => {
    const offer = course('', {
      places: [at('course')],
      timetable: timetable('mo,we 09:00-12:00', { first: day('2025-04-07'), last: day('2025-04-30') }),
    });
    const match = shown([offer], familyOf([UNTIL_ELEVEN, child('30m', [family('mo-tu 08:00-14:00')])]));
    expect(gapLines(match.gaps)).toEqual([
      'child 0 mo 11:00-12:20 x4',
      'child 0 we 11:00-12:20 x4',
      'child 1 we 08:25-12:35 x4',
    ]);
  });
});

const DURING: CourseChildcare = { hours: [], during: true, certainty: 'stated' };

describe('what is to be arranged on a page', () => {
  const heedOf = ({ heeds }: Match, id: string) => heeds.find((heed) => heed.id === id)?.facts;

  test.each([
    ['mo-fr 08:40-12:20', { slackMinutes: 0 }],
    ['mo-fr 08:35-12:30', { slackMinutes: 5 }],
    ['mo-fr 08:30-12:30', undefined],
  ])('is a close handover with a Kita %s: %o', (times, facts) => {
    const who = familyOf([child('50m', [kita(times, { place: at('kita') })])]);
    expect(heedOf(shown([mayCourse('mo 09:00-12:00')], who), 'tight')).toEqual(facts);
  });

  test('is no close handover where care goes on at midnight', () => {
    const who = familyOf([child('50m', [family('mo-su 00:00-24:00')])]);
    expect(heedOf(shown([mayCourse('mo 00:25-03:00')], who), 'tight')).toBeUndefined();
  });

  test('are helpers on few dates, named', () => {
    const mornings = Array.from({ length: 20 }, (_, at) => ({
      date: addDays(day('2025-05-05'), at * 7),
      from: 540,
      to: 630,
    }));
    const evenings = dated('2025-05-06 18:00-19:00; 2025-05-14 18:00-19:00');
    const { first: _first, last: _last, ...held } = timetable('', { dated: [...mornings, ...evenings] });
    const match = shown([mayCourse('', { timetable: held })], familyOf([UNTIL_ELEVEN]));
    expect(match.change?.change).toEqual({
      kind: 'helper-on-dates',
      children: [0],
      dates: [day('2025-05-06'), day('2025-05-14')],
    });
  });

  test.each([
    ['none', undefined, ['2025-04-14', '2025-04-21']],
    ['some, with room', { ...DURING, free: 1, ages: { fromMonths: 0, toMonths: 120 } }, undefined],
    [
      'some, for one that is younger',
      { ...DURING, free: 1, ages: { fromMonths: 0, toMonths: 83 } },
      ['2025-04-14', '2025-04-21'],
    ],
  ])('are dates in school holidays with childcare of the course: %s', (_name, childcare, expected) => {
    const schoolHolidays = [{ first: day('2025-04-14'), last: day('2025-04-25') }];
    const offer = course('', {
      places: [at('course')],
      timetable: timetable('mo 09:00-12:00', { last: day('2025-04-28') }),
      ...(childcare === undefined ? {} : { childcare }),
    });
    const pupil: Child = child('8y', [care('school', 'mo-fr 08:00-14:00', { place: at('kita') })]);
    const match = shown([offer], familyOf([pupil]), region({ schoolHolidays }, CARE_TOWN));
    expect(heedOf(match, 'holidays')?.['dates']).toEqual(expected);
  });
});

test('a page of nobody who needs care asks nothing', () => {
  expect(criterion(shown([mayCourse('mo 09:00-12:00')], situation()), 'care').result).toBe('not-applicable');
});
