import { WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import type { Segment } from '../../match-index/segment.ts';
import type { DayGrouping } from '../days/day-grouping.ts';
import { splitDateByDate, type Weeks } from './held-weeks.ts';
import { addWord, type SessionRows } from './session-rows.ts';

/** Dates of sessions, a row for those of one class: the class, and their weeks as in `SessionRows`. The numbers of rows ascend from 0. */
export type DatesByClass = {
  readonly day: number[];
  readonly firstWeek: number[];
  readonly wordsFrom: number[];
  readonly wordsTo: number[];
};

/** Rows from `from` to before `to`. */
export type Range = { from: number; to: number };

/** No dates yet. */
export function datesByClass(): DatesByClass {
  return { day: [], firstWeek: [], wordsFrom: [], wordsTo: [] };
}

/** Gives the rows of dates of a segment by their number there, written into a range. */
export type DatesOfSegment = (dates: number, range: Range) => void;

/** The dates of a segment by one grouping, put into classes once however many sessions are held on them. Their words are added to those of `rows`. */
export function datesOfSegment(
  { dates: columns, weeks }: Segment,
  grouping: DayGrouping,
  byClass: DatesByClass,
  rows: SessionRows,
): DatesOfSegment {
  const from = new Int32Array(columns.weekday.length);
  const to = new Int32Array(columns.weekday.length);
  return (dates, range) => {
    if (to[dates] === 0) {
      const weekday = WEEKDAYS[columns.weekday[dates] ?? 0] ?? 0;
      from[dates] = byClass.day.length;
      addByClass(byClass, rows, grouping, weekday, {
        firstWeek: columns.firstWeek[dates] ?? 0,
        words: weeks,
        begin: columns.wordsFrom[dates] ?? 0,
        end: columns.wordsFrom[dates + 1] ?? 0,
      });
      to[dates] = byClass.day.length;
    }
    range.from = from[dates] ?? 0;
    range.to = to[dates] ?? 0;
  };
}

/** Adds the dates of one weekday in some weeks. */
export function addByClass(
  byClass: DatesByClass,
  rows: SessionRows,
  grouping: DayGrouping,
  weekday: Weekday,
  weeks: Weeks,
): void {
  const { firstWeek, words, begin, end } = weeks;
  const shift = (firstWeek - grouping.firstWeek) / 32 - begin;
  const isAhead = Number.isInteger(shift) && shift + begin >= 0 && shift + end <= grouping.words;
  if (!isAhead) {
    for (const [day, ofDay] of splitDateByDate(grouping, weeks, weekday)) {
      beginRow(byClass, rows, day, firstWeek);
      for (const word of ofDay) addWord(rows, word);
      byClass.wordsTo.push(rows.wordCount);
    }
    return;
  }
  for (const { id, words: ofClass } of grouping.byWeekday[weekday] ?? []) {
    let any = 0;
    let others = 0;
    for (let at = begin; at < end; at += 1) {
      const word = words[at] ?? 0;
      const mask = ofClass[shift + at] ?? 0;
      any |= word & mask;
      others |= word & ~mask;
    }
    if (any === 0) continue;
    beginRow(byClass, rows, id, firstWeek);
    for (let at = begin; at < end; at += 1) addWord(rows, (words[at] ?? 0) & (ofClass[shift + at] ?? 0));
    byClass.wordsTo.push(rows.wordCount);
    if (others === 0) return;
  }
}

/** Begins the row of a class; its words are to be added, and where they end. */
function beginRow(byClass: DatesByClass, rows: SessionRows, day: number, firstWeek: number): void {
  byClass.day.push(day);
  byClass.firstWeek.push(firstWeek);
  byClass.wordsFrom.push(rows.wordCount);
}

/** Adds a date of any week. */
export function addPlain(byClass: DatesByClass, rows: SessionRows, day: number): void {
  beginRow(byClass, rows, day, 0);
  byClass.wordsTo.push(rows.wordCount);
}
