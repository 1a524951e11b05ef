import { numberColumn, putNumber } from '../columns/number-column.ts';
import { lostCells } from '../days/cells.ts';
import type { ChildWeek } from '../days/child-week.ts';
import type { Family } from '../sessions/family.ts';
import type { Meaning } from '../sessions/session-needs.ts';

/** A family's week as it is and while schools are closed. */
export type OpenAndClosed = { readonly ordinary: Family; readonly schoolsClosed: Family };

/**
 * Whether a child has something uncovered while schools are closed that it has not otherwise: what schools cover is never more then. Needs before and
 * after, `had` and `has`, in cells of the day of a class; the first is empty where nothing was needed.
 */
export function isAdded(
  { ordinary, schoolsClosed }: OpenAndClosed,
  child: number,
  day: number,
  hadFrom: number,
  hadTo: number,
  hasFrom: number,
  hasTo: number,
): boolean {
  const [open, closed] = [ordinary.weeks[child], schoolsClosed.weeks[child]];
  const from = Math.max(hasFrom, hadFrom);
  const to = Math.min(hasTo, hadTo);
  if (from >= to) return lostBetween(closed, day, hasFrom, hasTo) > 0;
  if (lostBetween(closed, day, hasFrom, from) + lostBetween(closed, day, to, hasTo) > 0) return true;
  return lostBetween(closed, day, from, to) > lostBetween(open, day, from, to);
}

function lostBetween(week: ChildWeek | undefined, day: number, from: number, to: number): number {
  return from < to ? lostCells(week, day, from, to) : 0;
}

/** Whether closed schools add a gap to what a session means; `open` and `closed`: what it means otherwise and then. */
export type IsAnyAdded = (families: OpenAndClosed, open: Meaning, closed: Meaning, day: number) => boolean;

/** Remembers it for each meaning while schools are closed, with what the session meant otherwise when it was asked for last. */
export function isAnyAddedIn(): IsAnyAdded {
  const asked = numberColumn();
  return (families, open, closed, day) => {
    const known = asked.values[closed.id] ?? 0;
    if (known >> 1 === open.id) return (known & 1) !== 0;
    const isAny = isAnyAdded(families, open, closed, day);
    putNumber(asked, closed.id, open.id * 2 + Number(isAny));
    return isAny;
  };
}

function isAnyAdded(families: OpenAndClosed, open: Meaning, closed: Meaning, day: number): boolean {
  const { rows, begin, count, gaps } = closed;
  for (let row = begin; row < begin + count; row += 1) {
    const child = rows.child[row] ?? 0;
    if ((gaps & (1 << child)) === 0) continue;
    const had = rowOfGap(open, child);
    const hadFrom = had === NO_ROW ? 0 : (open.rows.from[had] ?? 0);
    const hadTo = had === NO_ROW ? 0 : (open.rows.to[had] ?? 0);
    const isOfChild = isAdded(families, child, day, hadFrom, hadTo, rows.from[row] ?? 0, rows.to[row] ?? 0);
    if (isOfChild) return true;
  }
  return false;
}

const NO_ROW = -1;

function rowOfGap({ gaps, rows, begin, count }: Meaning, child: number): number {
  if ((gaps & (1 << child)) === 0) return NO_ROW;
  for (let row = begin; row < begin + count; row += 1) if (rows.child[row] === child) return row;
  return NO_ROW;
}
