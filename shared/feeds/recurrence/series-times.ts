import type { Minutes } from '../../domain/time/clock-time.ts';
import { addDays, calendarParts, localDateOf, type LocalDate } from '../../domain/time/local-date.ts';
import type { DatedSession, Timetable, WeeklySlot } from '../../domain/time/timetable.ts';
import { WEEKDAYS, weekdayOf, type Weekday } from '../../domain/time/weekday.ts';
import { occurrencesOf, type RecurrenceRange } from './occurrences.ts';
import type { RecurrenceRule } from './recurrence-rule.ts';

/** Sessions of one time of day that recur: `rule` absent = on the start alone. `to` may run past midnight. */
export type Series = {
  readonly rule?: RecurrenceRule;
  readonly range: RecurrenceRange;
  readonly from: Minutes;
  readonly to: Minutes;
  /** Days left out, and days beside the rule. */
  readonly except: readonly LocalDate[];
  readonly extra: readonly LocalDate[];
  readonly place?: number;
  readonly online?: boolean;
};

/** The part of a timetable that series say. `isCut`: sessions after next year, or above 1,000, are not listed. */
export type SeriesTimes = Pick<Timetable, 'weekly' | 'dated' | 'first' | 'last' | 'except'> & {
  readonly isCut: boolean;
};

const MAX_SESSIONS = 1000;

type PlainSeries = Series & { readonly days: readonly Weekday[]; readonly last: LocalDate | undefined };

/**
 * Series as a timetable. What repeats every week with one first and last day stays weekly; a timetable has only one such
 * range, so that of several the one without an end, else the one most series share, stays weekly, and all other sessions
 * are listed by date, from last year to the end of next year (so that an offer does not change from day to day).
 */
export function timesOfSeries(series: readonly Series[], today: LocalDate): SeriesTimes {
  const { year } = calendarParts(today);
  const window = { from: localDateOf(year - 1, 1, 1), to: localDateOf(year + 1, 12, 31) };
  const weekly = longestRange(
    series.flatMap((one) => plainOf(one) ?? []),
    today,
  );
  const listed = series.filter((one) => !weekly.some(({ source }) => source === one));
  const except = [...new Set(weekly.flatMap(({ source }) => source.except))].toSorted(
    (one, other) => one - other,
  );
  const stillHeld = weekly.flatMap(({ source, plain }) =>
    except
      .filter((date) => !source.except.includes(date) && isHeld(plain, date))
      .map((date) => sessionOn(date, source)),
  );
  const expanded = listed.map((one) => expand(one, window));
  const dated = [
    ...expanded.flatMap(({ dates, source }) => dates.map((date) => sessionOn(date, source))),
    ...series.flatMap((one) => one.extra.map((date) => sessionOn(date, one))),
    ...stillHeld,
  ].toSorted((one, other) => one.date - other.date || one.from - other.from);
  const isCut = expanded.some(({ isOpen }) => isOpen) || dated.length > MAX_SESSIONS;
  const firsts =
    weekly.length > 0 ? weekly.map(({ plain }) => plain.range.start) : dated.map(({ date }) => date);
  const first = firsts.toSorted((one, other) => one - other)[0];
  const last = weekly.length > 0 ? weekly[0]?.plain.last : isCut ? undefined : dated.at(-1)?.date;
  return {
    weekly: weekly.map(({ plain }) => slotOf(plain)),
    dated: dated.slice(0, MAX_SESSIONS),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
    except,
    isCut,
  };
}

/** A series held every week on the same days, as a slot with its first and last day; `undefined` for any other. */
export function plainOf(
  series: Series,
): { readonly source: Series; readonly plain: PlainSeries } | undefined {
  const { rule, range } = series;
  if (rule?.interval !== 1 || (rule.freq !== 'weekly' && rule.freq !== 'daily')) return undefined;
  if (range.count === 1) return undefined; // a date by itself
  if (rule.byMonth.length + rule.byMonthDay.length + rule.byWeekNo.length + rule.byYearDay.length > 0)
    return undefined;
  const named = rule.byDay.map(({ day }) => day);
  const implied = rule.freq === 'daily' ? WEEKDAYS : [weekdayOf(range.start)];
  const days = [...new Set(named.length > 0 ? named : implied)].toSorted((one, other) => one - other);
  const last = range.count === undefined ? range.until : lastOf(rule, range);
  return { source: series, plain: { ...series, days, last } };
}

/** The slot of a series that is held every week. */
export function slotOf({ days, from, to, place, online }: PlainSeries): WeeklySlot {
  return { days, from, to, ...(place !== undefined && { place }), ...(online !== undefined && { online }) };
}

type Plain = NonNullable<ReturnType<typeof plainOf>>;

function lastOf(rule: RecurrenceRule, range: RecurrenceRange): LocalDate {
  return occurrencesOf(rule, range, addDays(range.start, 7 * (range.count ?? 0) + 7)).at(-1) ?? range.start;
}

/** Series of one range; beginnings that lie in the past are all the same. */
function longestRange(plain: readonly Plain[], today: LocalDate): readonly Plain[] {
  const groups = Map.groupBy(plain, ({ plain: { range, last } }) =>
    [range.start <= today ? 'begun' : range.start, last ?? 'open'].join(' '),
  );
  return [...groups.values()].toSorted((one, other) => weightOf(other) - weightOf(one))[0] ?? [];
}

function weightOf(group: readonly Plain[]): number {
  return group.length + (group[0]?.plain.last === undefined ? 1_000_000 : 0);
}

function isHeld({ days, range, last }: PlainSeries, date: LocalDate): boolean {
  return days.includes(weekdayOf(date)) && date >= range.start && (last === undefined || date <= last);
}

function expand(
  source: Series,
  window: { readonly from: LocalDate; readonly to: LocalDate },
): { readonly source: Series; readonly dates: readonly LocalDate[]; readonly isOpen: boolean } {
  const { rule, range, except } = source;
  if (rule === undefined)
    return { source, dates: except.includes(range.start) ? [] : [range.start], isOpen: false };
  const all = occurrencesOf(rule, range, window.to);
  const isDone = (range.until !== undefined && range.until <= window.to) || all.length === range.count;
  return {
    source,
    dates: all.filter((date) => date >= window.from && !except.includes(date)),
    isOpen: !isDone,
  };
}

function sessionOn(date: LocalDate, { from, to, place, online }: Series): DatedSession {
  return { date, from, to, ...(place !== undefined && { place }), ...(online !== undefined && { online }) };
}

/** The last day on which anything is held; `undefined` where that is open or not known. */
export function lastDayOf({
  weekly,
  dated,
  last,
}: Pick<Timetable, 'weekly' | 'dated' | 'last'>): LocalDate | undefined {
  if (weekly.length > 0 && last === undefined) return undefined;
  return [last, ...dated.map(({ date }) => date)]
    .filter((date) => date !== undefined)
    .toSorted((one, other) => other - one)[0];
}
