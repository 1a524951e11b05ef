import { MINUTES_PER_DAY, type Minutes } from '../../domain/time/clock-time.ts';
import { addDays, calendarParts, localDateOf, type LocalDate } from '../../domain/time/local-date.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { occurrencesOf, type RecurrenceRange } from '../recurrence/occurrences.ts';
import { parseRule, type RecurrenceRule } from '../recurrence/recurrence-rule.ts';
import type { Series } from '../recurrence/series-times.ts';
import { untilOf, type CalendarEvent, type Stamp } from './event.ts';
import { inGermany, zoneKind, type LocalMoment } from './local-moment.ts';

/** An entry as series of sessions on German clocks. `isComplete`: every date of it has its time. */
export type EventTimes = {
  readonly series: readonly Series[];
  readonly isComplete: boolean;
  readonly isCut: boolean;
  readonly codes: readonly NoticeCode[];
};

/** Longer is no session but a period in which something takes place. */
const LONGEST_MINUTES = 14 * 60;
const NO_TIMES: EventTimes = { series: [], isComplete: false, isCut: false, codes: [] };

/**
 * The sessions of one entry. In German and floating time a rule is followed on the clock and stays one series; in any other
 * zone, UTC too, each occurrence is put on German clocks by itself, as a change of the clock moves some and not others.
 */
export function seriesOf(event: CalendarEvent, today: LocalDate): EventTimes {
  const { start } = event;
  if (start?.minutes === undefined) return NO_TIMES; // whole days have no times
  const kind = zoneKind(start.zone);
  if (kind === 'unknown') return { ...NO_TIMES, codes: ['time-zone-unclear'] };
  const length = lengthOf(event, start);
  if (length === undefined) return { ...NO_TIMES, codes: ['session-invalid'] };
  if (length > LONGEST_MINUTES) return { ...NO_TIMES, codes: ['session-placeholder'] };
  const rule = event.rule === undefined ? undefined : parseRule(event.rule);
  if (
    event.rule !== undefined &&
    (rule === undefined || event.rule['bysetpos'] !== undefined || event.rule['byhour'] !== undefined)
  )
    return { ...NO_TIMES, codes: ['recurrence-unreadable'] };
  const range = rangeOf(event, start);
  const codes: readonly NoticeCode[] =
    event.rule?.['until'] !== undefined && event.rule['count'] !== undefined
      ? ['recurrence-contradicts']
      : [];
  const timed = { ...start, minutes: start.minutes };
  const except = event.except.map((stamp) => dateIn(stamp, timed));
  const extra = event.extra.flatMap(
    (stamp) =>
      sessionAt(
        stamp.minutes === undefined ? { ...timed, date: stamp.date } : { ...stamp, minutes: stamp.minutes },
        length,
      ) ?? [],
  );
  const isComplete = extra.length === event.extra.length;
  if (kind === 'german') {
    const [from, to] = [timed.minutes, timed.minutes + length];
    const held: Series = { ...(rule && { rule }), range, from, to, except, extra: [] };
    return { series: [held, ...extra], isComplete, isCut: false, codes };
  }
  const horizon = localDateOf(calendarParts(today).year + 1, 12, 31);
  const dates = datesIn(rule, range, horizon).filter((date) => !except.includes(date));
  const single = dates.flatMap((date) => sessionAt({ ...timed, date }, length) ?? []);
  const isCut = rule !== undefined && range.count === undefined && (range.until ?? horizon) >= horizon;
  return { series: [...single, ...extra], isComplete, isCut, codes };
}

function datesIn(
  rule: RecurrenceRule | undefined,
  range: RecurrenceRange,
  horizon: LocalDate,
): readonly LocalDate[] {
  return rule === undefined ? [range.start] : occurrencesOf(rule, range, horizon);
}

/** One session on German clocks. */
function sessionAt(stamp: Stamp & LocalMoment, length: Minutes): Series | undefined {
  if (zoneKind(stamp.zone) === 'unknown') return undefined;
  const { date, minutes } = zoneKind(stamp.zone) === 'german' ? stamp : inGermany(stamp, stamp.zone);
  return { range: { start: date }, from: minutes, to: minutes + length, except: [], extra: [] };
}

/** The date of a stamp on the clocks of the start: a left-out occurrence may be named in UTC. */
export function dateIn(stamp: Stamp, start: Stamp): LocalDate {
  const isSame = stamp.minutes === undefined || stamp.zone === start.zone || stamp.zone === '';
  if (isSame || zoneKind(start.zone) !== 'german' || zoneKind(stamp.zone) !== 'other') return stamp.date;
  return inGermany({ date: stamp.date, minutes: stamp.minutes }, stamp.zone).date;
}

/** From the start to the end or for the duration, in minutes; `undefined` when neither is stated or the end is not later. */
function lengthOf({ end, duration }: CalendarEvent, start: Stamp): Minutes | undefined {
  const stated = /^P(?:(\d{1,2})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d+S)?)?$/.exec(duration);
  const lasting =
    stated === null
      ? undefined
      : Number(stated[1] ?? 0) * MINUTES_PER_DAY + Number(stated[2] ?? 0) * 60 + Number(stated[3] ?? 0);
  const until =
    end?.minutes === undefined || start.minutes === undefined ? undefined : momentOf(end) - momentOf(start);
  const length = until ?? lasting;
  return length === undefined || length <= 0 ? undefined : length;
}

/** Minutes on German clocks where zones differ, else on those of the zone. */
function momentOf(stamp: Stamp): number {
  const { date, minutes } =
    zoneKind(stamp.zone) === 'other'
      ? inGermany({ date: stamp.date, minutes: stamp.minutes ?? 0 }, stamp.zone)
      : stamp;
  return date * MINUTES_PER_DAY + (minutes ?? 0);
}

/** `UNTIL` is a moment: an occurrence later on its day is not held any more. */
function rangeOf({ rule }: CalendarEvent, start: Stamp): RecurrenceRange {
  const stated = rule === undefined ? undefined : untilOf(rule);
  const count = rule?.['count'];
  const isMoment = stated?.minutes !== undefined;
  const last = stated && dateIn(stated, start);
  const moment =
    stated?.minutes === undefined
      ? undefined
      : zoneKind(start.zone) === 'german' && stated.zone === 'UTC'
        ? inGermany({ date: stated.date, minutes: stated.minutes }, 'UTC').minutes
        : stated.minutes;
  const isBefore = isMoment && (moment ?? 0) < (start.minutes ?? 0);
  return {
    start: start.date,
    ...(last !== undefined && { until: isBefore ? addDays(last, -1) : last }),
    ...(count !== undefined && /^[1-9]\d{0,3}$/.test(count) && { count: Number(count) }),
  };
}
