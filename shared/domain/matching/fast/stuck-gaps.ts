import type { LocalDate } from '../../time/local-date.ts';
import { hasEntries } from '../care/care-wanted.ts';
import { keepCovering } from './booked-cover.ts';
import type { CareCase } from './care-case.ts';
import { CELLS_PER_DAY } from './child-week.ts';
import { collectGaps, DETOUR_CELLS, GAP_FLAG, type Gaps } from './gaps.ts';
import type { Families, Request } from './request.ts';
import { isTooLateFor, type CareNear } from './search.ts';
import { MOST_TOLD_CHILDREN, touchBit } from './touches.ts';

/**
 * On which weekdays of which children a case has gaps that no new care can close, as bits; see `touchBit`. A change that only adds
 * helpers at other times opens nothing: the gap stays as it is.
 */
export type StuckGaps = (care: CareCase, firstDay: LocalDate) => number;

/** The stuck gaps of a family, found once for each case that is remembered. */
export function stuckGapsOf(request: Request, { ordinary }: Families, places: CareNear): StuckGaps {
  const known: (number | undefined)[] = [];
  const { openings, withRoom, mask } = places;

  function mayCover(care: CareCase, gaps: Gaps, row: number): boolean {
    const child = ordinary.situation.children[gaps.child[row] ?? 0];
    mask.set(withRoom);
    if (child !== undefined && hasEntries(child)) {
      keepCovering(request, openings, ordinary, care, gaps, row, mask);
    }
    return mask.some((word) => word !== 0);
  }

  function workOut(care: CareCase, firstDay: LocalDate): number {
    const { needs, others: gaps } = request.scratch;
    if (!collectGaps(request, ordinary, care, needs, gaps)) return 0;
    const isTooLate = isTooLateFor(request, firstDay);
    let stuck = 0;
    for (let row = 0; row < gaps.count; row += 1) {
      if (!isUnmoved(gaps, row) || (!isTooLate && mayCover(care, gaps, row))) continue;
      stuck |= touchBit(gaps.child[row] ?? 0, care.sessions[gaps.session[row] ?? 0]?.weekday ?? 0);
    }
    return stuck;
  }

  return (care, firstDay) => (care.id === 0 ? 0 : (known[care.id] ??= workOut(care, firstDay)));
}

/** Whether helpers on other weekdays, or of other children, leave the need as it is: there is one way to go, within the day. */
function isUnmoved({ flags, child, from, to }: Gaps, row: number): boolean {
  const isOnlyTour = ((flags[row] ?? 0) & GAP_FLAG.onlyTour) !== 0;
  if (!isOnlyTour || (child[row] ?? 0) >= MOST_TOLD_CHILDREN) return false;
  return (from[row] ?? 0) >= DETOUR_CELLS && (to[row] ?? 0) <= CELLS_PER_DAY - DETOUR_CELLS;
}
