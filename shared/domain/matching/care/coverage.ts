import type { CareKind } from '../../offer/terms.ts';
import type { CareEntry, Child } from '../../situation/situation.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { intersect, roundInward, unite, type Interval } from '../../time/intervals.ts';
import { addDays, localDateFromDays, type LocalDate } from '../../time/local-date.ts';
import type { Slot } from '../../time/slot.ts';
import { weekdayOf } from '../../time/weekday.ts';
import type { Frame } from '../frame.ts';
import { careEndsForSchool } from './child-age.ts';

/** Minutes since 1970-01-01 of a minute of a day. */
export function absolute(date: LocalDate, minute: number): number {
  return date * MINUTES_PER_DAY + minute;
}

/** The stretch of one date on the axis of `absolute`. */
export function wholeDay(date: LocalDate): Interval {
  return { from: absolute(date, 0), to: absolute(date, MINUTES_PER_DAY) };
}

/** Whether a date stands for any week, so that public holidays do not apply to it. */
type Plain = boolean;

/** When a child is looked after on a date: entries in force and weekly helpers, united to the minute, then rounded inward. */
export function coverageOn(
  frame: Frame,
  childIndex: number,
  date: LocalDate,
  plain: Plain,
): readonly Interval[] {
  const key = coverageKey(childIndex, date, plain);
  const known = frame.knownCoverage.get(key);
  if (known !== undefined) return known;
  const coverage = workOutCoverage(frame, childIndex, date, plain);
  frame.knownCoverage.set(key, coverage);
  return coverage;
}

/** One number for what the coverage of a day depends on; there are at most a few children. */
function coverageKey(childIndex: number, date: LocalDate, plain: Plain): number {
  return (date * 64 + childIndex) * 2 + Number(plain);
}

function workOutCoverage(
  frame: Frame,
  childIndex: number,
  date: LocalDate,
  plain: Plain,
): readonly Interval[] {
  const child = frame.situation.children[childIndex];
  if (child === undefined) return [];
  const hours = [addDays(date, -1), date].flatMap((day) => [
    ...(child.care ?? [])
      .filter((entry) => runsOn(frame, child, entry, day, plain) && runsOn(frame, child, entry, date, plain))
      .flatMap((entry) => hoursOf(entry.hours, day)),
    ...helperHours(frame, childIndex, day),
  ]);
  return intersect(roundInward(unite(hours)), [wholeDay(date)]);
}

/** `coverageOn` for every date that a stretch of the `absolute` axis touches, cut to the stretch. */
export function coverageDuring(
  frame: Frame,
  childIndex: number,
  stretch: Interval,
  plain: Plain,
): readonly Interval[] {
  return intersect(
    datesTouched(stretch).flatMap((date) => coverageOn(frame, childIndex, date, plain)),
    [stretch],
  );
}

/** The dates on which a stretch of the `absolute` axis lies, ascending. */
export function datesTouched({ from, to }: Interval): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let day = Math.floor(from / MINUTES_PER_DAY); day * MINUTES_PER_DAY < to; day += 1) {
    dates.push(localDateFromDays(day));
  }
  return dates;
}

/** The hours of one entry on the day they start; empty when the entry does not run that day. */
export function entryHoursOn(
  frame: Frame,
  child: Child,
  entry: CareEntry,
  date: LocalDate,
  plain: Plain,
): readonly Interval[] {
  return runsOn(frame, child, entry, date, plain) ? hoursOf(entry.hours, date) : [];
}

/** Whether an entry is in force and open on a date. */
function runsOn(frame: Frame, child: Child, entry: CareEntry, date: LocalDate, plain: Plain): boolean {
  const publicHoliday = !plain && frame.region.publicHolidays.has(date);
  if (publicHoliday && closesOnPublicHolidays(entry.kind)) return false;
  return isInForce(frame, child, entry, date);
}

/** Whether an entry has begun, has not ended, and has not been ended by school. */
export function isInForce(frame: Frame, child: Child, entry: CareEntry, date: LocalDate): boolean {
  if (entry.from !== undefined && date < entry.from) return false;
  if (entry.until !== undefined && date > entry.until) return false;
  return !hasEndedForSchool(frame, child, entry, date);
}

function hasEndedForSchool(frame: Frame, child: Child, entry: CareEntry, date: LocalDate): boolean {
  if (!endsForSchool(entry.kind)) return false;
  const end = careEndsForSchool(child, frame.region, frame.today);
  return end !== undefined && date > end;
}

function hoursOf(slots: readonly Slot[], date: LocalDate): readonly Interval[] {
  const day = weekdayOf(date);
  return slots
    .filter((slot) => slot.days.includes(day))
    .map(({ from, to }) => ({ from: absolute(date, from), to: absolute(date, to) }));
}

function helperHours(frame: Frame, childIndex: number, date: LocalDate): readonly Interval[] {
  return frame.situation.helpers
    .filter((helper) => helper.children === undefined || helper.children.includes(childIndex))
    .filter((helper) => helper.every === 'week')
    .flatMap((helper) => hoursOf([helper.hours], date));
}

/** Kita and childminder: their care ends when school begins. */
export function endsForSchool(kind: CareKind): boolean {
  return kind === 'kita' || kind === 'childminder';
}

/** Schools of both kinds. */
export function isSchool(kind: CareKind): boolean {
  return kind === 'school' || kind === 'school-allday';
}

/** All but family: of `other` it is not known, and unknown is never yes. */
export function closesOnPublicHolidays(kind: CareKind): boolean {
  return kind !== 'family';
}
