import type { CareTerms } from '../care/care-terms.ts';
import type { SessionsAtOne } from '../care/care-case.ts';
import type { LeftSessions } from './left-sessions.ts';
import type { LocalDate } from '../../../time/local-date.ts';
import { addGaps, clearGaps } from '../gaps/gaps.ts';
import { isBooked } from '../new-care/booked-places.ts';
import { isShut } from '../new-care/new-care-answer.ts';
import { searchOf, type Search } from '../new-care/search.ts';
import type { CareCase } from '../care/care-case.ts';

/**
 * Whether after a change sessions that it does not leave as they are leave a child with care a gap that no place closes. They are looked at first,
 * and no further than to the first such gap: most changes that touch a case are not enough.
 */
export function isShutWhereChanged(
  { request, places, families }: CareTerms,
  care: CareCase,
  { rows, begin, end, where }: SessionsAtOne,
  left: LeftSessions,
  at: number,
  firstDay: LocalDate,
): boolean {
  const { ordinary } = families;
  const { gaps } = request.scratch;
  clearGaps(gaps);
  let search: Search | undefined;
  let shapeBefore = 0;
  for (let row = begin; row < end; row += 1) {
    if (left.isLeft(row, at)) continue;
    const time = rows.time[row] ?? 0;
    const shape = ordinary.shapeOf(time);
    if (shape === shapeBefore) continue;
    shapeBefore = shape;
    const meaning = ordinary.meaningOf(time, where);
    if (!meaning.isKnown) return true;
    if (meaning.gaps === 0) continue;
    addGaps(gaps, row - begin, time, meaning);
    search ??= searchOf(request, places, ordinary, care, gaps, firstDay);
    for (let rest = meaning.gaps; rest !== 0; rest &= rest - 1) {
      const child = 31 - Math.clz32(rest & -rest);
      if (isBooked(search, child) && isShut(search, child)) return true;
    }
  }
  return false;
}
