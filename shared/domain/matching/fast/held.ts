import { addDays, localDateFromDays, type LocalDate } from '../../time/local-date.ts';
import { WEEKDAYS, weekdayOf, type Weekday } from '../../time/weekday.ts';
import type { Frame } from '../frame.ts';
import { NO_DATE, OCCURRENCE_FLAG, OFFER_FLAG, SCHEDULE_FLAG, type Segment } from '../match-index/segment.ts';
import { dateIn, weekOf } from '../match-index/week-number.ts';
import { MOST_CLASSES, type DayClasses, type DayGrouping } from './day-classes.ts';
import { NEEDS_REFERENCE } from './needs-reference.ts';
import { bitsIn } from './cells.ts';
import {
  addRow,
  addWord,
  SESSION_FLAG,
  sessionRows,
  sessionsAt,
  type HeldSessions,
  type SessionRows,
} from './session-rows.ts';

export type { HeldSessions } from './session-rows.ts';

/** What is held of one schedule in one request: rows from `begin` to before `end`. */
export class Held {
  /** NO_DATE when no date is known. */
  readonly first: number;
  readonly isOneADay: boolean;
  readonly hasCore: boolean;
  /** Bits of the children that need care during at least one session, on site and online. */
  readonly onSite: number;
  readonly online: number;
  readonly rows: SessionRows;
  readonly begin: number;
  readonly end: number;
  private objects: readonly HeldSessions[] | undefined;

  constructor(
    { classes }: Pick<DayClasses, 'classes'>,
    rows: SessionRows,
    begin: number,
    end: number,
    first: number,
    isOneADay: boolean,
  ) {
    let [flags, onSite, online] = [0, 0, 0];
    for (let row = begin; row < end; row += 1) {
      const day = classes[rows.day[row] ?? 0];
      flags |= rows.flags[row] ?? 0;
      onSite |= day?.onSite ?? 0;
      online |= day?.online ?? 0;
    }
    this.first = first;
    this.isOneADay = isOneADay;
    this.hasCore = (flags & SESSION_FLAG.core) !== 0;
    this.onSite = onSite;
    this.online = online;
    this.rows = rows;
    this.begin = begin;
    this.end = end;
    this.objects = undefined;
  }

