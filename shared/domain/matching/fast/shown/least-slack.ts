import { GRID_MINUTES } from '../../../time/intervals.ts';
import type { CareCase } from '../care/care-case.ts';
import { lostCells } from '../days/cells.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { Family } from '../sessions/family.ts';
import type { HeldSessions } from '../sessions/held.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import type { Request } from '../request.ts';
import type { Meaning } from '../sessions/session-needs.ts';

/** The least minutes to spare at a drop-off or pick-up among needs that are covered; `undefined` where there are none or enough not to be heeded. */
export function leastSlackOf(request: Request, family: Family, care: CareCase): number | undefined {
  const { sameAreaMinutes, tightSlackMinutes } = request.frame.region.figures;
  // Whoever takes a child somewhere is told by a need that begins a step of the grid before the session at least.
  if (sameAreaMinutes < GRID_MINUTES) throw NEEDS_REFERENCE;
  const enough = Math.ceil(tightSlackMinutes / GRID_MINUTES);
  let least = enough;
  let before = 0;
  for (const held of care.sessions) {
    const meaning = family.meaningOf(held.time, care.attended(held.place));
    // What means the same is on days with the same hours.
    if (meaning.id !== before) least = leastOf(family, held, meaning, least);
    before = meaning.id;
  }
  return least < enough ? least * GRID_MINUTES : undefined;
}

/** The least free cells around the needs of a session, as long as they are fewer than `most`. */
function leastOf({ weeks, situation }: Family, held: HeldSessions, meaning: Meaning, most: number): number {
  const { rows, begin, count, gaps } = meaning;
  let least = most;
  for (let row = begin; row < begin + count; row += 1) {
    const child = rows.child[row] ?? 0;
    const week = weeks[child];
    const [from, to] = [rows.from[row] ?? 0, rows.to[row] ?? 0];
    const isHandedOver =
      situation.children[child]?.goesAlone !== true && from < Math.floor(held.from / GRID_MINUTES);
    if (week === undefined || !isHandedOver || (gaps & (1 << child)) !== 0) continue;
    least = freeAround(week, held.day, from, to, least);
  }
  return least;
}

/** How many cells before and after a stretch are covered at least, up to `most`. */
function freeAround(week: ChildWeek, day: number, from: number, to: number, most: number): number {
  let free = 0;
  while (
    free < most &&
    lostCells(week, day, from - free - 1, from - free) === 0 &&
    lostCells(week, day, to + free, to + free + 1) === 0
  ) {
    free += 1;
  }
  return free;
}
