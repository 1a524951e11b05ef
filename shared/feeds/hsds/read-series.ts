import { MINUTES_PER_DAY } from '../../domain/time/clock-time.ts';
import { localDateOf, parseLocalDate, type LocalDate } from '../../domain/time/local-date.ts';
import { endAfterStart } from '../../domain/time/slot.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { parseRule, type RecurrenceRule } from '../recurrence/recurrence-rule.ts';
import type { Series } from '../recurrence/series-times.ts';
import { readWallClock } from '../wall-clock.ts';
import type { HsdsSchedule } from './record.schema.ts';

/** The start of schedules that state none: they hold always. */
export const ALWAYS: LocalDate = localDateOf(1990, 1, 1);

/** A schedule as a series of sessions, or without one where its times are not known. */
export type ReadSchedule = { readonly series?: Series; readonly codes: readonly NoticeCode[] };

/** Whoever counts from UTC without saying so writes 1 or 2 here for Germany. */
const GERMAN_HOURS_FROM_UTC = ['', '1', '2', '1.0', '2.0'];
const WORKDAYS_IN_WORDS =
  /\bweekdays?\b|\bwerktags\b|\b(?:monday|mon)\s*(?:to|-|–)\s*fri(?:day)?\b|\bmo(?:ntags?)?\.?\s*(?:bis|-|–)\s*fr(?:eitags?)?\b/iu;

/**
 * A schedule by its fields of RFC 5545 and its times, in local wall-clock time: without a zone they are local, with "Z" or a
 * foreign one they are not known. Both an end and a count, or a text that names other days, is a contradiction; the fields win
 * then, the narrower end first.
 */
export function readSeries(schedule: HsdsSchedule): ReadSchedule {
  const rule = ruleOf(schedule);
  const contradiction = contradictsItself(schedule) ? (['recurrence-contradicts'] as const) : [];
  const unread = (...codes: readonly NoticeCode[]): ReadSchedule => ({ codes: [...contradiction, ...codes] });
  const [from, to] = [readWallClock(schedule.opens_at), readWallClock(schedule.closes_at)];
  if (from === 'other-zone' || to === 'other-zone' || !GERMAN_HOURS_FROM_UTC.includes(schedule.timezone))
    return unread('time-zone-unclear');
  if (from === 'empty' && to === 'empty') return unread();
  if (typeof from === 'string' || typeof to === 'string' || from >= MINUTES_PER_DAY)
    return unread('session-invalid');
  const end = endAfterStart(from, to);
  if (end === undefined) return unread('session-invalid');
  const range = rangeOf(schedule, rule);
  if (rule === undefined || range === undefined) return unread('recurrence-unreadable');
  return { series: { rule, range, from, to: end, except: [], extra: [] }, codes: contradiction };
}

function ruleOf(schedule: HsdsSchedule): RecurrenceRule | undefined {
  const { freq, interval, byday, byweekno, bymonthday, byyearday, wkst } = schedule;
  return parseRule({
    freq: freq === '' && byday !== '' ? 'weekly' : freq,
    interval,
    byday,
    byweekno,
    bymonthday,
    byyearday,
    wkst,
  });
}

function rangeOf(
  { dtstart, valid_from, until, valid_to, count }: HsdsSchedule,
  rule: RecurrenceRule | undefined,
): Series['range'] | undefined {
  const start = dateOf(dtstart) ?? dateOf(valid_from);
  const ends = [dateOf(until), dateOf(valid_to)].filter((date) => date !== undefined);
  const hasWrongDate = [dtstart, valid_from, until, valid_to].some(
    (text) => text !== '' && dateOf(text) === undefined,
  );
  const needsStart =
    rule === undefined ||
    rule.interval > 1 ||
    rule.byDay.length + rule.byMonthDay.length === 0 ||
    count !== '';
  if (hasWrongDate || (start === undefined && needsStart) || !/^(?:[1-9]\d{0,3})?$/.test(count))
    return undefined;
  const last = ends.toSorted((one, other) => one - other)[0];
  if (last !== undefined && last < (start ?? ALWAYS)) return undefined;
  return {
    start: start ?? ALWAYS,
    ...(last !== undefined && { until: last }),
    ...(count !== '' && { count: Number(count) }),
  };
}

/** The calendar date as written, whatever time stands behind it. */
export function dateOf(text: string): LocalDate | undefined {
  const date = parseLocalDate(/^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text)?.[1] ?? '');
  return date !== undefined && date >= ALWAYS ? date : undefined;
}

/** Both an end and a count, or words that say Monday to Friday beside other days. */
function contradictsItself({ until, count, description, byday }: HsdsSchedule): boolean {
  if (until !== '' && count !== '') return true;
  const named = parseRule({ freq: 'weekly', byday })?.byDay.map(({ day }) => day);
  if (named === undefined || named.length === 0 || !WORKDAYS_IN_WORDS.test(description)) return false;
  return [0, 1, 2, 3, 4].some((workday) => !named.some((day) => day === workday));
}
