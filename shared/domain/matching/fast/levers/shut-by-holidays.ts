import type { CareCase, SessionsAtOne } from '../care/care-case.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { areAllWithinDay, areGapsWithinDay, NOT_KNOWN, openDatesOf } from '../gaps/holiday-dates-at-one.ts';
import { isSet, setBit } from './trial-masks.ts';
import { isWithinDayAnyhow, type LeftSessions } from './left-sessions.ts';
import type { Family } from '../sessions/family.ts';
import type { Request } from '../request.ts';
import { SESSION_FLAG } from '../sessions/session-rows.ts';

/**
 * Adds the changes after which too many holiday dates stay open: on days that a change leaves as they are those that are open now, on others
 * those that are open after it. Only where no two sessions are on one date and no gap passes midnight, which might hold another day's minutes.
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
  if (datesInHolidays(request, atOne) <= most || !areAllWithinDay(ordinary, schoolsClosed, atOne)) return;
  const { begin, end } = atOne;
  const open = new Int32Array(end - begin);
  for (let row = begin; row < end; row += 1) {
    open[row - begin] = openDatesOf(request, ordinary, schoolsClosed, atOne, row);
  }
  if (open.includes(NOT_KNOWN)) return;
  const isWithin = areWithinDayAnyhow(ordinary, schoolsClosed, atOne);
  trials.forEach((trial, at) => {
    if (isSet(shut, at)) return;
    const isLeft = (row: number): boolean => left.isLeft(row, at);
    let dates = 0;
    for (let row = begin; row < end && dates <= most; row += 1) {
      if (isLeft(row)) dates += open[row - begin] ?? 0;
    }
    if (dates <= most) dates += openAfter(request, trial, atOne, isLeft, most - dates);
    if (dates <= most) return;
    if ((isWithin && trial.tried?.addsOnly === true) || areChangedWithinDay(trial, atOne, isLeft))
      setBit(shut, at);
  });
}

function areWithinDayAnyhow(
  ordinary: Family,
  schoolsClosed: Family,
  { rows, begin, end, where }: SessionsAtOne,
): boolean {
  for (let row = begin; row < end; row += 1) {
    const time = rows.time[row] ?? 0;
    if (!isWithinDayAnyhow(ordinary.meaningOf(time, where))) return false;
    if (!isWithinDayAnyhow(schoolsClosed.meaningOf(time, where))) return false;
  }
  return true;
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
  isLeft: (row: number) => boolean,
  enough: number,
): number {
  if (schoolsClosed === undefined) return 0;
  let dates = 0;
  for (let row = atOne.begin; row < atOne.end && dates <= enough; row += 1) {
    if (!isLeft(row)) dates += Math.max(0, openDatesOf(request, ordinary, schoolsClosed, atOne, row));
  }
  return dates;
}

/** Whether after a change the ways to all sessions are known and no gap on the days that it changes passes midnight. */
function areChangedWithinDay(
  { families: { ordinary, schoolsClosed } }: CareTerms,
  { rows, begin, end, where }: SessionsAtOne,
  isLeft: (row: number) => boolean,
): boolean {
  for (let row = begin; row < end; row += 1) {
    if (isLeft(row)) continue;
    const time = rows.time[row] ?? 0;
    for (const family of [ordinary, schoolsClosed]) {
      const meaning = family?.meaningOf(time, where);
      if (meaning === undefined || !meaning.isKnown || !areGapsWithinDay(meaning)) return false;
    }
  }
  return true;
}
