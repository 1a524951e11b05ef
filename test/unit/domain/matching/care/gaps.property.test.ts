import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CareKind } from '../../../../../shared/domain/offer/terms.ts';
import type { CareEntry, Child, Helper } from '../../../../../shared/domain/situation/situation.ts';
import { formatClockTime } from '../../../../../shared/domain/time/clock-time.ts';
import {
  addDays,
  formatLocalDate,
  localDateFromDays,
  type LocalDate,
} from '../../../../../shared/domain/time/local-date.ts';
import { scheduleOf, type Session } from '../../../../../shared/domain/time/schedule.ts';
import type { Slot } from '../../../../../shared/domain/time/slot.ts';
import { WEEKDAY_NAMES, WEEKDAYS, type Weekday } from '../../../../../shared/domain/time/weekday.ts';
import {
  child,
  course,
  gapLines,
  judge,
  region,
  situation,
  timetable,
  TODAY,
} from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';

/** Everybody is at home, 20 minutes from the course: each need is 25 minutes longer at either end. */
const ASIDE = 25;
const FIRST = day('2025-04-07');
const LAST = addDays(FIRST, 13);
/** Kita and childminder have ended for a child of 8. */
const KINDS: readonly CareKind[] = ['kita', 'childminder', 'school', 'school-allday', 'family', 'other'];

const date = fc.integer({ min: -1, max: 15 }).map((days) => addDays(FIRST, days));
const slot = (days: fc.Arbitrary<Weekday[]>): fc.Arbitrary<Slot> =>
  fc
    .tuple(days, fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 30, max: 700 }))
    .map(([on, from, length]) => ({ days: on, from, to: from + length }));
const anyDays = fc.subarray<Weekday>([...WEEKDAYS], { minLength: 1 });
const entry: fc.Arbitrary<CareEntry> = fc.record(
  {
    kind: fc.constantFrom(...KINDS),
    hours: fc.array(slot(anyDays), { minLength: 1, maxLength: 2 }),
    holidays: fc.boolean(),
    from: date,
    until: date,
  },
  { requiredKeys: ['kind', 'hours', 'holidays'] },
);
const someChild: fc.Arbitrary<Child> = fc
  .tuple(fc.constantFrom('4y', '8y', '12y'), fc.array(entry, { maxLength: 3 }))
  .map(([age, entries]) => child(age, entries));
const someHelper: fc.Arbitrary<Helper> = fc.record(
  {
    hours: slot(fc.constantFrom<Weekday>(0, 1, 2, 3, 4, 5, 6).map((one) => [one])),
    every: fc.constantFrom('week', 'alternate', 'sometimes'),
    children: fc.uniqueArray(fc.nat({ max: 1 }), { minLength: 1 }),
  },
  { requiredKeys: ['hours', 'every'] },
);

const world = fc.record({
  children: fc.array(someChild, { minLength: 1, maxLength: 2 }),
  helpers: fc.array(someHelper, { maxLength: 2 }),
  slots: fc.array(slot(fc.subarray<Weekday>([...WEEKDAYS], { minLength: 1, maxLength: 3 })), {
    minLength: 1,
    maxLength: 2,
  }),
  publicHolidays: fc.uniqueArray(date, { maxLength: 3 }).map((dates) => new Set(dates)),
  schoolHolidays: fc
    .tuple(date, date)
    .map(([one, other]) => ({ first: one < other ? one : other, last: one < other ? other : one })),
});
type World = typeof world extends fc.Arbitrary<infer Some> ? Some : never;

function runsOn(some: CareEntry, of: Child, on: LocalDate, { publicHolidays }: World): boolean {
  if (some.kind !== 'family' && publicHolidays.has(on)) return false;
  const hasEnded =
    (some.kind === 'kita' || some.kind === 'childminder') && JSON.stringify(of.age) === '{"years":8}';
  return !hasEnded && on >= (some.from ?? on) && on <= (some.until ?? on);
}

function lies(minute: number, hours: readonly Slot[], start: number): boolean {
  const weekday = (new Date(start * 86_400_000).getUTCDay() + 6) % 7;
  return hours.some(
    ({ days, from, to }) =>
      days.some((one) => one === weekday) && start * 1440 + from <= minute && minute < start * 1440 + to,
  );
}

