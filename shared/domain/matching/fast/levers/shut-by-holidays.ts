import type { CareCase, SessionsAtOne } from '../care/care-case.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { areGapsWithinDay, isTrueOfAll, NOT_KNOWN, openDatesOf } from '../gaps/holiday-dates-at-one.ts';
import { isSet, setBit } from '../columns/bit-masks.ts';
import { isWithinDayAnyhow, type LeftSessions } from './left-sessions.ts';
import type { Request } from '../request.ts';
import { SESSION_FLAG } from '../sessions/session-rows.ts';

/**
 * Adds the changes after which too many holiday dates stay open, where too many are open now: of sessions that a change leaves as they are those that
 * are open now, of others those that are open after it. Only where no two sessions are on one date and no gap passes midnight, which might hold another day's minutes.
 */
export function shutByHolidays(
  { request, families }: CareTerms,
  trials: readonly CareTerms[],
  left: LeftSessions,
  care: CareCase,
  shut: Uint32Array,
): void {
  const { atOne, isOneADay } = care;
  const { ordinary, schoolsClosed } = families;
  const most = request.frame.region.figures.maxOpenHolidayDates;
  if (atOne === undefined || schoolsClosed === undefined || !isOneADay) return;
  if (
    datesInHolidays(request, atOne) <= most ||
    !isTrueOfAll(ordinary, schoolsClosed, atOne, areGapsWithinDay)
  )
    return;
  const { begin, end } = atOne;
  const open = new Int32Array(end - begin);
  for (let row = begin; row < end; row += 1) {
    open[row - begin] = openDatesOf(request, ordinary, schoolsClosed, atOne, row);
  }
  if (open.includes(NOT_KNOWN)) return;
  const staying = stayingDates(open, trials.length, left, begin);
  if (staying.total <= most) return;
  const isWithin = isTrueOfAll(ordinary, schoolsClosed, atOne, isWithinDayAnyhow);
  trials.forEach((trial, at) => {
    if (isSet(shut, at)) return;
    const stay = staying.after[at] ?? 0;
    if (stay <= most && stay + openAfter(request, trial, atOne, left, at, most - stay) <= most) return;
    if ((isWithin && trial.tried?.addsOnly === true) || areChangedWithinDay(trial, atOne, left, at))
      setBit(shut, at);
  });
}

/** How many holiday dates are open now, and after each change of those the sessions that it leaves as they are. */
function stayingDates(
  open: Int32Array,
  changes: number,
  left: LeftSessions,
  begin: number,
): { readonly total: number; readonly after: Int32Array } {
  const total = open.reduce((sum, dates) => sum + dates, 0);
  const after = new Int32Array(changes).fill(total);
  open.forEach((dates, row) => {
    if (dates === 0) return;
    const leaving = left.leaving(begin + row);
    for (let at = 0; at < changes; at += 1) {
      if (!isSet(leaving, at)) after[at] = (after[at] ?? 0) - dates;
    }
  });
  return { total, after };
}

/** On how many dates the sessions are in school holidays. */
function datesInHolidays({ inHolidays }: Request, { rows, begin, end }: SessionsAtOne): number {
  let dates = 0;
  for (let row = begin; row < end; row += 1) {
    if (((rows.flags[row] ?? 0) & SESSION_FLAG.plain) === 0) dates += inHolidays(rows, row);
  }
  return dates;
}

/** How many holiday dates are open on days that a change touches, as far as it has to be known whether they are more than `enough`. */
function openAfter(
  request: Request,
  { families: { ordinary, schoolsClosed } }: CareTerms,
  atOne: SessionsAtOne,
  left: LeftSessions,
  at: number,
  enough: number,
): number {
  if (schoolsClosed === undefined) return 0;
  let dates = 0;
  for (let row = atOne.begin; row < atOne.end && dates <= enough; row += 1) {
    if (!left.isLeft(row, at))
      dates += Math.max(0, openDatesOf(request, ordinary, schoolsClosed, atOne, row));
  }
  return dates;
}

/** Whether after a change the ways to all sessions are known and no gap on the days that it changes passes midnight. */
function areChangedWithinDay(
  { families: { ordinary, schoolsClosed } }: CareTerms,
  { rows, begin, end, where }: SessionsAtOne,
  left: LeftSessions,
  at: number,
): boolean {
  for (let row = begin; row < end; row += 1) {
    if (left.isLeft(row, at)) continue;
    const time = rows.time[row] ?? 0;
    for (const family of [ordinary, schoolsClosed]) {
      const meaning = family?.meaningOf(time, where);
      if (meaning === undefined || !meaning.isKnown || !areGapsWithinDay(meaning)) return false;
    }
  }
  return true;
}
