import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { lostStretches, type OpenGap } from './care-case.ts';
import { CELLS_PER_DAY, type ChildWeek, type Span } from './child-week.ts';
import type { Openings } from './day-openings.ts';
import { onDay } from './outcome.ts';
import type { Request } from './request.ts';

/** The hours that cover gaps of children that have care, as masks of so many words as `openings` has, one after the other. */
export type BookedMemo = {
  readonly openings: Openings;
  readonly masks: number[];
  /** Where masks begin, by the child's week and by day and need: other sessions and other families may have the same. */
  readonly known: Map<ChildWeek, Map<number, number>>;
};

/** Nothing found out yet about some hours. */
export function bookedMemo(openings: Openings): BookedMemo {
  return { openings, masks: [], known: new Map() };
}

/** Where the mask of the hours begins that cover each part of a gap, widened where it touches booked care. */
export function coveringHours(request: Request, memo: BookedMemo, gap: OpenGap): number {
  const { outcome, need, sessions } = gap;
  return (onDay(outcome, sessions.kind.day).covers[need.child] ??= coveringOnce(request, memo, gap));
}

/** Cells of a need from the midnight of its day, and those before it. */
const MOST_CELLS = 4 * CELLS_PER_DAY;

function coveringOnce(request: Request, memo: BookedMemo, gap: OpenGap): number {
  const { outcome, need, sessions } = gap;
  const week = outcome.weeks[need.child];
  if (week === undefined) return workOutCovering(request, memo, gap);
  let ofWeek = memo.known.get(week);
  if (ofWeek === undefined) {
    ofWeek = new Map();
    memo.known.set(week, ofWeek);
  }
  const [from, to] = [need.from / GRID_MINUTES + CELLS_PER_DAY, need.to / GRID_MINUTES + CELLS_PER_DAY];
  const key = (sessions.kind.day * MOST_CELLS + from) * MOST_CELLS + to;
  const known = ofWeek.get(key) ?? workOutCovering(request, memo, gap);
  ofWeek.set(key, known);
  return known;
}

function workOutCovering(request: Request, { openings, masks }: BookedMemo, gap: OpenGap): number {
  const { day } = gap.sessions.kind;
  const on = openings.on(day);
  const begin = masks.length;
  for (let word = 0; word < openings.words; word += 1) masks.push(-1);
  for (const part of lostStretches(gap)) {
    const { from, to } = widened(request, gap, part);
    const [first, end] = [Math.floor(from / GRID_MINUTES), Math.ceil(to / GRID_MINUTES)];
    for (let hours = 0; hours < openings.count; hours += 1) {
      if (openings.isOpen(on, day, hours, first, end)) continue;
      const at = begin + (hours >> 5);
      masks[at] = (masks[at] ?? 0) & ~(1 << (hours & 31));
    }
  }
  return begin;
}

/** An uncovered part of a gap in minutes, with time to change over where booked care ends or begins. */
function widened({ frame }: Request, { outcome, need }: OpenGap, cells: Span): Span {
  const from = cells.from * GRID_MINUTES;
  const to = cells.to * GRID_MINUTES;
  const week = outcome.weeks[need.child];
  let [touchesBefore, touchesAfter] = [false, false];
  for (let day = Math.floor((from - 1) / MINUTES_PER_DAY); day * MINUTES_PER_DAY < to + 1; day += 1) {
    for (const span of week?.bookedOn(outcome.kind.day, day) ?? []) {
      if (touches(span.to + day * MINUTES_PER_DAY, from)) touchesBefore = true;
      if (touches(span.from + day * MINUTES_PER_DAY, to)) touchesAfter = true;
    }
  }
  const widening = frame.region.figures.careWideningMinutes;
  return { from: from - (touchesBefore ? widening : 0), to: to + (touchesAfter ? widening : 0) };
}

/** The same minute on the grid: care is rounded inward by less than a step. */
function touches(edge: number, end: number): boolean {
  return Math.abs(edge - end) < GRID_MINUTES;
}
