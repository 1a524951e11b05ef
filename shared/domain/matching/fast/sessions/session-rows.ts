import { WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import { copiedTo, countDatesIn, type ClassDates } from './class-dates.ts';
import type { SessionTimes } from './session-times.ts';

/**
 * Sessions held in one request: a row for those on one weekday at the same minutes and place, on the dates of one class. Grows while schedules
 * are looked at, so columns are to be read from it anew after a row was added.
 */
export type SessionRows = {
  count: number;
  /** As in `OccurrenceColumns`. */
  place: Int8Array;
  /** SESSION_FLAG. */
  flags: Uint8Array;
  /** The class of days. */
  day: Uint16Array;
  /** The number of class and minutes in `times`. */
  time: Int32Array;
  /** The row of `onDates`; sessions on the same dates share it. */
  dates: Int32Array;
  readonly times: Pick<SessionTimes, 'from' | 'to'>;
  readonly onDates: ClassDates;
};

/** `plain`: stands for any week. */
export const SESSION_FLAG = { core: 1, plain: 2 } as const;

const FIRST_ROWS = 1024;

/** No sessions yet. */
export function sessionRows(times: SessionRows['times'], onDates: ClassDates): SessionRows {
  return {
    count: 0,
    place: new Int8Array(FIRST_ROWS),
    flags: new Uint8Array(FIRST_ROWS),
    day: new Uint16Array(FIRST_ROWS),
    time: new Int32Array(FIRST_ROWS),
    dates: new Int32Array(FIRST_ROWS),
    times,
    onDates,
  };
}

/** Adds some empty rows, the number of the first of which it gives; their columns are to be written. */
export function addRows(rows: SessionRows, count: number): number {
  const first = rows.count;
  rows.count = first + count;
  if (rows.count > rows.day.length) widen(rows, Math.max(rows.count, rows.day.length * 2));
  return first;
}

function widen(rows: SessionRows, length: number): void {
  rows.place = copiedTo(new Int8Array(length), rows.place);
  rows.flags = copiedTo(new Uint8Array(length), rows.flags);
  rows.day = copiedTo(new Uint16Array(length), rows.day);
  rows.time = copiedTo(new Int32Array(length), rows.time);
  rows.dates = copiedTo(new Int32Array(length), rows.dates);
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
export function countDates({ flags, dates, onDates }: SessionRows, row: number): number {
  if (((flags[row] ?? 0) & SESSION_FLAG.plain) !== 0) return 1;
  return countDatesIn(onDates, dates[row] ?? 0);
}

/** One row as an object of its own. */
export function sessionsAt(rows: SessionRows, row: number): HeldSessions {
  const { onDates, times } = rows;
  const flags = rows.flags[row] ?? 0;
  const time = rows.time[row] ?? 0;
  const dates = rows.dates[row] ?? 0;
  const [begin, end] = [onDates.wordsFrom[dates] ?? 0, onDates.wordsFrom[dates + 1] ?? 0];
  return {
    weekday: WEEKDAYS[onDates.weekday[dates] ?? 0] ?? 0,
    from: times.from[time] ?? 0,
    to: times.to[time] ?? 0,
    place: rows.place[row] ?? 0,
    isCore: (flags & SESSION_FLAG.core) !== 0,
    isPlain: (flags & SESSION_FLAG.plain) !== 0,
    day: rows.day[row] ?? 0,
    time,
    firstWeek: onDates.firstWeek[dates] ?? 0,
    words: begin === end ? NO_WORDS : onDates.words.subarray(begin, end),
  };
}

const NO_WORDS = new Uint32Array(0);
