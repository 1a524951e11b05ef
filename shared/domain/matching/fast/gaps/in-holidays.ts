import type { LocalDate } from '../../../time/local-date.ts';
import { forEachDate, type SessionRows } from '../sessions/session-rows.ts';

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

function countIn(isSchoolHoliday: IsSchoolHoliday, rows: SessionRows, row: number): number {
  let dates = 0;
  forEachDate(rows, row, (date) => {
    if (isSchoolHoliday(date)) dates += 1;
  });
  return dates;
}
