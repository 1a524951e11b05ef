import { addDays, calendarParts, localDateOf, type LocalDate } from '../../domain/time/local-date.ts';
import { mondayOf, weekdayOf, type Weekday } from '../../domain/time/weekday.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';

/** Where a rule begins and ends. `until` is the last possible day, `count` the number of days in all. */
export type RecurrenceRange = {
  readonly start: LocalDate;
  readonly until?: LocalDate;
  readonly count?: number;
};

/** No rule is followed further than this from its start; courses and openings are far shorter. */
const MAX_DAYS = 50 * 366;

/**
 * The days on which a rule holds, ascending, from its start to `horizon`, both included. Counts days of the calendar and
 * nothing else, so that a change of the clock changes nothing. Looks at each day once: a rule that never holds costs no more than any
 * other (the libraries go on to the year 9999 or for ever). A start that the rule itself does not name is no occurrence.
 */
export function occurrencesOf(
  rule: RecurrenceRule,
  { start, until, count }: RecurrenceRange,
  horizon: LocalDate,
): readonly LocalDate[] {
  const last = Math.min(until ?? horizon, horizon, start + MAX_DAYS);
  const found: LocalDate[] = [];
  for (let date = start; date <= last && found.length < (count ?? Infinity); date = addDays(date, 1)) {
    if (isInInterval(rule, start, date) && holdsOn(rule, start, date)) found.push(date);
  }
  return found;
}

function isInInterval(
  { freq, interval, weekStart }: RecurrenceRule,
  start: LocalDate,
  date: LocalDate,
): boolean {
  if (interval === 1) return true;
  const [first, now] = [calendarParts(start), calendarParts(date)];
  switch (freq) {
    case 'daily':
      return (date - start) % interval === 0;
    case 'weekly':
      return ((weekBegin(date, weekStart) - weekBegin(start, weekStart)) / 7) % interval === 0;
    case 'monthly':
      return ((now.year - first.year) * 12 + now.month - first.month) % interval === 0;
    case 'yearly':
      return (now.year - first.year) % interval === 0;
  }
}

function holdsOn(rule: RecurrenceRule, start: LocalDate, date: LocalDate): boolean {
  return (
    isListed(rule.byMonth, [calendarParts(date).month]) &&
    isListed(rule.byWeekNo, weekNumbers(date)) &&
    isListed(rule.byYearDay, yearDays(date)) &&
    isListed(rule.byMonthDay, monthDays(date)) &&
    isNamedDay(rule, date) &&
    isImplied(rule, start, date)
  );
}

function isListed(list: readonly number[], numbers: readonly number[]): boolean {
  return list.length === 0 || numbers.some((number) => list.includes(number));
}

function isNamedDay({ byDay }: RecurrenceRule, date: LocalDate): boolean {
  if (byDay.length === 0) return true;
  const [fromStart = 0, fromEnd = 0] = monthDays(date);
  const nths = [Math.ceil(fromStart / 7), -Math.ceil(-fromEnd / 7)];
  return byDay.some(({ day, nth }) => day === weekdayOf(date) && (nth === undefined || nths.includes(nth)));
}

/** What a rule does not say is taken from its start: the weekday, the day of the month, day and month of the year. */
function isImplied(rule: RecurrenceRule, start: LocalDate, date: LocalDate): boolean {
  const saysDay = rule.byDay.length + rule.byMonthDay.length + rule.byYearDay.length > 0;
  const [first, now] = [calendarParts(start), calendarParts(date)];
  switch (rule.freq) {
    case 'daily':
      return true;
    case 'weekly':
      return saysDay || weekdayOf(date) === weekdayOf(start);
    case 'monthly':
      return saysDay || now.day === first.day;
    case 'yearly': {
      const isMonth =
        rule.byMonth.length > 0 ||
        rule.byYearDay.length > 0 ||
        rule.byMonthDay.length > 0 ||
        now.month === first.month;
      return isMonth && (saysDay || now.day === first.day);
    }
  }
}

function weekBegin(date: LocalDate, weekStart: Weekday): LocalDate {
  return addDays(date, -((weekdayOf(date) - weekStart + 7) % 7));
}

/** Day of the month from its start, and from its end as a negative number. */
function monthDays(date: LocalDate): readonly number[] {
  const { year, month, day } = calendarParts(date);
  return [day, date - localDateOf(year, month + 1, 1)];
}

function yearDays(date: LocalDate): readonly number[] {
  const { year } = calendarParts(date);
  return [date - localDateOf(year, 1, 1) + 1, date - localDateOf(year + 1, 1, 1)];
}

/** ISO week of the year in which the week of the date mostly lies, from its start and from its end. */
function weekNumbers(date: LocalDate): readonly number[] {
  const monday = mondayOf(date);
  const { year } = calendarParts(addDays(monday, 3));
  const weekOne = (of: number) => mondayOf(localDateOf(of, 1, 4));
  return [(monday - weekOne(year)) / 7 + 1, (monday - weekOne(year + 1)) / 7];
}
