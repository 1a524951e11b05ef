import type { LocalDate } from '../../time/local-date.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { hasEntries } from '../care/care-wanted.ts';
import { coveringHours } from './booked-cover.ts';
import type { CareCase, OpenGap } from './care-case.ts';
import { gapsOf } from './gaps.ts';
import { DETOUR_MINUTES } from './near-miss.ts';
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
  const { booked, byHours } = places;
  const withRoom: number[] = [];
  byHours.forEach((each, at) => {
    if (each.withRoom.length > 0) withRoom[at >> 5] = (withRoom[at >> 5] ?? 0) | (1 << (at & 31));
  });

  function mayCover(gap: OpenGap): boolean {
    const child = ordinary.situation.children[gap.need.child];
    if (child === undefined || !hasEntries(child)) return withRoom.length > 0;
    const begin = coveringHours(request, booked, gap);
    return withRoom.some((word, at) => (word & (booked.masks[begin + at] ?? 0)) !== 0);
  }

  function workOut(care: CareCase, firstDay: LocalDate): number {
    const isTooLate = isTooLateFor(request, firstDay);
    let stuck = 0;
    for (const gap of gapsOf(request, ordinary, care) ?? []) {
      if (!isUnmoved(gap) || (!isTooLate && mayCover(gap))) continue;
      stuck |= touchBit(gap.need.child, gap.sessions.held.weekday);
    }
    return stuck;
  }

  return (care, firstDay) => (care.id === 0 ? 0 : (known[care.id] ??= workOut(care, firstDay)));
}

/** Whether helpers on other weekdays, or of other children, leave the need as it is: there is one way to go, within the day. */
function isUnmoved({ need, outcome: { isOnlyTour } }: OpenGap): boolean {
  if (!isOnlyTour || need.child >= MOST_TOLD_CHILDREN) return false;
  return need.from >= DETOUR_MINUTES && need.to <= MINUTES_PER_DAY - DETOUR_MINUTES;
}