/** The oracle for one minute since 1970: is anybody there for the child? */
function isLookedAfter(some: World, index: number, minute: number, schoolsClosed: boolean): boolean {
  const today = localDateFromDays(Math.floor(minute / 1440));
  const of = some.children[index];
  if (of === undefined) throw new Error('a child');
  return [today, localDateFromDays(today - 1)].some(
    (start) =>
      some.helpers.some(
        (one) =>
          one.every === 'week' && (one.children?.includes(index) ?? true) && lies(minute, [one.hours], start),
      ) ||
      (of.care ?? []).some(
        (one) =>
          !(schoolsClosed && one.kind.startsWith('school') && !one.holidays) &&
          runsOn(one, of, start, some) &&
          runsOn(one, of, today, some) &&
          lies(minute, one.hours, start),
      ),
  );
}

/** Every minute of the sessions' needs whose step of the grid is not looked after wholly, for one child. */
function uncovered(
  some: World,
  index: number,
  sessions: readonly Session[],
  schoolsClosed = false,
): Set<number> {
  const missing = new Set<number>();
  if (JSON.stringify(some.children[index]?.age) === '{"years":12}') return missing;
  for (const { date: on, from, to } of sessions) {
    const begin = Math.floor((on * 1440 + from - ASIDE) / 5) * 5;
    const end = Math.ceil((on * 1440 + to + ASIDE) / 5) * 5;
    for (let step = begin; step < end; step += 5) {
      const minutes = [0, 1, 2, 3, 4].map((more) => step + more);
      if (minutes.every((minute) => isLookedAfter(some, index, minute, schoolsClosed))) continue;
      for (const minute of minutes) missing.add(minute);
    }
  }
  return missing;
}

/** Runs of minutes on each day, counted over dates, as the report has them. */
function linesOf(missing: readonly Set<number>[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const [index, minutes] of missing.entries()) {
    for (const minute of minutes) {
      const isStart = minute % 1440 === 0 || !minutes.has(minute - 1);
      if (!isStart) continue;
      const midnight = Math.floor(minute / 1440) * 1440;
      let end = minute;
      while (minutes.has(end) && end < midnight + 1440) end += 1;
      const weekday = WEEKDAY_NAMES[(new Date(midnight * 60_000).getUTCDay() + 6) % 7];
      const line = `child ${String(index)} ${String(weekday)} ${formatClockTime(minute - midnight)}-${formatClockTime(end - midnight)}`;
      counts.set(line, (counts.get(line) ?? 0) + 1);
    }
  }
  return [...counts].map(([line, dates]) => `${line} x${String(dates)}`).sort();
}

function weekMinutes(missing: readonly Set<number>[]): number {
  const weeks = new Map<number, number>();
  for (const minute of new Set(missing.flatMap((minutes) => [...minutes]))) {
    const week = Math.floor((minute / 1440 + 3) / 7);
    weeks.set(week, (weeks.get(week) ?? 0) + 1);
  }
  return Math.max(0, ...weeks.values());
}

test('gaps agree with asking for every minute who is there', () => {
  fc.assert(
    fc.property(world, (some) => {
      const times = timetable('', { weekly: some.slots, first: FIRST, last: LAST });
      const where = region({ publicHolidays: some.publicHolidays, schoolHolidays: [some.schoolHolidays] });
      const match = judge(
        course('', { timetable: times }),
        situation(some.children, { helpers: some.helpers }),
        where,
      );
      const { sessions } = scheduleOf(times, {
        rolling: false,
        today: TODAY,
        from: TODAY,
        publicHolidays: some.publicHolidays,
      });
      fc.pre(sessions.length > 0);
      const missing = some.children.map((_child, index) => uncovered(some, index, sessions));
      expect([...gapLines(match.gaps)].sort()).toEqual(linesOf(missing));
      const asText = match.gaps.map(({ child: of, day: on, from, to }) =>
        [of, on, from, to].map((part) => String(part).padStart(4, '0')).join(' '),
      );
      expect(asText).toEqual([...asText].sort());
      expect(match.gapMinutesPerWeek).toBe(weekMinutes(missing));

      const { first, last } = some.schoolHolidays;
      const inHolidays = [...new Set(sessions.map((session) => session.date))].filter(
        (on) => first <= on && on <= last,
      );
      const open = inHolidays.filter((on) => {
        const held = sessions.filter((session) => session.date === on);
        return some.children.some(
          (_child, index) => uncovered(some, index, held, true).size > uncovered(some, index, held).size,
        );
      });
      const heed = match.heeds.find(({ id }) => id === 'holidays');
      expect(heed?.facts['dates'] ?? []).toEqual(open.map(formatLocalDate));
    }),
    { numRuns: 60 },
  );
});
