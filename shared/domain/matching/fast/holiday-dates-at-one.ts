import { WEEKDAYS } from '../../time/weekday.ts';
import { dateIn } from '../match-index/week-number.ts';
import { isAdded } from './added-gap.ts';
import type { SessionsAtOne } from './care-case.ts';
import type { Family } from './family.ts';
import { NEEDS_REFERENCE } from './needs-reference.ts';
import type { Request } from './request.ts';
import type { Meaning } from './session-needs.ts';
import { SESSION_FLAG, type SessionRows } from './session-rows.ts';
import { CELLS_PER_DAY, type Span } from './spans.ts';

/** On how many dates in school holidays closed schools would add a gap, of sessions that each answer for themselves. */
export function countAtOne(
  { isSchoolHoliday }: Pick<Request, 'isSchoolHoliday'>,
  ordinary: Family,
  schoolsClosed: Family,
  { rows, begin, end, where }: SessionsAtOne,
  isOneADay: boolean,
): number {
  let count = 0;
  let isApart = isOneADay;
  for (let row = begin; row < end; row += 1) {
    const time = rows.time[row] ?? 0;
    if (((rows.flags[row] ?? 0) & SESSION_FLAG.plain) !== 0) continue;
    const open = ordinary.meaningOf(time, where);
    const closed = schoolsClosed.meaningOf(time, where);
    if (!areGapsWithinDay(open) || !areGapsWithinDay(closed)) isApart = false;
    if (open.id === closed.id || (closed.isKnown && closed.gaps === 0)) continue;
    const dates = countIn(isSchoolHoliday, rows, row);
    if (dates === 0) continue;
    if (!closed.isKnown) return 0;
    if (!isAnyAdded(ordinary, schoolsClosed, open, closed, rows.day[row] ?? 0)) continue;
    count += dates;
  }
  // Another session's gap on the same date, or one that passes midnight, may hold the minutes of one already.
  if (count > 0 && !isApart) throw NEEDS_REFERENCE;
  return count;
}

function areGapsWithinDay({ gaps, rows, begin, count }: Meaning): boolean {
  if (gaps === 0) return true;
  for (let row = begin; row < begin + count; row += 1) {
    const hasGap = (gaps & (1 << (rows.child[row] ?? 0))) !== 0;
    if (hasGap && ((rows.from[row] ?? 0) < 0 || (rows.to[row] ?? 0) > CELLS_PER_DAY)) return false;
  }
  return true;
}

const WEEKS_PER_WORD = 32;

function countIn(isSchoolHoliday: Request['isSchoolHoliday'], rows: SessionRows, row: number): number {
  const { words, wordsFrom, wordsTo, firstWeek, weekday } = rows;
  const day = WEEKDAYS[weekday[row] ?? 0] ?? 0;
  const begin = wordsFrom[row] ?? 0;
  let dates = 0;
  for (let at = begin; at < (wordsTo[row] ?? 0); at += 1) {
    const first = (firstWeek[row] ?? 0) + (at - begin) * WEEKS_PER_WORD;
    for (let rest = words[at] ?? 0; rest !== 0; rest &= rest - 1) {
      if (isSchoolHoliday(dateIn(first + 31 - Math.clz32(rest & -rest), day))) dates += 1;
    }
  }
  return dates;
}

function isAnyAdded(
  ordinary: Family,
  schoolsClosed: Family,
  open: Meaning,
  closed: Meaning,
  day: number,
): boolean {
  for (let row = closed.begin; row < closed.begin + closed.count; row += 1) {
    const child = closed.rows.child[row] ?? 0;
    if ((closed.gaps & (1 << child)) === 0) continue;
    const has = { from: closed.rows.from[row] ?? 0, to: closed.rows.to[row] ?? 0 };
    if (isAdded({ ordinary, schoolsClosed }, child, day, gapOf(open, child), has)) return true;
  }
  return false;
}

const NOTHING: Span = { from: 0, to: 0 };

function gapOf({ gaps, rows, begin, count }: Meaning, child: number): Span {
  if ((gaps & (1 << child)) === 0) return NOTHING;
  for (let row = begin; row < begin + count; row += 1) {
    if (rows.child[row] === child) return { from: rows.from[row] ?? 0, to: rows.to[row] ?? 0 };
  }
  return NOTHING;
}
