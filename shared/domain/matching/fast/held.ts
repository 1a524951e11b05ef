import { addDays, localDateFromDays, type LocalDate } from '../../time/local-date.ts';
import { WEEKDAYS, weekdayOf, type Weekday } from '../../time/weekday.ts';
import type { Frame } from '../frame.ts';
import { NO_DATE, OCCURRENCE_FLAG, OFFER_FLAG, SCHEDULE_FLAG, type Segment } from '../match-index/segment.ts';
import { dateIn, weekOf } from '../match-index/week-number.ts';
import { MOST_CLASSES, type DayClasses, type DayGrouping } from './day-classes.ts';
import { NEEDS_REFERENCE } from './needs-reference.ts';
import { bitsIn } from './cells.ts';

/** Sessions on one weekday at the same minutes and place, on the dates of one class. `place` as in `OccurrenceColumns`. */
export type HeldSessions = {
  readonly weekday: Weekday;
  readonly from: number;
  readonly to: number;
  readonly place: number;
  readonly isCore: boolean;
  readonly isPlain: boolean;
  readonly day: number;
  /** The weeks in which they are held: bit 0 of word 0 is `firstWeek`. */
  readonly firstWeek: number;
  readonly words: Uint32Array;
};

/** The sessions of one offer in one request. `first`: NO_DATE when no date is known. */
export type Held = {
  readonly first: number;
  readonly sessions: readonly HeldSessions[];
  readonly isOneADay: boolean;
};

const WINDOW_DAYS = 28;

/** What is held of the schedules of a segment in one request; worked out once for each schedule. */
export function heldIn(
  segment: Segment,
  frame: Frame,
  days: DayClasses,
  grouping: DayGrouping,
): (offer: number) => Held {
  const { offers, schedules, occurrences, excepts, weeks } = segment;
  const known: (Held | undefined)[] = [];
  const { publicHolidays } = frame.region;

  function entryOf(schedule: number): LocalDate {
    const later = frame.from > frame.today ? frame.from : frame.today;
    const first = schedules.first[schedule] ?? NO_DATE;
    return first !== NO_DATE && first > later ? localDateFromDays(first) : later;
  }

  /** The weeks of the four weeks from an entry on which a weekday is no holiday and not excepted. */
  function windowWeeks(schedule: number, weekday: Weekday, entry: LocalDate): Weeks {
    const firstWeek = weekOf(entry);
    const words = new Uint32Array(1);
    const left = excepts.subarray(schedules.exceptsFrom[schedule], schedules.exceptsFrom[schedule + 1]);
    for (let week = firstWeek; week <= weekOf(addDays(entry, WINDOW_DAYS - 1)); week += 1) {
      const date = dateIn(week, weekday);
      const isIn = date >= entry && date < entry + WINDOW_DAYS;
      if (isIn && !publicHolidays.has(date) && !left.includes(date)) {
        words[0] = (words[0] ?? 0) | (1 << (week - firstWeek));
      }
    }
    return { firstWeek, words };
  }

  function workOut(offer: number, schedule: number): Held {
    const isRolling = ((offers.flags[offer] ?? 0) & OFFER_FLAG.rolling) !== 0;
    const flags = schedules.flags[schedule] ?? 0;
    if (isRolling && (flags & SCHEDULE_FLAG.mixed) !== 0) throw NEEDS_REFERENCE;
    const entry = isRolling ? entryOf(schedule) : undefined;
    const sessions: HeldSessions[] = [];
    const begin = schedules.occurrencesFrom[schedule] ?? 0;
    const end = schedules.occurrencesFrom[schedule + 1] ?? begin;
    for (let row = begin; row < end; row += 1) {
      const ofRow = occurrences.flags[row] ?? 0;
      if ((ofRow & OCCURRENCE_FLAG.plain) !== 0) {
        const weekday = weekdayFrom(occurrences.weekday[row]);
        sessions.push(sessionsOf(row, grouping.ofPlain(weekday), 0, NO_WORDS));
        continue;
      }
      addByClass(sessions, row, weeksOfRow(schedule, row, entry));
    }
    if (days.classes.length >= MOST_CLASSES) throw NEEDS_REFERENCE;
    return {
      first: isRolling ? firstFrom(schedule, sessions, entry) : (schedules.heldFirst[schedule] ?? NO_DATE),
      sessions,
      isOneADay: (flags & SCHEDULE_FLAG.oneADay) !== 0,
    };
  }

  function sessionsOf(row: number, day: number, firstWeek: number, words: Uint32Array): HeldSessions {
    const flags = occurrences.flags[row] ?? 0;
    return {
      weekday: weekdayFrom(occurrences.weekday[row]),
      from: occurrences.from[row] ?? 0,
      to: occurrences.to[row] ?? 0,
      place: occurrences.place[row] ?? 0,
      isCore: (flags & OCCURRENCE_FLAG.core) !== 0,
      isPlain: (flags & OCCURRENCE_FLAG.plain) !== 0,
      day,
      firstWeek,
      words,
    };
  }

  function weeksOfRow(schedule: number, row: number, entry: LocalDate | undefined): Weeks {
    const weekday = weekdayFrom(occurrences.weekday[row]);
    if (entry !== undefined && ((occurrences.flags[row] ?? 0) & OCCURRENCE_FLAG.window) !== 0) {
      return windowWeeks(schedule, weekday, entry);
    }
    return fromEntry(
      weeksOf(occurrences.firstWeek[row] ?? 0, weeks, occurrences.weeksFrom, row),
      weekday,
      entry,
    );
  }

  /** The weeks of one row by the class of the date. */
  function addByClass(sessions: HeldSessions[], row: number, { firstWeek, words }: Weeks): void {
    const weekday = weekdayFrom(occurrences.weekday[row]);
    const shift = (firstWeek - grouping.firstWeek) / 32;
    const isAhead = Number.isInteger(shift) && shift >= 0 && shift + words.length <= grouping.words;
    if (!isAhead) {
      for (const [day, ofDay] of splitDateByDate(grouping, { firstWeek, words }, weekday)) {
        sessions.push(sessionsOf(row, day, firstWeek, ofDay));
      }
      return;
    }
    for (const each of grouping.byWeekday[weekday] ?? []) {
      let any = 0;
      let isAll = true;
      for (let at = 0; at < words.length; at += 1) {
        const word = words[at] ?? 0;
        const both = word & (each.words[shift + at] ?? 0);
        any |= both;
        if (both !== word >> 0) isAll = false;
      }
      if (any === 0) continue;
      const ofClass = isAll ? words : words.map((word, at) => word & (each.words[shift + at] ?? 0));
      sessions.push(sessionsOf(row, each.id, firstWeek, ofClass));
      if (isAll) return;
    }
  }

  function firstFrom(
    schedule: number,
    sessions: readonly HeldSessions[],
    entry: LocalDate | undefined,
  ): number {
    let held = NO_DATE;
    for (const each of sessions) if (!each.isPlain) held = Math.min(held, firstDate(each));
    if (held !== NO_DATE) return held;
    return schedules.first[schedule] === NO_DATE ? NO_DATE : (entry ?? NO_DATE);
  }

  return (offer) => {
    const schedule = offers.schedule[offer] ?? 0;
    return (known[schedule] ??= workOut(offer, schedule));
  };
}

