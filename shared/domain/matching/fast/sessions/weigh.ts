import { GRID_MINUTES } from '../../../time/intervals.ts';
import { lostCells } from '../days/cells.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { DayClass } from '../days/day-classes.ts';
import {
  concernedBy,
  type Attended,
  type Meaning,
  type SessionNeeds,
  type SessionTime,
} from './session-needs.ts';
import type { SessionTimes } from './session-times.ts';
import { CELLS_PER_DAY } from '../days/spans.ts';
import type { HalfPlan, PlanFor } from '../ways/tour-plans.ts';

/** Whether some children (bits) are looked after during a whole session; each that is not has a gap, whatever the way. */
export function areCoveredDuring(
  weeks: readonly ChildWeek[],
  children: number,
  { day, from, to }: SessionTime,
): boolean {
  const begin = Math.floor(from / GRID_MINUTES);
  const end = Math.ceil(to / GRID_MINUTES);
  for (let rest = children; rest !== 0; rest &= rest - 1) {
    if (lostCells(weeks[31 - Math.clz32(rest & -rest)], day, begin, end) > 0) return false;
  }
  return true;
}

/** The same of a numbered time. */
export function areCoveredAt(
  weeks: readonly ChildWeek[],
  children: number,
  { day, from, to }: SessionTimes,
  time: number,
): boolean {
  const begin = Math.floor((from[time] ?? 0) / GRID_MINUTES);
  const end = Math.ceil((to[time] ?? 0) / GRID_MINUTES);
  for (let rest = children; rest !== 0; rest &= rest - 1) {
    const week = weeks[31 - Math.clz32(rest & -rest)];
    if (lostCells(week, day[time] ?? 0, begin, end) > 0) return false;
  }
  return true;
}

/** Writes what a session means for children with these weeks, by section 3 of the matching page. */
export function weigh(
  classes: readonly DayClass[],
  weeks: readonly ChildWeek[],
  planFor: PlanFor,
  { day, from, to }: SessionTime,
  { spot, isOnline }: Attended,
  needs: SessionNeeds,
): void {
  const { rows } = needs;
  const concerned = concernedBy(classes, day, isOnline);
  needs.isKnown = true;
  needs.isOnlyTour = true;
  needs.isWithinDay = true;
  needs.gaps = 0;
  needs.count = 0;
  if (concerned === 0) return;
  for (let child = 0; child < weeks.length; child += 1) {
    if ((concerned & (1 << child)) === 0) continue;
    rows.child[needs.count] = child;
    rows.at[needs.count] = weeks[child]?.whereDuring(day, from, to) ?? 0;
    needs.count += 1;
  }
  const plan = planFor(needs, concerned, spot);
  if (plan === undefined) {
    needs.isKnown = false;
    return;
  }
  const there = bestHalf(weeks, needs, plan.there, day, from, BEFORE).ahead;
  const back = bestHalf(weeks, needs, plan.back, day, to, AFTER).ahead;
  needs.isOnlyTour = plan.there.length === 1 && plan.back.length === 1;
  for (let row = 0; row < needs.count; row += 1) {
    const begin = Math.floor((from - (there[row] ?? 0)) / GRID_MINUTES);
    const end = Math.ceil((to + (back[row] ?? 0)) / GRID_MINUTES);
    rows.from[row] = begin;
    rows.to[row] = end;
    rows.leastFrom[row] = begin;
    rows.leastTo[row] = end;
    rows.mostFrom[row] = begin;
    rows.mostTo[row] = end;
    if (!needs.isOnlyTour) {
      rows.leastFrom[row] = Math.floor((from - leastAhead(plan.there, row)) / GRID_MINUTES);
      rows.leastTo[row] = Math.ceil((to + leastAhead(plan.back, row)) / GRID_MINUTES);
      rows.mostFrom[row] = Math.floor((from - mostAhead(plan.there, row)) / GRID_MINUTES);
      rows.mostTo[row] = Math.ceil((to + mostAhead(plan.back, row)) / GRID_MINUTES);
    }
  }
  needs.gaps = gapsIn(weeks, day, needs);
  needs.isWithinDay = isWithinDay(needs);
}

/** The children, as bits, that are not looked after during all of their needs in these weeks. */
export function gapsIn(
  weeks: readonly ChildWeek[],
  day: number,
  { rows, begin, count }: Pick<Meaning, 'rows' | 'begin' | 'count'>,
): number {
  let gaps = 0;
  for (let row = begin; row < begin + count; row += 1) {
    const child = rows.child[row] ?? 0;
    if (lostCells(weeks[child], day, rows.from[row] ?? 0, rows.to[row] ?? 0) > 0) gaps |= 1 << child;
  }
  return gaps;
}

/** Other orders of stops may take longer, but not by more than this. */
const DETOUR_CELLS = 240 / GRID_MINUTES;

function isWithinDay({ count, rows: { from, to }, isOnlyTour }: SessionNeeds): boolean {
  const detour = isOnlyTour ? 0 : DETOUR_CELLS;
  for (let row = 0; row < count; row += 1) {
    if ((from[row] ?? 0) < detour || (to[row] ?? 0) > CELLS_PER_DAY - detour) return false;
  }
  return true;
}

/** Whether a half of a tour lies before a session or after it. */
const BEFORE = -1;
const AFTER = 1;

/** The first of the halves with the fewest uncovered cells between the session's `edge`, in minutes, and the handovers. */
function bestHalf(
  weeks: readonly ChildWeek[],
  needs: SessionNeeds,
  halves: readonly HalfPlan[],
  day: number,
  edge: number,
  side: typeof BEFORE | typeof AFTER,
): HalfPlan {
  let found = firstOf(halves);
  if (halves.length === 1) return found;
  let least = Number.POSITIVE_INFINITY;
  for (const plan of halves) {
    let lost = 0;
    for (let row = 0; row < needs.count; row += 1) {
      const handover = edge + side * (plan.ahead[row] ?? 0);
      const begin = Math.floor(Math.min(edge, handover) / GRID_MINUTES);
      const end = Math.ceil(Math.max(edge, handover) / GRID_MINUTES);
      lost += lostCells(weeks[needs.rows.child[row] ?? 0], day, begin, end);
    }
    if (lost >= least) continue;
    found = plan;
    least = lost;
    if (lost === 0) break;
  }
  return found;
}

/** The fewest minutes between a session and a handover. */
function leastAhead(halves: readonly HalfPlan[], row: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { ahead } of halves) least = Math.min(least, ahead[row] ?? 0);
  return least;
}

/** The most minutes between a session and a handover. */
function mostAhead(halves: readonly HalfPlan[], row: number): number {
  let most = 0;
  for (const { ahead } of halves) most = Math.max(most, ahead[row] ?? 0);
  return most;
}

function firstOf(halves: readonly HalfPlan[]): HalfPlan {
  const [first] = halves;
  if (first === undefined) throw new Error('there is at least one order of stops');
  return first;
}
