import { addDays, type LocalDate } from './local-date.ts';

/** Monday 0 … Sunday 6. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The names of the contract, in the order of `Weekday`. */
export const WEEKDAY_NAMES = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;
export type WeekdayName = (typeof WEEKDAY_NAMES)[number];

/** Monday to Sunday. */
export const WEEKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
/** Monday to Friday. */
export const WORKDAYS: readonly Weekday[] = [0, 1, 2, 3, 4];

function isWeekday(index: number): index is Weekday {
  return Number.isInteger(index) && index >= 0 && index <= 6;
}

/** The weekday of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  const index = (((date + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday
  if (!isWeekday(index)) throw new RangeError('a weekday is 0 to 6');
  return index;
}

/** `mo` … `su` to 0 … 6. */
export function weekdayFromName(name: WeekdayName): Weekday {
  const index = WEEKDAY_NAMES.indexOf(name);
  if (!isWeekday(index)) throw new RangeError('unknown name of a weekday');
  return index;
}

/** 0 … 6 to `mo` … `su`. */
export function weekdayName(day: Weekday): WeekdayName {
  return WEEKDAY_NAMES[day];
}

/** The Monday of the calendar week in which `date` lies. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, -weekdayOf(date));
}

/** The first Monday that is not before `date`. */
export function mondayOnOrAfter(date: LocalDate): LocalDate {
  return addDays(date, (7 - weekdayOf(date)) % 7);
}
