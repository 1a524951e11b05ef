import { UNKNOWN_TIMETABLE } from '../../../shared/domain/offer/timetable-json.ts';
import { addDays, type LocalDate } from '../../../shared/domain/time/local-date.ts';
import type { DatedSession, Timetable, WeeklySlot } from '../../../shared/domain/time/timetable.ts';
import { mondayOf, mondayOnOrAfter, WORKDAYS } from '../../../shared/domain/time/weekday.ts';
import { oneOf, wholeBetween, type Chance } from '../seeded-chance.ts';
import { repeating } from './repetition.ts';
import {
  DAYS_PART_TIME,
  DAYS_TO_START,
  LENGTH_PART_TIME,
  SESSION_COUNT,
  SHARES,
  START_PART_TIME,
  TIMETABLE_REPETITION,
  WEEKS_FULL_TIME,
} from './shares.ts';
import { byQuantiles, weightedOf } from './weighted.ts';

/** Draws timetables of training: one object for all offers that repeat it. `long`: of training for a degree, weekly if known. */
export type Timetables = {
  readonly partTime: () => Timetable;
  readonly fullTime: () => Timetable;
  readonly long: () => Timetable;
};

/** Timetables that begin around `today`. */
export function timetablesFrom(chance: Chance, today: LocalDate): Timetables {
  const drawn = (make: () => Timetable): (() => Timetable) => repeating(chance, TIMETABLE_REPETITION, make);
  const partTime = (): Timetable => timetableOf(chance, today, partTimeWeek(chance), false);
  const fullTime = (): Timetable => timetableOf(chance, today, fullTimeWeek(chance), false);
  const long = (): Timetable => timetableOf(chance, today, fullTimeWeek(chance), true);
  return { partTime: drawn(partTime), fullTime: drawn(fullTime), long: drawn(long) };
}

/** The week of a course and how long it lasts. */
type CourseWeek = { readonly slot: WeeklySlot; readonly weeks: number };

/** Half an evening or a weekend as at the VHS, half a training for mornings: three to five hours on two to five days (assumed). */
function partTimeWeek(chance: Chance): CourseWeek {
  if (chance() < 0.5) {
    const days = weightedOf(chance, DAYS_PART_TIME);
    const from = weightedOf(chance, START_PART_TIME);
    const to = from + weightedOf(chance, LENGTH_PART_TIME);
    return { slot: { days, from, to }, weeks: weeksFor(byQuantiles(chance, SESSION_COUNT), days.length) };
  }
  const days = WORKDAYS.slice(0, wholeBetween(chance, 2, 5));
  const from = oneOf(chance, [480, 495, 510, 525, 540, 780]);
  return {
    slot: { days, from, to: from + wholeBetween(chance, 6, 10) * 30 },
    weeks: wholeBetween(chance, 2, 26),
  };
}

function weeksFor(sessions: number, daysPerWeek: number): number {
  return Math.max(1, Math.ceil(sessions / daysPerWeek));
}

function fullTimeWeek(chance: Chance): CourseWeek {
  const from = oneOf(chance, [450, 480, 480, 510]);
  const slot = { days: WORKDAYS, from, to: from + oneOf(chance, [420, 450, 480, 495]) };
  return { slot, weeks: byQuantiles(chance, WEEKS_FULL_TIME) };
}

/** What is known of the course: dates or not, times or not, and from where. */
function timetableOf(chance: Chance, today: LocalDate, week: CourseWeek, isLong: boolean): Timetable {
  const weeks = isLong ? wholeBetween(chance, 40, 104) : week.weeks;
  const start = addDays(today, byQuantiles(chance, DAYS_TO_START));
  const first = week.slot.days.length === 1 ? onWeekday(start, week.slot) : mondayOnOrAfter(start);
  const last = addDays(mondayOf(first), (weeks - 1) * 7 + (week.slot.days.at(-1) ?? 0));
  const hasDates = chance() >= SHARES.withoutDates;
  const howKnown = chance();
  if (howKnown >= SHARES.timesStated + SHARES.timesFromText) {
    return hasDates ? { ...UNKNOWN_TIMETABLE, first, last } : UNKNOWN_TIMETABLE;
  }
  const complete = chance() >= SHARES.incomplete;
  const known: Timetable = {
    weekly: [],
    dated: [],
    except: [],
    certainty: howKnown < SHARES.timesStated ? 'stated' : 'read-from-text',
    complete,
    missing: complete ? [] : ['practical-part'],
  };
  if (!hasDates) return { ...known, weekly: [week.slot] };
  if (!isLong && chance() < SHARES.dated) {
    return { ...known, dated: sessionsOf(week.slot, first, last), first, last };
  }
  const except = weeks > 4 && chance() < 0.3 ? [addDays(first, 7 * wholeBetween(chance, 1, weeks - 2))] : [];
  const bounds = chance() < SHARES.endNotKnown ? { first } : { first, last };
  return { ...known, weekly: [week.slot], except, ...bounds };
}

function onWeekday(from: LocalDate, { days: [day = 0] }: WeeklySlot): LocalDate {
  return addDays(mondayOf(from), 7 + day);
}

function sessionsOf(
  { days, from, to }: WeeklySlot,
  first: LocalDate,
  last: LocalDate,
): readonly DatedSession[] {
  const sessions: DatedSession[] = [];
  for (let monday = mondayOf(first); monday <= last; monday = addDays(monday, 7)) {
    for (const day of days) {
      const date = addDays(monday, day);
      if (date >= first && date <= last) sessions.push({ date, from, to });
    }
  }
  return sessions;
}