type Weeks = { readonly firstWeek: number; readonly words: Uint32Array };

const NO_WORDS = new Uint32Array(0);

function weekdayFrom(number: number | undefined): Weekday {
  return WEEKDAYS[number ?? 0] ?? 0;
}

function weeksOf(firstWeek: number, weeks: Uint32Array, from: Uint32Array, row: number): Weeks {
  return { firstWeek, words: weeks.subarray(from[row], from[row + 1]) };
}

/** Only the weeks in which the weekday is not before a date. */
function fromEntry(all: Weeks, weekday: Weekday, entry: LocalDate | undefined): Weeks {
  if (entry === undefined) return all;
  const least = weekOf(entry) + (weekday < weekdayOf(entry) ? 1 : 0);
  const words = all.words.map((word, at) => {
    const before = least - (all.firstWeek + at * 32);
    if (before <= 0) return word;
    return before >= 32 ? 0 : word & (-1 << before);
  });
  return { firstWeek: all.firstWeek, words };
}

function splitDateByDate(
  days: DayGrouping,
  { firstWeek, words }: Weeks,
  weekday: Weekday,
): ReadonlyMap<number, Uint32Array> {
  const found = new Map<number, Uint32Array>();
  words.forEach((word, at) => {
    for (let bit = 0; bit < 32; bit += 1) {
      if ((word & (1 << bit)) === 0) continue;
      const day = days.ofDate(dateIn(firstWeek + at * 32 + bit, weekday));
      const ofClass = found.get(day) ?? new Uint32Array(words.length);
      found.set(day, ofClass);
      ofClass[at] = (ofClass[at] ?? 0) | (1 << bit);
    }
  });
  return found;
}

/** The first date on which they are held. */
export function firstDate({ firstWeek, words, weekday }: HeldSessions): number {
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? 0;
    if (word !== 0) return dateIn(firstWeek + at * 32 + 31 - Math.clz32(lowestBit(word)), weekday);
  }
  return NO_DATE;
}

function lowestBit(word: number): number {
  return word & -word;
}

/** On how many dates they are held; those of any week count as one. */
export function datesIn({ isPlain, words }: HeldSessions): number {
  if (isPlain) return 1;
  let dates = 0;
  for (const word of words) dates += bitsIn(word);
  return dates;
}

/** Calls with the number of each week in which they are held. */
export function forEachWeek({ firstWeek, words }: HeldSessions, visit: (week: number) => void): void {
  for (let at = 0; at < words.length; at += 1) {
    for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) {
      visit(firstWeek + at * 32 + 31 - Math.clz32(lowestBit(rest)));
    }
  }
}
