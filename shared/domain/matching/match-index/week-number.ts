import { localDateFromDays, type LocalDate } from '../../time/local-date.ts';
import type { Weekday } from '../../time/weekday.ts';

const DAYS_FROM_MONDAY_1969_12_29 = 3;

/** The calendar week of a date, counted from the week of 1969-12-29. */
export function weekOf(date: LocalDate): number {
  return Math.floor((date + DAYS_FROM_MONDAY_1969_12_29) / 7);
}

/** The date of a weekday in a week. */
export function dateIn(week: number, day: Weekday): LocalDate {
  return localDateFromDays(week * 7 + day - DAYS_FROM_MONDAY_1969_12_29);
}
