import { bitsBetween, bitsIn, lostCells } from '../days/cells.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { NeedRows } from '../sessions/session-needs.ts';

/** How many cells of one day some needs, from row `begin` to before `end`, leave uncovered in all: for at least one child. */
export function unitedCells(
  weeks: readonly ChildWeek[],
  day: number,
  { child, from, to }: NeedRows,
  begin: number,
  end: number,
): number {
  let first = from[begin] ?? 0;
  let last = to[begin] ?? 0;
  if (end === begin + 1) return lostCells(weeks[child[begin] ?? 0], day, first, last);
  for (let row = begin + 1; row < end; row += 1) {
    first = Math.min(first, from[row] ?? first);
    last = Math.max(last, to[row] ?? last);
  }
  let cells = 0;
  for (let word = first >> 5; word <= (last - 1) >> 5; word += 1) {
    let lost = 0;
    for (let row = begin; row < end; row += 1) {
      const covered = weeks[child[row] ?? 0]?.cover(day, 0)[word] ?? 0;
      lost |= ~covered & bitsBetween(word, from[row] ?? 0, to[row] ?? 0);
    }
    cells += bitsIn(lost);
  }
  return cells;
}
