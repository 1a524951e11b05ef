import { GRID_MINUTES } from '../../time/intervals.ts';
import { dateIn } from '../match-index/week-number.ts';
import { gapsAmong, type CareCase, type CaseSessions, type OpenGap } from './care-case.ts';
import type { Families, Request } from './request.ts';
import { forEachWeek } from './held.ts';
import { NeedsReference } from './needs-reference.ts';
import { lostCells } from './outcome.ts';

/** On how many dates in school holidays closed schools would add a gap. */
export function countHolidayDates(request: Request, families: Families, care: CareCase): number {
  const { schoolsClosed, ordinary } = families;
  if (schoolsClosed === undefined) return 0;
  let count = 0;
  for (const sessions of care.sessions) {
    if (sessions.held.isPlain) continue;
    const before = gapsIn(request, ordinary, care, sessions);
    const after = gapsIn(request, schoolsClosed, care, sessions);
    const isAlone = care.isOneADay || (care.childcare === undefined && after !== undefined);
    if (!isAlone) throw new NeedsReference();
    if (before === undefined || after === undefined) continue;
    if (!after.some((gap) => isAdded(gap, before))) continue;
    if (!care.isOneADay) throw new NeedsReference();
    count += datesInHolidays(request, sessions);
  }
  return count;
}

function gapsIn(
  request: Request,
  { outcome: outcomeIn }: Families['ordinary'],
  { childcare }: CareCase,
  sessions: CaseSessions,
): readonly OpenGap[] | undefined {
  const outcome = outcomeIn(sessions.kind);
  return outcome.needs === undefined ? undefined : gapsAmong(request, childcare, [{ sessions, outcome }]);
}

function isAdded({ need, outcome }: OpenGap, before: readonly OpenGap[]): boolean {
  const had = before.find((gap) => gap.need.child === need.child);
  if (had === undefined) return true;
  for (let cell = need.from; cell < need.to; cell += GRID_MINUTES) {
    const at = cell / GRID_MINUTES;
    const isLost = lostCells(outcome.weeks[need.child], outcome.kind.day, at, at + 1) > 0;
    const wasNeeded = had.need.from <= cell && cell < had.need.to;
    const week = had.outcome.weeks[need.child];
    const wasLost = wasNeeded && lostCells(week, had.outcome.kind.day, at, at + 1) > 0;
    if (isLost && !wasLost) return true;
  }
  return false;
}

function datesInHolidays({ frame }: Request, { held }: CaseSessions): number {
  let dates = 0;
  forEachWeek(held, (week) => {
    const date = dateIn(week, held.weekday);
    if (frame.region.schoolHolidays.some(({ first, last }) => first <= date && date <= last)) dates += 1;
  });
  return dates;
}
