import { CELLS_PER_DAY, type ChildWeek } from './child-week.ts';

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

/** How many bits from `begin` to before `end` are not set. */
export function lostIn(cells: Uint32Array, begin: number, end: number): number {
  let lost = 0;
  for (let word = begin >> 5; word <= (end - 1) >> 5; word += 1) {
    const low = Math.max(0, begin - word * 32);
    const high = Math.min(32, end - word * 32);
    const mask = (high === 32 ? -1 : (1 << high) - 1) & (-1 << low);
    lost += bitsIn(~(cells[word] ?? 0) & mask);
  }
  return lost;
}

/** How many of 32 bits are set. */
export function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
