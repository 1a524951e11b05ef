import fc from 'fast-check';
import { addDays } from '../../../shared/domain/time/local-date.ts';
import type { DatedSession, Timetable, WeeklySlot } from '../../../shared/domain/time/timetable.ts';
import { TODAY } from '../family-language.ts';
import { day } from '../some-offer.ts';
import { minutesIn, slotIn, type Range } from './hours.ts';
import { mostly, rarely, stated, usually } from './stated.ts';

const LAST_MINUTE = 1_439;

/** Now and then a session has a place or mode of its own; of places the offer may have fewer. */
const ownPlace = usually(
  fc.constant({}),
  fc.constantFrom({ place: 0 }, { place: 1 }, { online: true }, { online: false }),
  13,
);
const core = fc.constantFrom({}, {}, {}, {}, { core: true });

function weeklyIn(begins: Range, lasts: Range): fc.Arbitrary<WeeklySlot> {
  return fc
    .tuple(slotIn(begins, lasts), core, ownPlace)
    .map(([slot, ofCore, where]) => ({ ...slot, ...ofCore, ...where }));
}

function datedIn(days: Range, begins: Range, lasts: Range): fc.Arbitrary<DatedSession> {
  return fc
    .record({
      after: fc.integer({ min: days[0], max: days[1] }),
      from: minutesIn(begins),
      minutes: minutesIn(lasts),
      where: ownPlace,
    })
    .map(({ after, from, minutes, where }) => ({
      date: addDays(TODAY, after),
      from,
      to: from + minutes,
      ...where,
    }));
}

const FIRST_DAYS = [
  day('2025-03-03'),
  day('2025-04-07'),
  day('2025-05-05'),
  day('2025-06-02'),
  day('2025-08-04'),
] as const;

const rest = fc.record({
  except: fc.constantFrom([], [], [day('2025-05-12'), day('2025-04-09')]),
  certainty: fc.constantFrom('stated' as const, 'stated' as const, 'read-from-text' as const),
  complete: fc.constantFrom(true, true, true, true, false),
  missing: fc.constant([]),
});

const parts = fc.record({
  weekly: fc.oneof(
    { weight: 5, arbitrary: fc.array(weeklyIn([480, 780], [60, 300]), { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(weeklyIn([0, 1425], [30, 700]), { maxLength: 2 }) },
    { weight: 2, arbitrary: fc.constant([]) },
  ),
  dated: usually(
    fc.constant([]),
    fc.array(datedIn([-20, 180], [480, 1200], [60, 420]), { minLength: 1, maxLength: 12 }),
    4,
  ),
  first: mostly(fc.constantFrom(...FIRST_DAYS), 7),
  weeks: mostly(fc.constantFrom(1, 2, 4, 12, 22), 7),
  selfPaced: rarely(fc.constantFrom(4, 12, 25, 40).map((hoursPerWeek) => ({ hoursPerWeek }))),
});

/** Weekly, dated, self-paced, some of it or nothing; with a first and a last day or without. */
export const anyTimetable: fc.Arbitrary<Timetable> = fc
  .tuple(parts, rest)
  .map(([{ first, weeks, ...held }, others]) =>
    stated({
      ...held,
      ...others,
      first,
      last: first !== undefined && weeks !== undefined ? addDays(first, weeks * 7 - 1) : undefined,
    }),
  );

/** Courses over the nights to 30 March or 26 October 2025, in which the clock is changed, or over both. */
export const overChangedClocks: fc.Arbitrary<Timetable> = fc
  .record({
    span: fc.constantFrom(
      { first: day('2025-03-25'), last: day('2025-04-05') },
      { first: day('2025-03-30'), last: day('2025-03-30') },
      { first: day('2025-10-20'), last: day('2025-11-02') },
      { first: day('2025-03-24'), last: day('2025-10-31') },
    ),
    weekly: fc.array(fc.oneof(weeklyIn([480, 780], [60, 300]), weeklyIn([0, LAST_MINUTE], [30, 700])), {
      minLength: 1,
      maxLength: 2,
    }),
    dated: usually(
      fc.constant([]),
      fc.array(
        fc.oneof(
          datedIn([5, 7], [0, LAST_MINUTE], [60, 420]),
          datedIn([215, 217], [0, LAST_MINUTE], [60, 420]),
        ),
        { minLength: 1, maxLength: 4 },
      ),
      2,
    ),
    rest,
  })
  .map(({ span, weekly, dated, rest: others }) => ({ ...span, weekly, dated, ...others }));

/** Weekly and dated sessions from the evening to after midnight, some of a whole day. */
export const pastMidnight: fc.Arbitrary<Timetable> = fc
  .record({
    weekly: fc.array(weeklyIn([960, LAST_MINUTE], [120, 1440]), { minLength: 1, maxLength: 3 }),
    dated: usually(
      fc.constant([]),
      fc.array(datedIn([0, 120], [960, LAST_MINUTE], [240, 1440]), { minLength: 1, maxLength: 4 }),
      3,
    ),
    first: mostly(fc.constantFrom(...FIRST_DAYS), 7),
    weeks: fc.constantFrom(1, 2, 12),
    rest,
  })
  .map(({ first, weeks, rest: others, ...held }) =>
    stated({
      ...held,
      ...others,
      first,
      last: first === undefined ? undefined : addDays(first, weeks * 7 - 1),
    }),
  );

/** Courses of a month up to half a year, over which children grow past a bound of age. */
export const longTimetable: fc.Arbitrary<Timetable> = fc
  .record({
    weekly: fc.array(weeklyIn([480, 840], [60, 420]), { minLength: 1, maxLength: 2 }),
    first: fc.constantFrom(...FIRST_DAYS.slice(1)),
    weeks: fc.constantFrom(4, 12, 26),
    rest,
  })
  .map(({ weekly, first, weeks, rest: others }) => ({
    weekly,
    dated: [],
    ...others,
    first,
    last: addDays(first, weeks * 7 - 1),
  }));

/** Nothing is said of when it is. */
export const unknownTimetable: fc.Arbitrary<Timetable> = rest.map((others) => ({
  weekly: [],
  dated: [],
  ...others,
}));
