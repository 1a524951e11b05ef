import { MINUTES_PER_DAY } from '../../domain/time/clock-time.ts';
import { parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts';
import { endAfterStart } from '../../domain/time/slot.ts';
import type { Weekday } from '../../domain/time/weekday.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { readWeekdays } from '../read-weekdays.ts';
import { parseRule, type RecurrenceRule } from '../recurrence/recurrence-rule.ts';
import type { Series } from '../recurrence/series-times.ts';
import { readWallClock } from '../wall-clock.ts';
import { bareTerm, textOf, textsOf, type Node } from './node.ts';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Zones whose clocks always show the same as in Germany. */
const GERMAN_ZONES =
  /^$|^Europe\/(?:Berlin|Busingen|Vienna|Zurich|Paris|Amsterdam|Brussels|Luxembourg|Copenhagen|Rome|Madrid|Prague|Warsaw)$/;
const FREQUENCIES = new Set(['daily', 'weekly', 'monthly', 'yearly']);
const PERIODS: ReadonlyMap<string, string> = new Map(
  Object.entries({ D: 'daily', W: 'weekly', M: 'monthly', Y: 'yearly' }),
);

/** A Schedule as a series of sessions, or why not. */
export type ReadSchedule = { readonly series?: Series; readonly code?: NoticeCode };

/** Days a text or an address of schema.org names: `https://schema.org/Monday`, `Mo`, `Montag`, `MO`; `undefined` = another word. */
export function readDays(texts: readonly string[]): readonly Weekday[] | undefined {
  const named = texts.map(bareTerm).filter((text) => !/^PublicHolidays$/iu.test(text));
  return readWeekdays(named.join(','));
}

/** The calendar date of a date or a moment, as written. */
export function dateOf(text: string): LocalDate | undefined {
  return parseLocalDate(/^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text.trim())?.[1] ?? '');
}

/** The time of the day in `2025-05-05T09:00:00+02:00`, else none. */
export function timeOf(text: string): string {
  return /T(\S+)$/.exec(text.trim())?.[1] ?? '';
}

/**
 * A Schedule, with the range of its course where it has none itself. Wall-clock time; a zone in which clocks do not always show
 * German time, and a rule that nobody can follow, leave it unknown.
 */
export function readSchedule(
  schedule: Node,
  course: { readonly startDate: string; readonly endDate: string },
): ReadSchedule {
  if (!GERMAN_ZONES.test(textOf(schedule, 'scheduleTimezone'))) return { code: 'time-zone-unclear' };
  const from = readWallClock(textOf(schedule, 'startTime') || timeOf(textOf(schedule, 'startDate')));
  const stated = readWallClock(textOf(schedule, 'endTime'));
  if (from === 'other-zone' || stated === 'other-zone') return { code: 'time-zone-unclear' };
  const to =
    stated === 'empty' && typeof from === 'number' ? lasting(from, textOf(schedule, 'duration')) : stated;
  const end =
    typeof from === 'number' && typeof to === 'number' && from < MINUTES_PER_DAY
      ? endAfterStart(from, to)
      : undefined;
  if (typeof from !== 'number' || end === undefined) return { code: 'session-invalid' };
  const start = dateOf(textOf(schedule, 'startDate')) ?? dateOf(course.startDate);
  const until = dateOf(textOf(schedule, 'endDate')) ?? dateOf(course.endDate);
  const count = textOf(schedule, 'repeatCount');
  const rule = ruleOf(schedule);
  const isRange =
    start !== undefined && (until === undefined || until >= start) && /^(?:[1-9]\d{0,3})?$/.test(count);
  if (rule === undefined || !isRange) return { code: 'recurrence-unreadable' };
  const range = {
    start,
    ...(until !== undefined && { until }),
    ...(count !== '' && { count: Number(count) }),
  };
  const except = textsOf(schedule, 'exceptDate').flatMap((text) => dateOf(text) ?? []);
  return { series: { rule, range, from, to: end, except, extra: [] } };
}

/** `P1W`, `Weekly` or only the days; weeks of a month make a monthly rule. */
function ruleOf(schedule: Node): RecurrenceRule | undefined {
  const stated = bareTerm(textOf(schedule, 'repeatFrequency'));
  const period = /^P(\d{1,3})([DWMY])$/.exec(stated);
  const unit = PERIODS.get(period?.[2] ?? '');
  const dayTexts = textsOf(schedule, 'byDay').map(bareTerm);
  const monthDays = textsOf(schedule, 'byMonthDay').join(',');
  const weeks = textsOf(schedule, 'byMonthWeek');
  const isNumbered = dayTexts.length > 0 && dayTexts.every((text) => /^[+-]?\d[A-Z]{2}$/.test(text));
  const days = dayTexts.length === 0 || isNumbered ? [] : readDays(dayTexts);
  if (days === undefined) return undefined;
  const codes = days.map((day) => CODES[day]);
  const plain = weeks.length === 0 ? codes : weeks.flatMap((week) => codes.map((code) => `${week}${code}`));
  const byday = isNumbered ? dayTexts : plain;
  const isOfMonth = monthDays !== '' || weeks.length > 0 || isNumbered;
  const implied = isOfMonth ? 'monthly' : byday.length > 0 ? 'weekly' : '';
  const named = FREQUENCIES.has(stated.toLowerCase()) ? stated.toLowerCase() : 'unknown';
  const freq = unit ?? (stated === '' ? implied : named);
  return parseRule({
    freq: isOfMonth && freq === 'weekly' ? 'monthly' : freq,
    interval: period?.[1] ?? '',
    byday: byday.join(','),
    bymonthday: monthDays,
    bymonth: textsOf(schedule, 'byMonth').join(','),
  });
}

function lasting(from: number, duration: string): number | 'unreadable' {
  const parts = /^PT(?:(\d{1,2})H)?(?:(\d{1,3})M)?$/.exec(duration.trim());
  const minutes = Number(parts?.[1] ?? 0) * 60 + Number(parts?.[2] ?? 0);
  return parts === null || minutes === 0 || minutes >= MINUTES_PER_DAY
    ? 'unreadable'
    : (from + minutes) % MINUTES_PER_DAY;
}
