/**
 * A calendar date without a zone, as whole days since 1970-01-01 (negative before). Sums and comparisons are
 * plain integer arithmetic; years 1900 to 2200 are accepted where text is parsed.
 */
export type LocalDate = number & { readonly [localDate]: true };
declare const localDate: unique symbol;

const MILLISECONDS_PER_DAY = 86_400_000;
const DAYS_FROM_MARCH_0000 = 719_468;

function isLocalDate(days: number): days is LocalDate {
  return Number.isSafeInteger(days);
}

/** Brands a count of days since 1970-01-01; throws RangeError when it is no whole number. */
export function localDateFromDays(days: number): LocalDate {
  if (!isLocalDate(days)) throw new RangeError('a local date is a whole number of days');
  return days;
}

/** `YYYY-MM-DD` in the proleptic Gregorian calendar, years 1900-2200; `undefined` for anything else, 30 February too. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (year < 1900 || year > 2200) return undefined;
  const date = localDateOf(year, month, day);
  const found = calendarParts(date);
  return found.month === month && found.day === day ? date : undefined;
}

/** The date of year, month 1-12 and day; a month or day beyond its range runs over into the next, as in `Date.UTC`. */
export function localDateOf(year: number, month: number, day: number): LocalDate {
  return localDateFromDays(Date.UTC(year, month - 1, day) / MILLISECONDS_PER_DAY);
}

/** `YYYY-MM-DD`. */
export function formatLocalDate(date: LocalDate): string {
  return new Date(date * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Year, month 1-12 and day 1-31 of a date. */
export function calendarParts(date: LocalDate): { year: number; month: number; day: number } {
  // Counted from 0000-03-01, so that the leap day ends a year; 400 years are 146,097 days.
  const days = date + DAYS_FROM_MARCH_0000;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateFromDays(date + days);
}

/** `months` calendar months later; a day the month lacks becomes its last day (31 January + 1 = 28 or 29 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = calendarParts(date);
  const lastDay = calendarParts(localDateFromDays(localDateOf(year, month + months + 1, 1) - 1)).day;
  return localDateOf(year, month + months, Math.min(day, lastDay));
}

/** Full calendar months from `from` to `to`, rounded down; negative when `to` is earlier. 31 January to 28 February is 1. */
export function fullMonthsBetween(from: LocalDate, to: LocalDate): number {
  const [start, end] = [calendarParts(from), calendarParts(to)];
  const months = (end.year - start.year) * 12 + end.month - start.month;
  return addMonths(from, months) > to ? months - 1 : months;
}
