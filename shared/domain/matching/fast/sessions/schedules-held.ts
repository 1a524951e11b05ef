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
import { MOST_CLASSES, type DayClasses, type DayGrouping } from '../days/day-classes.ts';
import { firstDate, Held } from './held.ts';
import { fromEntry, splitDateByDate, windowWeeks, type Weeks } from './held-weeks.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import { addRow, addWord, SESSION_FLAG, sessionRows, sessionsAt } from './session-rows.ts';

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
      const left = excepts.subarray(schedules.exceptsFrom[schedule], schedules.exceptsFrom[schedule + 1]);
      return windowWeeks(weekday, entry, (date) => !publicHolidays.has(date) && !left.includes(date));
    }
    const all: Weeks = {
      firstWeek: occurrences.firstWeek[row] ?? 0,
      words: weeks,
      begin: occurrences.weeksFrom[row] ?? 0,
      end: occurrences.weeksFrom[row + 1] ?? 0,
    };
    return entry === undefined ? all : fromEntry(all, weekday, entry);
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

function weekdayFrom(number: number | undefined): Weekday {
  return WEEKDAYS[number ?? 0] ?? 0;
}
