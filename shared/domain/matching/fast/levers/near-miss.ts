import { GRID_MINUTES } from '../../../time/intervals.ts';
import type { GrantedChange } from '../../match-result.ts';
import type { LocalDate } from '../../../time/local-date.ts';
import { isEmpty } from '../columns/bit-masks.ts';
import type { CareCase, SessionsAtOne } from '../care/care-case.ts';
import { lostCells } from '../days/cells.ts';
import { closesBesideCourse } from './beside-course.ts';
import type { ChangedWeek, ChangesNear } from './covering-changes.ts';
import type { Family } from '../sessions/family.ts';
import { GAP_FLAG, sessionOf, type Gaps } from '../gaps/gaps.ts';
import { fewDates } from './few-dates.ts';
import type { Request } from '../request.ts';
import type { Attended, Meaning } from '../sessions/session-needs.ts';

/** What makes unmet care a near miss: some dates for a helper, or a care change; `undefined` when it is none. */
export type NearMissFound =
  | {
      readonly kind: 'helper-on-dates';
      readonly children: readonly number[];
      readonly dates: readonly LocalDate[];
    }
  | { readonly kind: 'change'; readonly change: GrantedChange };

/** The smallest change that closes all gaps of a variant, by section 6; see `nearestCareChange`. */
export function nearMissFor(
  request: Request,
  near: ChangesNear,
  family: Family,
  care: CareCase,
  gaps: Gaps,
): NearMissFound | undefined {
  const dates = fewDates(request, family, care, gaps);
  if (dates !== undefined) {
    const children = [...new Set(gaps.child.slice(0, gaps.count))].sort((one, other) => one - other);
    return { kind: 'helper-on-dates', children, dates };
  }
  if (near.changes.length === 0 || !areTouched(request, family, gaps)) return undefined;
  const mayClose = changesThatMayClose(near, family, care, gaps);
  for (let word = 0; word < near.words; word += 1) {
    for (let rest = mayClose[word] ?? 0; rest !== 0; rest &= rest - 1) {
      const changed = near.changes[word * 32 + 31 - Math.clz32(rest & -rest)];
      if (changed !== undefined && closesAll(request, family, changed, care, gaps))
        return { kind: 'change', change: changed.change };
    }
  }
  return undefined;
}

/** Whether every session with a gap lies at least partly in the child's care. */
function areTouched({ days: { times } }: Request, { weeks }: Family, gaps: Gaps): boolean {
  for (let row = 0; row < gaps.count; row += 1) {
    const time = gaps.time[row] ?? 0;
    const begin = Math.floor((times.from[time] ?? 0) / GRID_MINUTES);
    const end = Math.ceil((times.to[time] ?? 0) / GRID_MINUTES);
    if (lostCells(weeks[gaps.child[row] ?? 0], times.day[time] ?? 0, begin, end) >= end - begin) return false;
  }
  return true;
}

/** The changes after which every child with a gap is looked after during the session, as bits: others leave it, whatever the way. */
function changesThatMayClose(near: ChangesNear, family: Family, care: CareCase, gaps: Gaps): Uint32Array {
  const mask = near.mask.fill(-1);
  if (care.atOne === undefined) {
    for (let row = 0; row < gaps.count; row += 1) {
      if (isNotByCourse(care, gaps, row)) near.keepCovering(mask, gaps.child[row] ?? 0, gaps.time[row] ?? 0);
    }
    return mask;
  }
  const { rows, begin, end, where } = care.atOne;
  for (let row = begin; row < end && !isEmpty(mask); row += 1) {
    const time = rows.time[row] ?? 0;
    for (let rest = family.meaningOf(time, where).gaps; rest !== 0; rest &= rest - 1) {
      near.keepCovering(mask, 31 - Math.clz32(rest & -rest), time);
    }
  }
  return mask;
}

function isNotByCourse({ childcare }: CareCase, { flags }: Gaps, row: number): boolean {
  return childcare === undefined || ((flags[row] ?? 0) & GAP_FLAG.notByCourse) !== 0;
}

/** Whether some gap is certain to stay as it is; see DESIGN.md. */
function staysOpen({ sessions }: CareCase, gaps: Gaps, { tried }: ChangedWeek): boolean {
  if (gaps.isFull) return false;
  for (let row = 0; row < gaps.count; row += 1) {
    const flags = gaps.flags[row] ?? 0;
    const day = sessions[gaps.session[row] ?? 0]?.day ?? 0;
    const isOnlyTour = (flags & GAP_FLAG.onlyTour) !== 0;
    if ((flags & GAP_FLAG.withinDay) !== 0 && tried.isSameFor(day, gaps.child[row] ?? 0, isOnlyTour))
      return true;
  }
  return false;
}

function closesAll(
  request: Request,
  family: Family,
  changed: ChangedWeek,
  care: CareCase,
  gaps: Gaps,
): boolean {
  if (care.atOne !== undefined) return closesAtOne(family, changed, care.atOne);
  const { childcare } = care;
  if (childcare === undefined) return closesEach(changed, care, gaps);
  if (staysOpen(care, gaps, changed)) return false;
  return closesBesideCourse(request, changed, family, care, childcare, gaps);
}

/** Sessions that answer for themselves: what leaves no gap leaves none either when helpers are added. */
function closesAtOne(
  family: Family,
  { family: after, tried }: ChangedWeek,
  { rows, begin, end, where }: SessionsAtOne,
): boolean {
  for (let row = begin; row < end; row += 1) {
    const time = rows.time[row] ?? 0;
    const meaning = family.meaningOf(time, where);
    if (tried.addsOnly && meaning.gaps === 0) continue;
    if (tried.addsOnly && !coversLeast(after, meaning, rows.day[row] ?? 0)) return false;
    if (!leavesNone(after, time, where)) return false;
  }
  return true;
}

/** Whether after a change that only adds helpers what every order of stops needs is covered for the children with a gap. */
function coversLeast({ weeks }: Family, { gaps, rows, begin, count }: Meaning, day: number): boolean {
  for (let row = begin; row < begin + count; row += 1) {
    const child = rows.child[row] ?? 0;
    if ((gaps & (1 << child)) === 0) continue;
    if (lostCells(weeks[child], day, rows.leastFrom[row] ?? 0, rows.leastTo[row] ?? 0) > 0) return false;
  }
  return true;
}

/** Without childcare of the course each session answers for itself: those with a gap are asked first. */
function closesEach({ family, tried }: ChangedWeek, care: CareCase, gaps: Gaps): boolean {
  for (let row = 0; row < gaps.count; row += 1) {
    const { held, where } = sessionOf(care, gaps, row);
    if (!leavesNone(family, held.time, where)) return false;
  }
  return (
    tried.addsOnly || care.sessions.every((held) => leavesNone(family, held.time, care.attended(held.place)))
  );
}

function leavesNone(family: Family, time: number, where: Attended): boolean {
  const { isKnown, gaps } = family.meaningOf(time, where);
  return isKnown && gaps === 0;
}
