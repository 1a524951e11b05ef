import type { SessionsAtOne } from '../care/care-case.ts';
import type { Family } from '../sessions/family.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import type { Request } from '../request.ts';
import type { Meaning } from '../sessions/session-needs.ts';
import { SESSION_FLAG } from '../sessions/session-rows.ts';
import { CELLS_PER_DAY } from '../days/spans.ts';

/**
 * On how many dates in school holidays closed schools would add a gap, of sessions that each answer for themselves. No more is counted than tells
 * that there are too many.
 */
export function countAtOne(
  request: Pick<Request, 'inHolidays' | 'isAnyAdded' | 'frame'>,
  ordinary: Family,
  schoolsClosed: Family,
  atOne: SessionsAtOne,
  isOneADay: boolean,
): number {
  const most = request.frame.region.figures.maxOpenHolidayDates;
  let count = 0;
  let areTold: boolean | undefined;
  for (let row = atOne.begin; row < atOne.end; row += 1) {
    const dates =
      count > most
        ? unknownDatesOf(request, schoolsClosed, atOne, row)
        : openDatesOf(request, ordinary, schoolsClosed, atOne, row);
    if (dates === 0) continue;
    if (dates === NOT_KNOWN) return 0;
    // Another session's gap on the same date, or one that passes midnight, may hold these minutes already.
    areTold ??= isOneADay && isTrueOfAll(ordinary, schoolsClosed, atOne, areGapsWithinDay);
    if (!areTold) throw NEEDS_REFERENCE;
    count += dates;
  }
  return count;
}

/** A way is not known while schools are closed. */
export const NOT_KNOWN = -1;

/** The same of the sessions of one row, each for itself; NOT_KNOWN when a way is not known on any of them. */
export function openDatesOf(
  request: Pick<Request, 'inHolidays' | 'isAnyAdded'>,
  ordinary: Family,
  schoolsClosed: Family,
  { rows, where }: SessionsAtOne,
  row: number,
): number {
  if (((rows.flags[row] ?? 0) & SESSION_FLAG.plain) !== 0) return 0;
  const dates = request.inHolidays(rows, row);
  if (dates === 0) return 0;
  const time = rows.time[row] ?? 0;
  const open = ordinary.meaningOf(time, where);
  const closed = schoolsClosed.meaningOf(time, where);
  if (open.id === closed.id) return 0;
  if (!closed.isKnown) return NOT_KNOWN;
  if (closed.gaps === 0) return 0;
  return request.isAnyAdded({ ordinary, schoolsClosed }, open, closed, rows.day[row] ?? 0) ? dates : 0;
}

/** NOT_KNOWN when sessions of a row are in school holidays and a way is not known then; else 0. */
function unknownDatesOf(
  { inHolidays }: Pick<Request, 'inHolidays'>,
  schoolsClosed: Family,
  { rows, where }: SessionsAtOne,
  row: number,
): number {
  if (((rows.flags[row] ?? 0) & SESSION_FLAG.plain) !== 0) return 0;
  if (schoolsClosed.meaningOf(rows.time[row] ?? 0, where).isKnown) return 0;
  return inHolidays(rows, row) === 0 ? 0 : NOT_KNOWN;
}

/** Whether something is true of all that the sessions mean, while schools are closed too. */
export function isTrueOfAll(
  ordinary: Family,
  schoolsClosed: Family,
  { rows, begin, end, where }: SessionsAtOne,
  isTrue: (meaning: Meaning) => boolean,
): boolean {
  for (let row = begin; row < end; row += 1) {
    const time = rows.time[row] ?? 0;
    if (!isTrue(ordinary.meaningOf(time, where)) || !isTrue(schoolsClosed.meaningOf(time, where)))
      return false;
  }
  return true;
}

/** Whether no need with a gap passes midnight. */
export function areGapsWithinDay({ gaps, rows, begin, count }: Meaning): boolean {
  if (gaps === 0) return true;
  for (let row = begin; row < begin + count; row += 1) {
    const hasGap = (gaps & (1 << (rows.child[row] ?? 0))) !== 0;
    if (hasGap && ((rows.from[row] ?? 0) < 0 || (rows.to[row] ?? 0) > CELLS_PER_DAY)) return false;
  }
  return true;
}
