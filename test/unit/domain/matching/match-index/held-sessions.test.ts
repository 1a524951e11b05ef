import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrencesOf } from '../../../../../shared/domain/matching/match-index/held-sessions.ts';
import { AT } from '../../../../../shared/domain/matching/match-index/segment.ts';
import { isEachAtItsOwn, placeOf } from '../../../../../shared/domain/matching/match-index/session-place.ts';
import { dateIn, weekOf } from '../../../../../shared/domain/matching/match-index/week-number.ts';
import { addDays, type LocalDate } from '../../../../../shared/domain/time/local-date.ts';
import { mergeTouching, scheduleOf } from '../../../../../shared/domain/time/schedule.ts';
import type { Timetable } from '../../../../../shared/domain/time/timetable.ts';
import { mondayOf, weekdayOf } from '../../../../../shared/domain/time/weekday.ts';
import { anyTimetable } from '../../../../support/any-request/timetables.ts';
import { course, timetable, TOWN } from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';

const HOLIDAYS = new Set([day('2025-04-18'), day('2025-05-01'), day('2025-06-09')]);

/** Date, begin and end of each session that the index holds, in order. */
function held(own: Timetable, holidays: ReadonlySet<LocalDate> = HOLIDAYS): readonly string[] {
  const occurrences = occurrencesOf(course('', { timetable: own }), holidays);
  return occurrences
    .flatMap(({ weekday, from, to, weeks }) => weeks.map((week) => lineOf(dateIn(week, weekday), from, to)))
    .sort();
}

/** The same by the schedule that the reference goes by. */
function scheduled(own: Timetable): readonly string[] {
  return scheduleOf(own, FRAME)
    .sessions.map(({ date, from, to }) => lineOf(date, from, to))
    .sort();
}

const TODAY = day('2025-03-24');
const FRAME = { rolling: false, today: TODAY, from: TODAY, publicHolidays: HOLIDAYS };
const lineOf = (date: LocalDate, from: number, to: number) => [date, from, to].join(' ');

/** Sessions at places of their own are merged otherwise, and those of any week have no date. */
const datedTimetable = anyTimetable.filter(
  ({ weekly, dated, first }) =>
    first !== undefined &&
    [...weekly, ...dated].every(({ place, online }) => place === undefined && online === undefined),
);

/** Dated sessions alone, by date as feeds list them or in any order, of an offer with none to two places. */
const datedAlone = fc
  .tuple(anyTimetable, fc.boolean(), fc.array(fc.constant(0), { maxLength: 2 }))
  .filter(([{ dated }]) => dated.length > 0)
  .map(([{ dated, ...rest }, isInOrder, places]) => ({
    own: {
      ...rest,
      weekly: [],
      dated: isInOrder ? dated.toSorted((one, other) => one.date - other.date) : dated,
    },
    places,
  }));

describe('the sessions that an index holds', () => {
  test('are those of the schedule, for any timetable with a first day', () => {
    fc.assert(
      fc.property(datedTimetable, (own) => {
        expect(held(own)).toEqual(scheduled(own));
      }),
      { numRuns: 500, seed: 20250324 },
    );
  });

  test('are those of the schedule, each where it is, for dated sessions at places of their own', () => {
    fc.assert(
      fc.property(datedAlone, ({ own, places }) => {
        const offer = course('', { timetable: own, places: places.map(() => TOWN.place('kita')) });
        const { sessions } = scheduleOf(own, FRAME);
        const isEach = isEachAtItsOwn(own);
        const each = sessions.map((session) => ({
          ...session,
          where: isEach ? placeOf(offer, session) : AT.variant,
        }));
        const expected = mergeTouching(each, (one, other) => !isEach || one.where === other.where);
        const actual = occurrencesOf(offer, HOLIDAYS).flatMap(({ weekday, from, to, place, weeks }) =>
          weeks.map((week) => [dateIn(week, weekday), from, to, place].join(' ')),
        );
        expect(actual.sort()).toEqual(
          expected.map(({ date, from, to, where }) => [date, from, to, where].join(' ')).sort(),
        );
      }),
      { numRuns: 300, seed: 20250324 },
    );
  });

  test.each([
    ['the first day', 'mo', '2025-04-07', true],
    ['the last day', 'fr', '2025-05-30', true],
    ['the day before the first', 'fr', '2025-04-04', false],
    ['the day after the last', 'mo', '2025-06-02', false],
    ['a public holiday', 'fr', '2025-04-18', false],
    ['an excepted date', 'we', '2025-05-14', false],
    ['another weekday', 'mo', '2025-04-08', false],
  ])('on %s', (_name, weekday, date, isHeld) => {
    const own = timetable(`${weekday} 09:00-12:00`, {
      first: day('2025-04-07'),
      last: day('2025-05-30'),
      except: [day('2025-05-14')],
    });
    expect(held(own).includes(lineOf(day(date), 540, 720))).toBe(isHeld);
  });

  test('without a last day are those of four weeks', () => {
    const { last: _last, ...own } = timetable('tu 09:00-12:00', { first: day('2025-04-08') });
    expect(held(own, new Set())).toEqual(
      [0, 7, 14, 21].map((days) => lineOf(addDays(day('2025-04-08'), days), 540, 720)),
    );
  });
});

test('a week has seven days from its Monday on, whose dates it gives back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40_000 }), (days) => {
      const date = addDays(TODAY, days - 20_000);
      const week = weekOf(date);
      expect(dateIn(week, weekdayOf(date))).toBe(date);
      expect(weekOf(mondayOf(date))).toBe(week);
      expect(weekOf(addDays(mondayOf(date), 7))).toBe(week + 1);
    }),
  );
});
