import type { ChildWeek } from './child-week.ts';
import { CELLS_PER_DAY } from './spans.ts';

/** How many cells between two, counted from the midnight of a class's date, are not covered. */
export function lostCells(week: ChildWeek | undefined, day: number, begin: number, end: number): number {
  if (week === undefined) return end - begin;
  if (begin >= 0 && end <= CELLS_PER_DAY) {
    const before = week.uncoveredBefore(day);
    return end <= begin ? 0 : (before[end] ?? 0) - (before[begin] ?? 0);
  }
  let lost = 0;
  for (let at = begin; at < end;) {
    const offset = Math.floor(at / CELLS_PER_DAY);
    const midnight = offset * CELLS_PER_DAY;
    const until = Math.min(end, midnight + CELLS_PER_DAY);
    lost += lostIn(week.cover(day, offset), at - midnight, until - midnight);
    at = until;
  }
  return lost;
}

/** The first cell from `at` on that is not covered; `end` when there is none before it. */
export function nextLost(week: ChildWeek, day: number, at: number, end: number): number {
  return nextCell(week, day, at, end, -1);
}

/** The first cell from `at` on that is covered; `end` when there is none before it. */
export function nextCovered(week: ChildWeek, day: number, at: number, end: number): number {
  return nextCell(week, day, at, end, 0);
}

/** The first cell whose bit is not that of `flipped`: -1 looks for bits that are not set, 0 for those that are. */
function nextCell(week: ChildWeek, day: number, at: number, end: number, flipped: 0 | -1): number {
  for (let cell = at; cell < end;) {
    const offset = Math.floor(cell / CELLS_PER_DAY);
    const midnight = offset * CELLS_PER_DAY;
    const inDay = cell - midnight;
    const word = ((week.cover(day, offset)[inDay >> 5] ?? 0) ^ flipped) & (-1 << (inDay & 31));
    if (word !== 0) return Math.min(end, midnight + (inDay & ~31) + 31 - Math.clz32(word & -word));
    cell = midnight + (inDay & ~31) + 32;
  }
  return end;
}

/** The bits of a word of 32 cells that are from `begin` to before `end`. */
export function bitsBetween(word: number, begin: number, end: number): number {
  const low = Math.max(0, begin - word * 32);
  const high = Math.min(32, end - word * 32);
  if (low >= high) return 0;
  return (high === 32 ? -1 : (1 << high) - 1) & (-1 << low);
}

/** How many bits from `begin` to before `end` are not set. */
export function lostIn(cells: Uint32Array, begin: number, end: number): number {
  let lost = 0;
  for (let word = begin >> 5; word <= (end - 1) >> 5; word += 1) {
    lost += bitsIn(~(cells[word] ?? 0) & bitsBetween(word, begin, end));
  }
  return lost;
}

/** How many of 32 bits are set. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
