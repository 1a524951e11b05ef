import { nextCovered, nextLost } from '../days/cells.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { Gaps } from '../gaps/gaps.ts';
import type { HeldSessions } from '../sessions/held.ts';

/** Calls with the cells between which a child is not covered in a row of gaps, ascending, counted from the midnight of the session's date. */
export function forEachLost(
  week: ChildWeek | undefined,
  { day }: HeldSessions,
  gaps: Gaps,
  row: number,
  visit: (from: number, to: number) => void,
): void {
  if (week === undefined) throw new RangeError('no such child');
  const end = gaps.to[row] ?? 0;
  for (let from = nextLost(week, day, gaps.from[row] ?? 0, end); from < end;) {
    const to = nextCovered(week, day, from, end);
    visit(from, to);
    from = nextLost(week, day, to, end);
  }
}
