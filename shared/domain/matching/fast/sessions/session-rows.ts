import { bitsIn } from '../days/cells.ts';
import type { LocalDate } from '../../../time/local-date.ts';
import { WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import { dateIn } from '../../match-index/week-number.ts';
import { firstDateIn } from './held-weeks.ts';

/**
 * Sessions held in one request: a row for those on one weekday at the same minutes and place, on the dates of one class. Grows while schedules
 * are looked at, so columns are to be read from it anew after a row was added.
 */
export type SessionRows = {
  count: number;
  weekday: Uint8Array;
  from: Uint16Array;
  to: Uint16Array;
  /** As in `OccurrenceColumns`. */
  place: Int8Array;
  /** SESSION_FLAG. */
  flags: Uint8Array;
  /** The class of days. */
  day: Uint16Array;
  /** The number of class and minutes; see `DayClasses`. */
  time: Int32Array;
  /** The week of bit 0 of its words, and where these begin and end in `words`; rows on the same dates share them. */
  firstWeek: Int32Array;
  wordsFrom: Uint32Array;
  wordsTo: Uint32Array;
  words: Uint32Array;
  wordCount: number;
};

/** `plain`: stands for any week. */
export const SESSION_FLAG = { core: 1, plain: 2 } as const;

const FIRST_ROWS = 512;

/** No sessions yet. */
export function sessionRows(): SessionRows {
  return {
    count: 0,
    weekday: new Uint8Array(FIRST_ROWS),
    from: new Uint16Array(FIRST_ROWS),
    to: new Uint16Array(FIRST_ROWS),
    place: new Int8Array(FIRST_ROWS),
    flags: new Uint8Array(FIRST_ROWS),
    day: new Uint16Array(FIRST_ROWS),
    time: new Int32Array(FIRST_ROWS),
    firstWeek: new Int32Array(FIRST_ROWS),
    wordsFrom: new Uint32Array(FIRST_ROWS),
    wordsTo: new Uint32Array(FIRST_ROWS),
    words: new Uint32Array(FIRST_ROWS),
    wordCount: 0,
  };
}

/** Adds some empty rows, the number of the first of which it gives; their columns are to be written. */
export function addRow(rows: SessionRows, count = 1): number {
  const first = rows.count;
  rows.count = first + count;
  if (rows.count > rows.weekday.length) widen(rows, Math.max(rows.count, rows.weekday.length * 2));
  return first;
}

function widen(rows: SessionRows, length: number): void {
  rows.weekday = copiedTo(new Uint8Array(length), rows.weekday);
  rows.from = copiedTo(new Uint16Array(length), rows.from);
  rows.to = copiedTo(new Uint16Array(length), rows.to);
  rows.place = copiedTo(new Int8Array(length), rows.place);
  rows.flags = copiedTo(new Uint8Array(length), rows.flags);
  rows.day = copiedTo(new Uint16Array(length), rows.day);
  rows.time = copiedTo(new Int32Array(length), rows.time);
  rows.firstWeek = copiedTo(new Int32Array(length), rows.firstWeek);
  rows.wordsFrom = copiedTo(new Uint32Array(length), rows.wordsFrom);
  rows.wordsTo = copiedTo(new Uint32Array(length), rows.wordsTo);
}

/** Adds a word of weeks. */
export function addWord(rows: SessionRows, word: number): void {
  if (rows.wordCount === rows.words.length) {
    rows.words = copiedTo(new Uint32Array(rows.wordCount * 2), rows.words);
  }
  rows.words[rows.wordCount] = word;
  rows.wordCount += 1;
}

function copiedTo<Column extends { set: (from: Column) => void }>(wider: Column, column: Column): Column {
  wider.set(column);
  return wider;
}

/** Sessions on one weekday at the same minutes and place, on the dates of one class. `place` as in `OccurrenceColumns`. */
export type HeldSessions = {
  readonly weekday: Weekday;
  readonly from: number;
  readonly to: number;
  readonly place: number;
  readonly isCore: boolean;
  readonly isPlain: boolean;
  readonly day: number;
  /** The number of class and minutes; see `DayClasses`. */
  readonly time: number;
  /** The weeks in which they are held: bit 0 of word 0 is `firstWeek`. */
  readonly firstWeek: number;
  readonly words: Uint32Array;
};

/** On how many dates the sessions of a row are held; those of any week count as one. */
export function countDates({ flags, words, wordsFrom, wordsTo }: SessionRows, row: number): number {
  if (((flags[row] ?? 0) & SESSION_FLAG.plain) !== 0) return 1;
  let dates = 0;
  for (let at = wordsFrom[row] ?? 0; at < (wordsTo[row] ?? 0); at += 1) dates += bitsIn(words[at] ?? 0);
  return dates;
}

/** Calls with each date on which the sessions of a row are held, ascending; never for those of any week. */
export function forEachDate(
  { words, wordsFrom, wordsTo, firstWeek, weekday }: SessionRows,
  row: number,
  visit: (date: LocalDate) => void,
): void {
  const day = WEEKDAYS[weekday[row] ?? 0] ?? 0;
  const begin = wordsFrom[row] ?? 0;
  for (let at = begin; at < (wordsTo[row] ?? 0); at += 1) {
    const first = (firstWeek[row] ?? 0) + (at - begin) * 32;
    for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) {
      visit(dateIn(first + 31 - Math.clz32(rest & -rest), day));
    }
  }
}

/** The first date on which the sessions of a row are held; NO_DATE for those of any week. */
export function firstDateOf(rows: SessionRows, row: number): number {
  const { words, firstWeek, weekday } = rows;
  const [begin, end] = [rows.wordsFrom[row] ?? 0, rows.wordsTo[row] ?? 0];
  return firstDateIn({ firstWeek: firstWeek[row] ?? 0, words, begin, end }, WEEKDAYS[weekday[row] ?? 0] ?? 0);
}

/** One row as an object of its own. */
export function sessionsAt(rows: SessionRows, row: number): HeldSessions {
  const flags = rows.flags[row] ?? 0;
  const [begin, end] = [rows.wordsFrom[row] ?? 0, rows.wordsTo[row] ?? 0];
  return {
    weekday: WEEKDAYS[rows.weekday[row] ?? 0] ?? 0,
    from: rows.from[row] ?? 0,
    to: rows.to[row] ?? 0,
    place: rows.place[row] ?? 0,
    isCore: (flags & SESSION_FLAG.core) !== 0,
    isPlain: (flags & SESSION_FLAG.plain) !== 0,
    day: rows.day[row] ?? 0,
    time: rows.time[row] ?? 0,
    firstWeek: rows.firstWeek[row] ?? 0,
    words: begin === end ? NO_WORDS : rows.words.subarray(begin, end),
  };
}

const NO_WORDS = new Uint32Array(0);
