import type { LocalDate } from '../../../time/local-date.ts';
import { WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import { dateIn } from '../../match-index/week-number.ts';
import { bitsIn } from '../days/cells.ts';
import { firstDateIn } from './held-weeks.ts';

/**
 * Dates of sessions of one request, a row for those of one weekday and class, however many sessions are held on them. Grows while schedules are
 * looked at, so columns are to be read from it anew after a row was added. A date of any week has no weeks.
 */
export type ClassDates = {
  count: number;
  weekday: Uint8Array;
  /** The class of days. */
  day: Uint16Array;
  /** The week of bit 0 of its words, and where these begin in `words`; one entry more than rows. */
  firstWeek: Int32Array;
  wordsFrom: Uint32Array;
  words: Uint32Array;
};

const FIRST_ROWS = 1024;

/** No dates yet. */
export function classDates(): ClassDates {
  return {
    count: 0,
    weekday: new Uint8Array(FIRST_ROWS),
    day: new Uint16Array(FIRST_ROWS),
    firstWeek: new Int32Array(FIRST_ROWS),
    wordsFrom: new Uint32Array(FIRST_ROWS + 1),
    words: new Uint32Array(FIRST_ROWS),
  };
}

/** Adds dates of a class without any weeks yet. */
export function addDates(dates: ClassDates, weekday: Weekday, day: number, firstWeek: number): void {
  const row = dates.count;
  if (row === dates.day.length) widen(dates, row * 2);
  dates.weekday[row] = weekday;
  dates.day[row] = day;
  dates.firstWeek[row] = firstWeek;
  dates.count = row + 1;
  dates.wordsFrom[row + 1] = dates.wordsFrom[row] ?? 0;
}

/** Adds a word of weeks to the dates added last. */
export function addWord(dates: ClassDates, word: number): void {
  const at = dates.wordsFrom[dates.count] ?? 0;
  if (at === dates.words.length) dates.words = copiedTo(new Uint32Array(at * 2), dates.words);
  dates.words[at] = word;
  dates.wordsFrom[dates.count] = at + 1;
}

function widen(dates: ClassDates, length: number): void {
  dates.weekday = copiedTo(new Uint8Array(length), dates.weekday);
  dates.day = copiedTo(new Uint16Array(length), dates.day);
  dates.firstWeek = copiedTo(new Int32Array(length), dates.firstWeek);
  dates.wordsFrom = copiedTo(new Uint32Array(length + 1), dates.wordsFrom);
}

/** A wider column with the same numbers at its beginning. */
export function copiedTo<Column extends { set: (from: Column) => void }>(
  wider: Column,
  column: Column,
): Column {
  wider.set(column);
  return wider;
}

/** How many dates there are in a row. */
export function countDatesIn({ words, wordsFrom }: ClassDates, row: number): number {
  let dates = 0;
  for (let at = wordsFrom[row] ?? 0; at < (wordsFrom[row + 1] ?? 0); at += 1) dates += bitsIn(words[at] ?? 0);
  return dates;
}

/** Calls with each date of a row, ascending. */
export function forEachDateIn(
  { words, wordsFrom, firstWeek, weekday }: ClassDates,
  row: number,
  visit: (date: LocalDate) => void,
): void {
  const day = WEEKDAYS[weekday[row] ?? 0] ?? 0;
  const begin = wordsFrom[row] ?? 0;
  for (let at = begin; at < (wordsFrom[row + 1] ?? 0); at += 1) {
    const first = (firstWeek[row] ?? 0) + (at - begin) * 32;
    for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) {
      visit(dateIn(first + 31 - Math.clz32(rest & -rest), day));
    }
  }
}

/** The first date of a row; NO_DATE where there is none. */
export function firstOfDates({ words, wordsFrom, firstWeek, weekday }: ClassDates, row: number): number {
  const [begin, end] = [wordsFrom[row] ?? 0, wordsFrom[row + 1] ?? 0];
  return firstDateIn({ firstWeek: firstWeek[row] ?? 0, words, begin, end }, WEEKDAYS[weekday[row] ?? 0] ?? 0);
}
