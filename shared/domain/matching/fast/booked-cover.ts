import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { addDays } from '../../time/local-date.ts';
import { weekdayOf } from '../../time/weekday.ts';
import { lostStretches, type OpenGap } from './care-case.ts';
import { byWeekday, CELLS_PER_DAY, cellsOf, nextDay, type Span } from './child-week.ts';
import type { OpeningHours } from './opening-hours.ts';
import { NeedsFineDays } from './needs-reference.ts';
import { lostIn } from './cells.ts';
import type { Outcome } from './outcome.ts';
import type { Request } from './request.ts';

/** What was found out about gaps of children that have care. `hours`: all there are near home, each at its number. */
export type BookedMemo = {
  readonly hours: readonly OpeningHours[];
  readonly widened: Map<Outcome, (readonly Span[])[]>;
  /** By outcome, and by class of day and child: the hours that cover the gap, as bits. */
  readonly covers: Map<Outcome, Map<number, Uint32Array>>;
  readonly open: Map<number, Uint32Array>;
  readonly spans: Map<OpeningHours, readonly (readonly Span[])[]>;
};

/** Nothing found out yet about these hours. */
export function bookedMemo(hours: readonly OpeningHours[]): BookedMemo {
  return { hours, widened: new Map(), covers: new Map(), open: new Map(), spans: new Map() };
}

/** Whether hours cover each part of a gap, widened where it touches booked care. */
export function coversForBooked(
  request: Request,
  memo: BookedMemo,
  gap: OpenGap,
  { id }: OpeningHours,
): boolean {
  return ((coveringHours(request, memo, gap)[id >> 5] ?? 0) & (1 << (id & 31))) !== 0;
}

/** The hours that cover each part of a gap, as bits by their numbers. */
export function coveringHours(request: Request, memo: BookedMemo, gap: OpenGap): Uint32Array {
  const { outcome, need, sessions } = gap;
  let ofOutcome = memo.covers.get(outcome);
  if (ofOutcome === undefined) {
    ofOutcome = new Map();
    memo.covers.set(outcome, ofOutcome);
  }
  const key = sessions.kind.day * 32 + need.child;
  let known = ofOutcome.get(key);
  if (known === undefined) {
    known = workOutCovering(request, memo, gap);
    ofOutcome.set(key, known);
  }
  return known;
}

function workOutCovering(request: Request, memo: BookedMemo, gap: OpenGap): Uint32Array {
  const bits = new Uint32Array((memo.hours.length + 31) >> 5);
  const parts = widenedParts(request, memo, gap);
  const { day } = gap.sessions.kind;
  for (const hours of memo.hours) {
    if (parts.every((part) => isOpenDuring(request, memo, day, hours, part))) {
      bits[hours.id >> 5] = (bits[hours.id >> 5] ?? 0) | (1 << (hours.id & 31));
    }
  }
  return bits;
}

/** The uncovered parts of a gap in cells, each with time to change over where booked care ends or begins. */
function widenedParts(request: Request, memo: BookedMemo, gap: OpenGap): readonly Span[] {
  const { outcome, need } = gap;
  const ofOutcome = memo.widened.get(outcome) ?? [];
  memo.widened.set(outcome, ofOutcome);
  return (ofOutcome[need.child] ??= lostStretches(gap).map((part) => widened(request, gap, part)));
}

function widened({ frame }: Request, { outcome, need }: OpenGap, cells: Span): Span {
  const from = cells.from * GRID_MINUTES;
  const to = cells.to * GRID_MINUTES;
  const edges: Span[] = [];
  const week = outcome.weeks[need.child];
  for (let day = Math.floor((from - 1) / MINUTES_PER_DAY); day * MINUTES_PER_DAY < to + 1; day += 1) {
    for (const span of week?.bookedOn(outcome.kind.day, day) ?? []) {
      edges.push({ from: span.from + day * MINUTES_PER_DAY, to: span.to + day * MINUTES_PER_DAY });
    }
  }
  const widening = frame.region.figures.careWideningMinutes;
  return {
    from: from - (edges.some((edge) => touches(edge.to, from)) ? widening : 0),
    to: to + (edges.some((edge) => touches(edge.from, to)) ? widening : 0),
  };
}

/** The same minute on the grid: care is rounded inward by less than a step. */
function touches(edge: number, end: number): boolean {
  return Math.abs(edge - end) < GRID_MINUTES;
}

function isOpenDuring(
  request: Request,
  memo: BookedMemo,
  day: number,
  hours: OpeningHours,
  { from, to }: Span,
): boolean {
  const end = Math.ceil(to / GRID_MINUTES);
  for (let at = Math.floor(from / GRID_MINUTES); at < end;) {
    const offset = Math.floor(at / CELLS_PER_DAY);
    const midnight = offset * CELLS_PER_DAY;
    const until = Math.min(end, midnight + CELLS_PER_DAY);
    if (lostIn(openCells(request, memo, day, hours, offset), at - midnight, until - midnight) > 0)
      return false;
    at = until;
  }
  return true;
}

/** When a place is open on the day `offset` days after that of a class; closed on public holidays. */
function openCells(
  { days, frame }: Request,
  memo: BookedMemo,
  day: number,
  hours: OpeningHours,
  offset: number,
): Uint32Array {
  const key = (hours.id * 4096 + day) * 8 + offset + 3;
  const known = memo.open.get(key);
  if (known !== undefined) return known;
  const ofWeek = memo.spans.get(hours) ?? byWeekday(hours.slots);
  memo.spans.set(hours, ofWeek);
  const {
    date: ofClass,
    plain,
    isFine,
  } = days.classes[day] ?? { date: frame.from, plain: true, isFine: true };
  if (offset !== 0 && !isFine) throw new NeedsFineDays();
  const spans: Span[] = [];
  const date = addDays(ofClass, offset);
  const dayBefore = addDays(date, -1);
  const { publicHolidays } = frame.region;
  if (plain || !publicHolidays.has(date)) spans.push(...(ofWeek[weekdayOf(date)] ?? []));
  const nights = (ofWeek[weekdayOf(dayBefore)] ?? []).filter(({ to }) => to > MINUTES_PER_DAY);
  if (nights.length > 0 && !isFine) throw new NeedsFineDays();
  if (plain || !publicHolidays.has(dayBefore)) spans.push(...nights.map(nextDay));
  const cells = cellsOf(spans);
  memo.open.set(key, cells);
  return cells;
}
