import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import { nextCovered, nextLost } from '../days/cells.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { Openings } from './day-openings.ts';
import type { Family } from '../sessions/family.ts';
import type { Gaps } from '../gaps/gaps.ts';
import type { Request } from '../request.ts';

/** Leaves in a mask the hours that cover each part of a gap, widened where it touches booked care. */
export function keepCovering(
  request: Request,
  openings: Openings,
  { weeks }: Pick<Family, 'weeks'>,
  gaps: Gaps,
  row: number,
  mask: Uint32Array,
): void {
  const week = weeks[gaps.child[row] ?? 0];
  const day = request.days.times.day[gaps.time[row] ?? 0];
  if (week === undefined || day === undefined) throw new RangeError('no such child or session');
  const end = gaps.to[row] ?? 0;
  for (let from = nextLost(week, day, gaps.from[row] ?? 0, end); from < end;) {
    const to = nextCovered(week, day, from, end);
    const begin = widenedBack(request, week, day, from * GRID_MINUTES);
    const until = widenedOn(request, week, day, to * GRID_MINUTES);
    openings.keepOpen(mask, day, Math.floor(begin / GRID_MINUTES), Math.ceil(until / GRID_MINUTES));
    from = nextLost(week, day, to, end);
  }
}

/** The minute from which new care is looked for, with time to change over where booked care ends. */
function widenedBack({ frame }: Request, week: ChildWeek, ofClass: number, from: number): number {
  for (let day = Math.floor((from - 1) / MINUTES_PER_DAY); day * MINUTES_PER_DAY <= from; day += 1) {
    for (const span of week.bookedOn(ofClass, day)) {
      if (touches(span.to + day * MINUTES_PER_DAY, from))
        return from - frame.region.figures.careWideningMinutes;
    }
  }
  return from;
}

/** The minute up to which new care is looked for, with time to change over where booked care begins. */
function widenedOn({ frame }: Request, week: ChildWeek, ofClass: number, to: number): number {
  for (let day = Math.floor((to - 1) / MINUTES_PER_DAY); day * MINUTES_PER_DAY <= to; day += 1) {
    for (const span of week.bookedOn(ofClass, day)) {
      if (touches(span.from + day * MINUTES_PER_DAY, to))
        return to + frame.region.figures.careWideningMinutes;
    }
  }
  return to;
}

/** The same minute on the grid: care is rounded inward by less than a step. */
function touches(edge: number, end: number): boolean {
  return Math.abs(edge - end) < GRID_MINUTES;
}
