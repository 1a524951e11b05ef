import type { LocalDate } from '../../../time/local-date.ts';
import { WEEKDAYS } from '../../../time/weekday.ts';
import { dateIn } from '../../match-index/week-number.ts';
import type { SessionRows } from '../sessions/session-rows.ts';

type IsSchoolHoliday = (date: LocalDate) => boolean;

/** On how many dates the sessions of a row are in school holidays. */
export type InHolidays = (rows: SessionRows, row: number) => number;

/** Counts them, for each row once. */
export function inHolidaysBy(isSchoolHoliday: IsSchoolHoliday): InHolidays {
  const known = new Map<SessionRows, (number | undefined)[]>();
  return (rows, row) => {
    let ofRows = known.get(rows);
    if (ofRows === undefined) known.set(rows, (ofRows = []));
    return (ofRows[row] ??= countIn(isSchoolHoliday, rows, row));
  };
}

const WEEKS_PER_WORD = 32;

function countIn(isSchoolHoliday: IsSchoolHoliday, rows: SessionRows, row: number): number {
  const { words, wordsFrom, wordsTo, firstWeek, weekday } = rows;
  const day = WEEKDAYS[weekday[row] ?? 0] ?? 0;
  const begin = wordsFrom[row] ?? 0;
  let dates = 0;
  for (let at = begin; at < (wordsTo[row] ?? 0); at += 1) {
    const first = (firstWeek[row] ?? 0) + (at - begin) * WEEKS_PER_WORD;
    for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) {
      if (isSchoolHoliday(dateIn(first + 31 - Math.clz32(rest & -rest), day))) dates += 1;
    }
  }
  return dates;
}
