import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { addDays } from '../../time/local-date.ts';
import { weekdayOf } from '../../time/weekday.ts';
import { lostStretches, type OpenGap } from './care-case.ts';
import { byWeekday, CELLS_PER_DAY, cellsOf, nextDay, type Span } from './child-week.ts';
import type { OpeningHours } from './near-places.ts';
import { NeedsFineDays } from './needs-reference.ts';
import type { Outcome } from './outcome.ts';
import type { Request } from './request.ts';

/** What was found out about gaps of children that have care: by outcome, child and hours. */
export type BookedMemo = {
  readonly widened: Map<Outcome, (readonly Span[])[]>;
  /** By outcome, class of day and child: for each hours 0 = not looked at, 1 = covers, 2 = covers not. */
  readonly covers: Map<Outcome, Map<number, Uint8Array>>;
  readonly hours: number;
  readonly open: Map<number, Uint32Array>;
  readonly spans: Map<OpeningHours, readonly (readonly Span[])[]>;
};

const COVERS = 1;
const COVERS_NOT = 2;

/** Nothing found out yet about so many distinct hours. */
export function bookedMemo(hours: number): BookedMemo {
  return { hours, widened: new Map(), covers: new Map(), open: new Map(), spans: new Map() };
}

/** Whether hours cover each part of a gap, widened where it touches booked care. */
export function coversForBooked(
  request: Request,
  memo: BookedMemo,
  gap: OpenGap,
  hours: OpeningHours,
): boolean {
  const { outcome, need, sessions } = gap;
  const { day } = sessions.kind;
  let ofOutcome = memo.covers.get(outcome);
  if (ofOutcome === undefined) {
    ofOutcome = new Map();
    memo.covers.set(outcome, ofOutcome);
  }
  const key = day * 32 + need.child;
  let known = ofOutcome.get(key);
  if (known === undefined) {
    known = new Uint8Array(memo.hours);
    ofOutcome.set(key, known);
  }
  if (known[hours.id] === 0) {
    const covers = widenedParts(request, memo, gap).every((part) =>
      isOpenDuring(request, memo, day, hours, part),
    );
    known[hours.id] = covers ? COVERS : COVERS_NOT;
  }
  return known[hours.id] === COVERS;
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
  for (let cell = Math.floor(from / GRID_MINUTES); cell * GRID_MINUTES < to; cell += 1) {
    const offset = Math.floor(cell / CELLS_PER_DAY);
    const at = cell - offset * CELLS_PER_DAY;
    const cells = openCells(request, memo, day, hours, offset);
    if (((cells[at >> 5] ?? 0) & (1 << (at & 31))) === 0) return false;
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
  const { date: ofClass, plain, isFine } = days.classes[day] ?? { date: frame.from, plain: true, isFine: true };
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
