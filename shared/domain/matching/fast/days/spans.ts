import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import type { Slot } from '../../../time/slot.ts';
import { WEEKDAYS } from '../../../time/weekday.ts';

/** Cells of the grid in a day, and words of 32 cells. */
export const CELLS_PER_DAY = MINUTES_PER_DAY / GRID_MINUTES;
const WORDS_PER_DAY = CELLS_PER_DAY / 32;

/** A stretch of minutes, half open. */
export type Span = { readonly from: number; readonly to: number };

/** The cells of a day that are covered, as bits, and how many are not before each cell: one entry more than cells. */
export type DayCover = { readonly cells: Uint32Array; readonly uncoveredBefore: Uint16Array };

/** What some stretches cover of a day. */
export function coverOf(spans: Span[]): DayCover {
  const cells = cellsOf(spans);
  return { cells, uncoveredBefore: countUncovered(cells) };
}

function countUncovered(cells: Uint32Array): Uint16Array {
  const before = new Uint16Array(CELLS_PER_DAY + 1);
  let count = 0;
  for (let cell = 0; cell < CELLS_PER_DAY; cell += 1) {
    if (((cells[cell >> 5] ?? 0) & (1 << (cell & 31))) === 0) count += 1;
    before[cell + 1] = count;
  }
  return before;
}

/** A stretch counted from the midnight of the next day. */
export function nextDay({ from, to }: Span): Span {
  return { from: from - MINUTES_PER_DAY, to: to - MINUTES_PER_DAY };
}

/** The hours of some slots by weekday, Monday first. */
export function byWeekday(slots: readonly Slot[]): readonly (readonly Span[])[] {
  const byDay: Span[][] = [];
  while (byDay.length < WEEKDAYS.length) byDay.push([]);
  for (const { days, from, to } of slots) {
    const span = { from, to };
    for (const day of WEEKDAYS) if (days.includes(day)) byDay[day]?.push(span);
  }
  return byDay;
}

/** The cells of a day that lie wholly in the union of some stretches. */
export function cellsOf(spans: Span[]): Uint32Array {
  const cells = new Uint32Array(WORDS_PER_DAY);
  if (spans.length > 1) spans.sort((one, other) => one.from - other.from);
  let from = Number.NEGATIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (span.from <= to) {
      if (span.to > to) to = span.to;
      continue;
    }
    setCells(cells, from, to);
    ({ from, to } = span);
  }
  setCells(cells, from, to);
  return cells;
}

function setCells(cells: Uint32Array, from: number, to: number): void {
  const begin = Math.max(0, Math.ceil(from / GRID_MINUTES));
  const end = Math.min(CELLS_PER_DAY, Math.floor(to / GRID_MINUTES));
  for (let cell = begin; cell < end; cell += 1) {
    cells[cell >> 5] = (cells[cell >> 5] ?? 0) | (1 << (cell & 31));
  }
}

/** A text that tells spans from others. */
export function textOf(spans: readonly Span[] = []): string {
  return spans.map(({ from, to }) => `${String(from)}-${String(to)}`).join();
}

/** The same of those that pass midnight. */
export function nightOf(spans: readonly Span[] = []): string {
  return textOf(spans.filter(({ to }) => to > MINUTES_PER_DAY));
}

/** Whether any of some stretches passes midnight. */
export function isAnyNight(spans: readonly Span[]): boolean {
  return spans.some(({ to }) => to > MINUTES_PER_DAY);
}

/** Whether any of some stretches holds a minute of another. */
export function overlapsAny(spans: readonly Span[], from: number, to: number): boolean {
  for (const span of spans) if (span.from < to && span.to > from) return true;
  return false;
}

/** How long the union of some stretches is, in their own unit; puts them in order. */
export function unitedLength(spans: Span[]): number {
  if (spans.length > 1) spans.sort((one, other) => one.from - other.from);
  let length = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of spans) {
    if (to <= reached) continue;
    length += to - Math.max(from, reached);
    reached = to;
  }
  return length;
}
