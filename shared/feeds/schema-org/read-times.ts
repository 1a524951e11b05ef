import { UNKNOWN_TIMETABLE } from '../../domain/offer/timetable-json.ts';
import { endAfterStart } from '../../domain/time/slot.ts';
import type { LocalDate } from '../../domain/time/local-date.ts';
import type { Timetable } from '../../domain/time/timetable.ts';
import type { NoticeCode } from '../notice-catalogue.ts';
import { noticeOf, type Notice, type RecordPlace } from '../notice.ts';
import { lastDayOf, timesOfSeries, type Series } from '../recurrence/series-times.ts';
import { readWallClock } from '../wall-clock.ts';
import { nodesOf, textOf, type Node } from './node.ts';
import { dateOf, readSchedule, timeOf } from './read-when.ts';

/** When a course is held; `lastDay` is absent where that is not known. */
export type ReadTimes = {
  readonly timetable: Timetable;
  readonly lastDay?: LocalDate;
  readonly notices: readonly Notice[];
};

/**
 * The sessions of a course by its schedules, the events below it, or its own start and end on one day. Nothing of all that:
 * first and last day are known, the times are not.
 */
export function readCourseTimes(course: Node | undefined, today: LocalDate, record: RecordPlace): ReadTimes {
  const range = { startDate: textOf(course, 'startDate'), endDate: textOf(course, 'endDate') };
  const [first, last] = [dateOf(range.startDate), dateOf(range.endDate)];
  const isReversed = first !== undefined && last !== undefined && last < first;
  const codes = new Set<NoticeCode>(isReversed ? ['range-differs'] : []);
  const series: Series[] = [];
  let unread = 0;
  const note = (read: { readonly series?: Series; readonly code?: NoticeCode }): void => {
    if (read.series) series.push(read.series);
    else unread += 1;
    if (read.code) codes.add(read.code);
  };
  const schedules = nodesOf(course, 'courseSchedule').concat(nodesOf(course, 'eventSchedule'));
  const events = nodesOf(course, 'subEvent');
  for (const schedule of schedules) note(readSchedule(schedule, range));
  for (const event of events) note(readEvent(textOf(event, 'startDate'), textOf(event, 'endDate')));
  if (
    schedules.length + events.length === 0 &&
    first !== undefined &&
    first === last &&
    timeOf(range.startDate) !== ''
  )
    note(readEvent(range.startDate, range.endDate));
  const notices = () => [...codes].map((code) => noticeOf(code, { record, field: 'hasCourseInstance' }));
  if (series.length === 0) {
    const days = isReversed
      ? {}
      : { ...(first !== undefined && { first }), ...(last !== undefined && { last }) };
    const end = isReversed ? undefined : last;
    return {
      timetable: { ...UNKNOWN_TIMETABLE, ...days },
      ...(end !== undefined && { lastDay: end }),
      notices: notices(),
    };
  }
  const { isCut, ...times } = timesOfSeries(series, today);
  if (isCut) codes.add('recurrence-cut');
  const lastDay = isCut || unread > 0 ? undefined : lastDayOf(times);
  return {
    timetable: {
      ...times,
      certainty: 'stated',
      complete: unread === 0,
      missing: unread === 0 ? [] : ['session-times'],
    },
    ...(lastDay !== undefined && { lastDay }),
    notices: notices(),
  };
}

/** One event: it begins and ends on one day, or in the night after it. */
function readEvent(start: string, end: string): { readonly series?: Series; readonly code?: NoticeCode } {
  const [date, endDate] = [dateOf(start), dateOf(end)];
  const [from, to] = [readWallClock(timeOf(start)), readWallClock(timeOf(end))];
  if (from === 'other-zone' || to === 'other-zone') return { code: 'time-zone-unclear' };
  if (date === undefined || endDate === undefined || typeof from === 'string' || typeof to === 'string')
    return { code: 'session-invalid' };
  const until = endAfterStart(from, to);
  const isOneSession =
    endDate === date ? until !== undefined && to > from : endDate === date + 1 && to < from;
  if (until === undefined || !isOneSession) return { code: 'session-invalid' };
  return { series: { range: { start: date }, from, to: until, except: [], extra: [] } };
}
