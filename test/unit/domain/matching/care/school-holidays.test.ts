import { describe, expect, test } from 'vitest';
import type { Match } from '../../../../../shared/domain/matching/match-result.ts';
import type { CourseChildcare, Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { CareEntry, Child, Helper } from '../../../../../shared/domain/situation/situation.ts';
import {
  care,
  child,
  course,
  dated,
  family,
  gapLines,
  helper,
  judge,
  kita,
  region,
  situation,
  timetable,
  TOWN,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';

/** Holidays from Monday, 14 to Friday, 25 April 2025. */
const WHERE = region({ schoolHolidays: [{ first: day('2025-04-14'), last: day('2025-04-25') }] });
/** Mondays, 7 to 28 April: two of them in the holidays. */
const MONDAYS = course('', { timetable: timetable('mo 09:00-12:00', { last: day('2025-04-28') }) });

function school(
  kind: 'school' | 'school-allday',
  times = 'mo-fr 08:00-14:00',
  own: Partial<CareEntry> = {},
): CareEntry {
  return care(kind, times, { place: TOWN.place('kita'), ...own });
}

function judged(children: readonly Child[], offer: Offer = MONDAYS, helpers: readonly Helper[] = []): Match {
  return judge(offer, situation(children, { helpers }), WHERE);
}

function openDates(match: Match): unknown {
  return match.heeds.find(({ id }) => id === 'holidays')?.facts['dates'];
}

describe('open holiday dates', () => {
  test.each(['school', 'school-allday'] as const)(
    '%s without holiday care is left out in the holidays',
    (kind) => {
      const match = judged([child('8y', [school(kind)])]);
      expect(openDates(match)).toEqual(['2025-04-14', '2025-04-21']);
    },
  );

  test('every date is first checked as a school day: no gap is reported', () => {
    expect(judged([child('8y', [school('school')])])).toMatchObject({
      verdict: 'fits',
      gaps: [],
      gapMinutesPerWeek: 0,
    });
  });

  test('school with holiday care, and care that is no school, go on', () => {
    expect(
      openDates(judged([child('8y', [school('school', 'mo-fr 08:00-14:00', { holidays: true })])])),
    ).toBeUndefined();
    expect(openDates(judged([child('4y', [kita('mo-fr 08:00-14:00')])]))).toBeUndefined();
    expect(openDates(judged([child('8y', [family('mo-fr 08:00-14:00')])]))).toBeUndefined();
  });

  test('not where other care covers the whole need', () => {
    const both = child('8y', [school('school'), family('mo 08:35-12:25')]);
    expect(openDates(judged([both]))).toBeUndefined();
  });

  test('the need is that of a child that stays where the other care is', () => {
    // At school 08:40-12:20 would do; at home the way is longer.
    expect(openDates(judged([child('8y', [school('school'), family('mo 08:40-12:20')])]))).toHaveLength(2);
    expect(
      openDates(judged([child('8y', [school('school')])], MONDAYS, [helper('mo 08:35-12:25')])),
    ).toBeUndefined();
  });

  test('a child old enough or without school has none', () => {
    expect(openDates(judged([child('12y', [school('school')])]))).toBeUndefined();
    expect(openDates(judged([]))).toBeUndefined();
  });

  test('the first and the last day of the holidays belong to them', () => {
    const times = dated(
      '2025-04-11 09:00-12:00; 2025-04-14 09:00-12:00; 2025-04-25 09:00-12:00; 2025-04-28 09:00-12:00',
    );
    const offer = course('', { timetable: timetable('', { dated: times }) });
    expect(openDates(judged([child('8y', [school('school')])], offer))).toEqual(['2025-04-14', '2025-04-25']);
  });

  test('in all school holidays of the region', () => {
    const schoolHolidays = ['2025-04-07', '2025-04-28'].map((date) => ({
      first: day(date),
      last: day(date),
    }));
    const match = judge(MONDAYS, situation([child('8y', [school('school')])]), region({ schoolHolidays }));
    expect(openDates(match)).toEqual(['2025-04-07', '2025-04-28']);
  });

  test('a date is one date, however many sessions and children it has', () => {
    const offer = course('', {
      timetable: timetable('', { dated: dated('2025-04-14 09:00-10:00; 2025-04-14 11:00-12:00') }),
    });
    const pupil = child('8y', [school('school')]);
    expect(openDates(judged([pupil, pupil], offer))).toEqual(['2025-04-14']);
  });

  test('only if leaving school out adds a gap: one that is there anyway does not make a date open', () => {
    const tooShort = child('8y', [school('school', 'tu 08:00-14:00')]);
    const match = judged([tooShort]);
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 08:35-12:25 x4']);
    expect(openDates(match)).toBeUndefined();
  });

  test('a gap that grows makes it open', () => {
    const match = judged([child('8y', [school('school', 'mo-fr 08:00-12:00')])]);
    expect(gapLines(match.gaps)).toEqual(['child 0 mo 12:00-12:20 x4']);
    expect(openDates(match)).toEqual(['2025-04-14', '2025-04-21']);
  });

  test('a sibling whose tour changes can be the one without care', () => {
    // With the pupil at home both begin later at the Kita, but the parent has to be back at home last.
    const pupil = child('8y', [school('school'), family('mo 08:00-13:00')]);
    expect(openDates(judged([pupil, child('4y', [kita('mo 08:40-12:20')])]))).toBeUndefined();
  });

  test('in a week that stands for any week there are no holidays', () => {
    const { weekly, dated: none, except, certainty, complete, missing } = timetable('mo 09:00-12:00');
    const plain = course('', { timetable: { weekly, dated: none, except, certainty, complete, missing } });
    const all = region({ schoolHolidays: [{ first: day('2025-01-01'), last: day('2025-12-31') }] });
    expect(openDates(judge(plain, situation([child('8y', [school('school')])]), all))).toBeUndefined();
  });
});

describe('childcare of the course in school holidays', () => {
  const childcare: CourseChildcare = {
    ages: { fromMonths: 12, toMonths: 119 },
    hours: [],
    during: true,
    free: 1,
    certainty: 'stated',
  };
  const offer = { ...MONDAYS, childcare };

  test('closes the gap of a pupil who then is at home', () => {
    expect(openDates(judged([child('8y', [school('school')])], offer))).toBeUndefined();
  });

  test('not with too little room', () => {
    const pupil = child('8y', [school('school')]);
    expect(openDates(judged([pupil, pupil], offer))).toHaveLength(2);
  });

  test('not while its certainty is open', () => {
    const unsure: Offer = { ...MONDAYS, childcare: { ...childcare, certainty: 'read-from-text' } };
    expect(openDates(judged([child('8y', [school('school')])], unsure))).toHaveLength(2);
  });
});