  /** The same as objects, made when they are first asked for: most are not. */
  get sessions(): readonly HeldSessions[] {
    const { rows, begin, end } = this;
    return (this.objects ??= Array.from({ length: end - begin }, (_none, at) =>
      sessionsAt(rows, begin + at),
    ));
  }
}

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
  const rows = sessionRows();
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
    return { firstWeek, words, begin: 0, end: words.length };
  }

  function workOut(offer: number, schedule: number): Held {
    const isRolling = ((offers.flags[offer] ?? 0) & OFFER_FLAG.rolling) !== 0;
    const flags = schedules.flags[schedule] ?? 0;
    if (isRolling && (flags & SCHEDULE_FLAG.mixed) !== 0) throw NEEDS_REFERENCE;
    const entry = isRolling ? entryOf(schedule) : undefined;
    const begin = rows.count;
    const last = schedules.occurrencesFrom[schedule + 1] ?? 0;
    for (let row = schedules.occurrencesFrom[schedule] ?? 0; row < last; row += 1) {
      const slot = days.times.slotOf(occurrences.from[row] ?? 0, occurrences.to[row] ?? 0);
      if (((occurrences.flags[row] ?? 0) & OCCURRENCE_FLAG.plain) !== 0) {
        add(row, slot, grouping.ofPlain(weekdayFrom(occurrences.weekday[row])), 0);
      } else addByClass(row, slot, weeksOfRow(schedule, row, entry));
    }
    if (days.classes.length >= MOST_CLASSES) throw NEEDS_REFERENCE;
    const end = rows.count;
    const first = isRolling
      ? firstFrom(schedule, begin, end, entry)
      : (schedules.heldFirst[schedule] ?? NO_DATE);
    return new Held(days, rows, begin, end, first, (flags & SCHEDULE_FLAG.oneADay) !== 0);
  }

  /** Adds the sessions of a row of the segment on the days of a class; their words are to be added after it. */
  function add(occurrence: number, slot: number, day: number, firstWeek: number): number {
    const flags = occurrences.flags[occurrence] ?? 0;
    const row = addRow(rows);
    rows.weekday[row] = occurrences.weekday[occurrence] ?? 0;
    rows.from[row] = occurrences.from[occurrence] ?? 0;
    rows.to[row] = occurrences.to[occurrence] ?? 0;
    rows.place[row] = occurrences.place[occurrence] ?? 0;
    rows.flags[row] =
      ((flags & OCCURRENCE_FLAG.core) === 0 ? 0 : SESSION_FLAG.core) |
      ((flags & OCCURRENCE_FLAG.plain) === 0 ? 0 : SESSION_FLAG.plain);
    rows.day[row] = day;
    rows.time[row] = days.times.inSlot(slot, day);
    rows.firstWeek[row] = firstWeek;
    rows.wordsFrom[row] = rows.wordCount;
    rows.wordsTo[row] = rows.wordCount;
    return row;
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
  function addByClass(occurrence: number, slot: number, weeks: Weeks): void {
    const { firstWeek, words, begin, end } = weeks;
    const weekday = weekdayFrom(occurrences.weekday[occurrence]);
    const shift = (firstWeek - grouping.firstWeek) / 32;
    const isAhead = Number.isInteger(shift) && shift >= 0 && shift + end - begin <= grouping.words;
    if (!isAhead) {
      for (const [day, ofDay] of splitDateByDate(grouping, weeks, weekday)) {
        const row = add(occurrence, slot, day, firstWeek);
        for (const word of ofDay) addWord(rows, word);
        rows.wordsTo[row] = rows.wordCount;
      }
      return;
    }
    for (const each of grouping.byWeekday[weekday] ?? []) {
      let any = 0;
      let isAll = true;
      for (let at = begin; at < end; at += 1) {
        const word = words[at] ?? 0;
        const both = word & (each.words[shift + at - begin] ?? 0);
        any |= both;
        if (both !== word >> 0) isAll = false;
      }
      if (any === 0) continue;
      const row = add(occurrence, slot, each.id, firstWeek);
      for (let at = begin; at < end; at += 1) {
        addWord(rows, (words[at] ?? 0) & (each.words[shift + at - begin] ?? 0));
      }
      rows.wordsTo[row] = rows.wordCount;
      if (isAll) return;
    }
  }

  function firstFrom(schedule: number, begin: number, end: number, entry: LocalDate | undefined): number {
    let held = NO_DATE;
    for (let row = begin; row < end; row += 1) {
      if (((rows.flags[row] ?? 0) & SESSION_FLAG.plain) === 0)
        held = Math.min(held, firstDate(sessionsAt(rows, row)));
    }
    if (held !== NO_DATE) return held;
    return schedules.first[schedule] === NO_DATE ? NO_DATE : (entry ?? NO_DATE);
  }

  return (offer) => {
    const schedule = offers.schedule[offer] ?? 0;
    return (known[schedule] ??= workOut(offer, schedule));
  };
}

/** Weeks as bits in the words from `begin` to before `end`: bit 0 of the first is `firstWeek`. */
type Weeks = {
  readonly firstWeek: number;
  readonly words: Uint32Array;
  readonly begin: number;
  readonly end: number;
};

function weekdayFrom(number: number | undefined): Weekday {
  return WEEKDAYS[number ?? 0] ?? 0;
}

function weeksOf(firstWeek: number, weeks: Uint32Array, from: Uint32Array, row: number): Weeks {
  return { firstWeek, words: weeks, begin: from[row] ?? 0, end: from[row + 1] ?? 0 };
}

/** Only the weeks in which the weekday is not before a date. */
function fromEntry(all: Weeks, weekday: Weekday, entry: LocalDate | undefined): Weeks {
  if (entry === undefined) return all;
  const least = weekOf(entry) + (weekday < weekdayOf(entry) ? 1 : 0);
  const words = all.words.slice(all.begin, all.end).map((word, at) => {
    const before = least - (all.firstWeek + at * 32);
    if (before <= 0) return word;
    return before >= 32 ? 0 : word & (-1 << before);
  });
  return { firstWeek: all.firstWeek, words, begin: 0, end: words.length };
}

function splitDateByDate(
  days: DayGrouping,
  { firstWeek, words: all, begin, end }: Weeks,
  weekday: Weekday,
): ReadonlyMap<number, Uint32Array> {
  const found = new Map<number, Uint32Array>();
  const words = all.slice(begin, end);
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
