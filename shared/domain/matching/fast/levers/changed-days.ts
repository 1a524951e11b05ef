import type { LocalDate } from '../../../time/local-date.ts';
import type { CareCase } from '../care/care-case.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { addGaps } from '../gaps/gaps.ts';
import { isBooked } from '../new-care/booked-places.ts';
import { isShut } from '../new-care/new-care-answer.ts';
import { searchOf, type Search } from '../new-care/search.ts';

/**
 * Whether sessions on the days that a change touches leave a child with care a gap that no place closes. Those days are looked at first, and no
 * further than to the first such gap: most changes that touch a case are not enough.
 */
export function isShutOnChangedDays(terms: CareTerms, care: CareCase, firstDay: LocalDate): boolean {
  const { request, places, families, leavesDay } = terms;
  const { ordinary } = families;
  const { gaps } = request.scratch;
  if (care.atOne === undefined) return false;
  const { rows, begin, end, where } = care.atOne;
  gaps.count = 0;
  gaps.isFull = false;
  let search: Search | undefined;
  let shapeBefore = 0;
  for (let row = begin; row < end; row += 1) {
    if (leavesDay(rows.day[row] ?? 0)) continue;
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
