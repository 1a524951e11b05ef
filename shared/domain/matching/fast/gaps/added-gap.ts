import { lostCells } from '../days/cells.ts';
import type { Family } from '../sessions/family.ts';
import type { Span } from '../days/spans.ts';

/** A family's week as it is and while schools are closed. */
export type OpenAndClosed = { readonly ordinary: Family; readonly schoolsClosed: Family };

/**
 * Whether a child has something uncovered while schools are closed that it has not otherwise: what schools cover is never more then. `had` and
 * `has`: the needs before and after, cells of the day of a class; `had` is empty where nothing was needed.
 */
export function isAdded(
  { ordinary, schoolsClosed }: OpenAndClosed,
  child: number,
  day: number,
  had: Span,
  has: Span,
): boolean {
  const lost = ({ weeks }: Family, first: number, last: number): number =>
    first < last ? lostCells(weeks[child], day, first, last) : 0;
  const from = Math.max(has.from, had.from);
  const to = Math.min(has.to, had.to);
  if (from >= to) return lost(schoolsClosed, has.from, has.to) > 0;
  if (lost(schoolsClosed, has.from, from) + lost(schoolsClosed, to, has.to) > 0) return true;
  return lost(schoolsClosed, from, to) > lost(ordinary, from, to);
}
