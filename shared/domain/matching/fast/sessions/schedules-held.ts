import { localDateFromDays, type LocalDate } from '../../../time/local-date.ts';
import { WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import type { Frame } from '../../frame.ts';
import {
  NO_DATE,
  OCCURRENCE_FLAG,
  OFFER_FLAG,
  SCHEDULE_FLAG,
  type Segment,
} from '../../match-index/segment.ts';
import { MOST_CLASSES, type DayClasses } from '../days/day-classes.ts';
import type { DayGrouping } from '../days/day-grouping.ts';
import { addDates, classDates, firstOfDates } from './class-dates.ts';
import { addByClass, datesOfSegment, type Range } from './dates-by-class.ts';
import { Held } from './held.ts';
import { fromEntry, WINDOW_DAYS, windowWeeks, type Weeks } from './held-weeks.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import { addRows, SESSION_FLAG, sessionRows } from './session-rows.ts';

/** What is held of the schedules of a segment in one request; worked out once for each schedule. */
export function heldIn(
  segment: Segment,
  frame: Frame,
  days: DayClasses,
  grouping: DayGrouping,
): (offer: number) => Held {
  const { offers, schedules, occurrences, dates, excepts, weeks, stretches } = segment;
  const known = new Array<Held | undefined>(schedules.first.length);
  const byClass = classDates();
  const rows = sessionRows(days.times, byClass);
  const heldOn = datesOfSegment(segment, grouping, byClass);
  const range = { from: 0, to: 0 };
  /** The rows of dates that were put into classes for a day of entry already; those with exceptions are not kept. */
  const fromEntries = new Map<number, Readonly<Range>>();
  /** One more than the slot of each stretch, 0 where it was not asked for yet. */
  const slots = new Int32Array(stretches.from.length);
  const { publicHolidays } = frame.region;

  function entryOf(schedule: number): LocalDate {
    const later = frame.from > frame.today ? frame.from : frame.today;
    const first = schedules.first[schedule] ?? NO_DATE;
    return first !== NO_DATE && first > later ? localDateFromDays(first) : later;
  }

  function workOut(offer: number, schedule: number): Held {
    const isRolling = ((offers.flags[offer] ?? 0) & OFFER_FLAG.rolling) !== 0;
    const flags = schedules.flags[schedule] ?? 0;
    if (isRolling && (flags & SCHEDULE_FLAG.mixed) !== 0) throw NEEDS_REFERENCE;
    const entry = isRolling ? entryOf(schedule) : undefined;
    const begin = rows.count;
    const last = schedules.occurrencesFrom[schedule + 1] ?? 0;
    for (let row = schedules.occurrencesFrom[schedule] ?? 0; row < last; row += 1) {
      putDates(schedule, row, entry);
      addOccurrence(row);
    }
    if (days.classes.length >= MOST_CLASSES) throw NEEDS_REFERENCE;
    const end = rows.count;
    const first = isRolling
      ? firstFrom(schedule, begin, end, entry)
      : (schedules.heldFirst[schedule] ?? NO_DATE);
    return new Held(days, rows, begin, end, first, (flags & SCHEDULE_FLAG.oneADay) !== 0);
  }

  /** Puts the dates of an occurrence into the range. */
  function putDates(schedule: number, occurrence: number, entry: LocalDate | undefined): void {
    const held = occurrences.dates[occurrence] ?? 0;
    const flags = occurrences.flags[occurrence] ?? 0;
    if ((flags & OCCURRENCE_FLAG.plain) === 0 && entry === undefined) {
      heldOn(held, range);
      return;
    }
    const isAnyLeft = entry !== undefined && leavesOut(schedule, entry);
    const key = isAnyLeft ? undefined : (held * ALL_FLAGS + flags) * MOST_DATES + (entry ?? 0);
    const known = key === undefined ? undefined : fromEntries.get(key);
    if (known === undefined) putNewDates(schedule, occurrence, entry);
    else ({ from: range.from, to: range.to } = known);
    if (key !== undefined && known === undefined) fromEntries.set(key, { ...range });
  }

  /** Whether a schedule has an exception in the weeks from an entry. */
  function leavesOut(schedule: number, entry: LocalDate): boolean {
    const end = schedules.exceptsFrom[schedule + 1] ?? 0;
    for (let at = schedules.exceptsFrom[schedule] ?? 0; at < end; at += 1) {
      const date = excepts[at] ?? NO_DATE;
      if (date >= entry && date < entry + WINDOW_DAYS) return true;
    }
    return false;
  }

  /** Puts the dates of an occurrence of any week, or of a schedule with rolling entry, into classes and into the range. */
  function putNewDates(schedule: number, occurrence: number, entry: LocalDate | undefined): void {
    const weekday = WEEKDAYS[dates.weekday[occurrences.dates[occurrence] ?? 0] ?? 0] ?? 0;
    const isPlain = ((occurrences.flags[occurrence] ?? 0) & OCCURRENCE_FLAG.plain) !== 0;
    range.from = byClass.count;
    if (isPlain || entry === undefined) addDates(byClass, weekday, grouping.ofPlain(weekday), 0);
    else addByClass(byClass, grouping, weekday, weeksFrom(schedule, occurrence, weekday, entry));
    range.to = byClass.count;
  }

  /** The weeks of an occurrence of a schedule with rolling entry. */
  function weeksFrom(schedule: number, occurrence: number, weekday: Weekday, entry: LocalDate): Weeks {
    if (((occurrences.flags[occurrence] ?? 0) & OCCURRENCE_FLAG.window) !== 0) {
      const left = excepts.subarray(schedules.exceptsFrom[schedule], schedules.exceptsFrom[schedule + 1]);
      return windowWeeks(weekday, entry, (date) => !publicHolidays.has(date) && !left.includes(date));
    }
    const held = occurrences.dates[occurrence] ?? 0;
    const all: Weeks = {
      firstWeek: dates.firstWeek[held] ?? 0,
      words: weeks,
      begin: dates.wordsFrom[held] ?? 0,
      end: dates.wordsFrom[held + 1] ?? 0,
    };
    return fromEntry(all, weekday, entry);
  }

  /** Adds the sessions of an occurrence on the dates of the range. */
  function addOccurrence(occurrence: number): void {
    const at = occurrences.place[occurrence] ?? 0;
    const ofSession = sessionFlags[occurrences.flags[occurrence] ?? 0] ?? 0;
    const slot = slotOf(occurrences.stretch[occurrence] ?? 0);
    let row = addRows(rows, range.to - range.from);
    const { place, flags, day, time, dates: on } = rows;
    for (let held = range.from; held < range.to; held += 1) {
      const ofClass = byClass.day[held] ?? 0;
      place[row] = at;
      flags[row] = ofSession;
      day[row] = ofClass;
      time[row] = days.times.inSlot(slot, ofClass);
      on[row] = held;
      row += 1;
    }
  }

  function slotOf(stretch: number): number {
    const slot = slots[stretch] ?? 0;
    if (slot !== 0) return slot - 1;
    const added = days.times.slotOf(stretches.from[stretch] ?? 0, stretches.to[stretch] ?? 0);
    slots[stretch] = added + 1;
    return added;
  }

  function firstFrom(schedule: number, begin: number, end: number, entry: LocalDate | undefined): number {
    let held = NO_DATE;
    for (let row = begin; row < end; row += 1) {
      if (((rows.flags[row] ?? 0) & SESSION_FLAG.plain) === 0)
        held = Math.min(held, firstOfDates(byClass, rows.dates[row] ?? 0));
    }
    if (held !== NO_DATE) return held;
    return schedules.first[schedule] === NO_DATE ? NO_DATE : (entry ?? NO_DATE);
  }

  return (offer) => {
    const schedule = offers.schedule[offer] ?? 0;
    return (known[schedule] ??= workOut(offer, schedule));
  };
}

/** More than all bits of OCCURRENCE_FLAG. */
const ALL_FLAGS = 2 * Math.max(...Object.values(OCCURRENCE_FLAG));
/** Dates are below this. */
const MOST_DATES = 2 ** 20;

/** Bits of SESSION_FLAG by those of OCCURRENCE_FLAG. */
const sessionFlags = Array.from(
  { length: ALL_FLAGS },
  (_none, flags) =>
    ((flags & OCCURRENCE_FLAG.core) === 0 ? 0 : SESSION_FLAG.core) |
    ((flags & OCCURRENCE_FLAG.plain) === 0 ? 0 : SESSION_FLAG.plain),
);
