import { WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import type { Segment } from '../../match-index/segment.ts';
import type { DayGrouping } from '../days/day-grouping.ts';
import { addDates, addWord, type ClassDates } from './class-dates.ts';
import { splitDateByDate, type Weeks } from './held-weeks.ts';

/** Rows from `from` to before `to`. */
export type Range = { from: number; to: number };

/** Gives the rows of dates of a segment by their number there, written into a range. */
export type DatesOfSegment = (dates: number, range: Range) => void;

/** The dates of a segment by one grouping, put into classes once however many sessions are held on them. They are added to `byClass`. */
export function datesOfSegment(
  { dates: columns, weeks }: Segment,
  grouping: DayGrouping,
  byClass: ClassDates,
): DatesOfSegment {
  const from = new Int32Array(columns.weekday.length);
  const to = new Int32Array(columns.weekday.length);
  return (dates, range) => {
    if (to[dates] === 0) {
      const weekday = WEEKDAYS[columns.weekday[dates] ?? 0] ?? 0;
      from[dates] = byClass.count;
      addByClass(byClass, grouping, weekday, {
        firstWeek: columns.firstWeek[dates] ?? 0,
        words: weeks,
        begin: columns.wordsFrom[dates] ?? 0,
        end: columns.wordsFrom[dates + 1] ?? 0,
      });
      to[dates] = byClass.count;
    }
    range.from = from[dates] ?? 0;
    range.to = to[dates] ?? 0;
  };
}

/** Adds the dates of one weekday in some weeks. */
export function addByClass(byClass: ClassDates, grouping: DayGrouping, weekday: Weekday, weeks: Weeks): void {
  const { firstWeek, words, begin, end } = weeks;
  const shift = (firstWeek - grouping.firstWeek) / 32 - begin;
  const isAhead = Number.isInteger(shift) && shift + begin >= 0 && shift + end <= grouping.words;
  if (!isAhead) {
    for (const [day, ofDay] of splitDateByDate(grouping, weeks, weekday)) {
      addDates(byClass, weekday, day, firstWeek);
      for (const word of ofDay) addWord(byClass, word);
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
    addDates(byClass, weekday, id, firstWeek);
    for (let at = begin; at < end; at += 1) addWord(byClass, (words[at] ?? 0) & (ofClass[shift + at] ?? 0));
    if (others === 0) return;
  }
}
