import type { LocalDate } from '../../../time/local-date.ts';
import { forEachDateIn, type ClassDates } from '../sessions/class-dates.ts';
import type { SessionRows } from '../sessions/session-rows.ts';

type IsSchoolHoliday = (date: LocalDate) => boolean;

/** On how many dates the sessions of a row are in school holidays. */
export type InHolidays = (rows: SessionRows, row: number) => number;

/** Counts them, on the same dates once. */
export function inHolidaysBy(isSchoolHoliday: IsSchoolHoliday): InHolidays {
  const known = new Map<ClassDates, (number | undefined)[]>();
  return ({ onDates, dates }, row) => {
    let ofRows = known.get(onDates);
    if (ofRows === undefined) known.set(onDates, (ofRows = []));
    return (ofRows[dates[row] ?? 0] ??= countIn(isSchoolHoliday, onDates, dates[row] ?? 0));
  };
}

function countIn(isSchoolHoliday: IsSchoolHoliday, onDates: ClassDates, row: number): number {
  let count = 0;
  forEachDateIn(onDates, row, (date) => {
    if (isSchoolHoliday(date)) count += 1;
  });
  return count;
}
