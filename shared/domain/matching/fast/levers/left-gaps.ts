import { isEmpty } from '../columns/bit-masks.ts';
import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import { nextCovered, nextLost } from '../days/cells.ts';
import { GAP_FLAG } from '../gaps/gaps.ts';
import { countableHours, isBooked } from '../new-care/booked-places.ts';
import { coveringHoursOf } from '../new-care/hours-that-do.ts';
import type { Search } from '../new-care/search.ts';
import type { SessionTime } from '../sessions/session-needs.ts';

/**
 * What a class of days that a change leaves as it is tells of a gap: the `whole` of it stays, or at least its core, what of the session itself is
 * uncovered, however the family goes. `wholeShut`, `coreShut`: no hours at which some place may count for the child cover that. `onlyTour`: there
 * is one way to go.
 */
export const LEFT_FLAG = { whole: 1, onlyTour: 2, wholeShut: 4, coreShut: 8 } as const;

/** LEFT_FLAG of a gap of the situation as stated. */
export function leftFlagsOf(search: Search, row: number): number {
  const { request, care, gaps } = search;
  const { day, from, to } = request.days.times;
  const time = gaps.time[row] ?? 0;
  const flags = gaps.flags[row] ?? 0;
  const isNotByCourse = care.childcare === undefined || (flags & GAP_FLAG.notByCourse) !== 0;
  const isWhole = (flags & GAP_FLAG.withinDay) !== 0 && !gaps.isFull;
  const session = { day: day[time] ?? 0, from: from[time] ?? 0, to: to[time] ?? 0 };
  const isCore = isNotByCourse && session.to <= MINUTES_PER_DAY;
  return (
    (isWhole ? LEFT_FLAG.whole | (isWholeShut(search, row) ? LEFT_FLAG.wholeShut : 0) : 0) |
    (isCore && isCoreShut(search, gaps.child[row] ?? 0, session) ? LEFT_FLAG.coreShut : 0) |
    ((flags & GAP_FLAG.onlyTour) !== 0 ? LEFT_FLAG.onlyTour : 0)
  );
}

/** For a child without care it hangs on the way there too whether a place is enough, and on other children without any. */
function isAnyPlaceEnough({ near, isTooLate }: Search): boolean {
  return !isTooLate && !isEmpty(near.withRoom);
}

/** Whether no hours at which some place may count for the child hold a whole gap within the day; for a child without care: whether no place has room in time. */
export function isWholeShut(search: Search, row: number): boolean {
  const child = search.gaps.child[row] ?? 0;
  if (!isBooked(search, child)) return !isAnyPlaceEnough(search);
  const { masks, begin } = coveringHoursOf(search, row);
  const countable = countableHours(search, child);
  for (let word = 0; word < countable.length; word += 1) {
    if (((countable[word] ?? 0) & (masks[begin + word] ?? 0)) !== 0) return false;
  }
  return true;
}

/**
 * The same of what of a session within the day is uncovered for a child: a gap holds more than that, the ways, and time to change over. False where
 * nothing of it is uncovered.
 */
export function isCoreShut(search: Search, child: number, { day, from, to }: SessionTime): boolean {
  const { near, family } = search;
  const week = family.weeks[child];
  if (week === undefined) return false;
  const end = Math.ceil(to / GRID_MINUTES);
  let begin = nextLost(week, day, Math.floor(from / GRID_MINUTES), end);
  if (begin === end) return false;
  if (!isBooked(search, child)) return !isAnyPlaceEnough(search);
  const { mask } = near;
  mask.set(countableHours(search, child));
  while (begin < end) {
    const until = nextCovered(week, day, begin, end);
    near.openings.keepOpen(mask, day, begin, until);
    begin = nextLost(week, day, until, end);
  }
  return isEmpty(mask);
}
