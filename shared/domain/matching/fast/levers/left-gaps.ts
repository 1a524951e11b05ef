import type { LocalDate } from '../../../time/local-date.ts';
import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import { countableHours, isBooked } from '../new-care/booked-places.ts';
import { keepCovering } from '../new-care/booked-cover.ts';
import type { CareCase } from '../care/care-case.ts';
import { nextCovered, nextLost } from '../days/cells.ts';
import { collectGaps } from '../gaps/collect-gaps.ts';
import type { Family } from '../sessions/family.ts';
import { GAP_FLAG, sessionOf, type Gaps } from '../gaps/gaps.ts';
import { newCareAnswer } from '../new-care/new-care-answer.ts';
import type { Families, Request } from '../request.ts';
import { searchOf, type CareNear, type Search } from '../new-care/search.ts';
import type { TriedChange } from './tried-change.ts';
import { areCoveredDuring } from '../sessions/weigh.ts';

/**
 * Whether a change is certain to open nothing of a case: what it leaves uncovered as it was, no place that counts covers. See DESIGN.md for why
 * the bounds are admissible.
 */
export type StaysShut = (care: CareCase, firstDay: LocalDate, change: TriedChange) => boolean;

/**
 * The gaps of a case before any change, a row for each. `whole`: the hours that cover it, `core`: those that cover what of the session itself is
 * uncovered, which stays however the family goes; of either only hours at which some place may count for the child, so many words for
 * each row. `isClosable`: new care closes all.
 */
type LeftGaps = {
  readonly child: readonly number[];
  readonly day: readonly number[];
  /** LEFT_FLAG. */
  readonly flags: readonly number[];
  readonly whole: Uint32Array;
  readonly core: Uint32Array;
  readonly isClosable: boolean;
};

/** What tells by its day whether a change leaves it: the whole gap, its core. `onlyTour`: there is one way to go. */
const LEFT_FLAG = { whole: 1, core: 2, onlyTour: 4 } as const;

/** The gaps of a family's cases, found once for each that is remembered. */
export function staysShutIn(request: Request, { ordinary }: Families, near: CareNear): StaysShut {
  const known: (LeftGaps | undefined)[] = [];
  const { words } = near.openings;
  const all = new Uint32Array(words);

  function workOut(care: CareCase, firstDay: LocalDate): LeftGaps {
    const { gaps } = request.scratch;
    if (!collectGaps(request, ordinary, care, gaps)) return NOT_TOLD;
    const search = searchOf(request, near, ordinary, care, gaps, firstDay);
    const rows = Array.from({ length: gaps.count }, (_none, row) => row);
    const [whole, core] = [new Uint32Array(gaps.count * words), new Uint32Array(gaps.count * words)];
    for (const row of rows) {
      whole.set(hoursFor(search, row, keepWhole), row * words);
      core.set(hoursFor(search, row, keepCore), row * words);
    }
    return {
      child: gaps.child.slice(0, gaps.count),
      day: rows.map((row) => care.sessions[gaps.session[row] ?? 0]?.day ?? 0),
      flags: rows.map((row) => flagsOf(ordinary, care, gaps, row)),
      whole,
      core,
      isClosable: gaps.count === 0 || newCareAnswer(search).closesAll,
    };
  }

  /** Whether no hours cover all that stays of one child's gaps. */
  function isUncovered(left: LeftGaps, child: number, change: TriedChange): boolean {
    let isAnyLeft = false;
    all.fill(-1);
    for (let row = 0; row < left.child.length; row += 1) {
      const stays = left.child[row] === child ? whatStays(left, row, change) : 0;
      if (stays === 0) continue;
      isAnyLeft = true;
      const masks = stays === LEFT_FLAG.whole ? left.whole : left.core;
      for (let word = 0; word < words; word += 1) {
        all[word] = (all[word] ?? 0) & (masks[row * words + word] ?? 0);
      }
    }
    if (!isAnyLeft) return false;
    for (const word of all) if (word !== 0) return false;
    return true;
  }

  return (care, firstDay, change) => {
    if (care.id === 0) return false;
    const left = (known[care.id] ??= workOut(care, firstDay));
    if (!left.isClosable && isUntouched(left, change)) return true;
    let seen = 0;
    for (const child of left.child) {
      if ((seen & (1 << child)) === 0 && isUncovered(left, child, change)) return true;
      seen |= 1 << child;
    }
    return false;
  };
}

const NOT_TOLD: LeftGaps = {
  child: [],
  day: [],
  flags: [],
  whole: new Uint32Array(0),
  core: new Uint32Array(0),
  isClosable: true,
};

function flagsOf({ weeks }: Family, care: CareCase, gaps: Gaps, row: number): number {
  const { held } = sessionOf(care, gaps, row);
  const flags = gaps.flags[row] ?? 0;
  const isNotByCourse = care.childcare === undefined || (flags & GAP_FLAG.notByCourse) !== 0;
  const isWithinDay = held.to <= MINUTES_PER_DAY;
  const isCoreLost = isWithinDay && !areCoveredDuring(weeks, 1 << (gaps.child[row] ?? 0), held);
  return (
    ((flags & GAP_FLAG.withinDay) !== 0 && !gaps.isFull ? LEFT_FLAG.whole : 0) |
    (isNotByCourse && isCoreLost ? LEFT_FLAG.core : 0) |
    ((flags & GAP_FLAG.onlyTour) !== 0 ? LEFT_FLAG.onlyTour : 0)
  );
}

/** LEFT_FLAG.whole, LEFT_FLAG.core, or 0 where nothing is certain to stay. */
function whatStays({ child, day, flags }: LeftGaps, row: number, change: TriedChange): number {
  const on = day[row] ?? 0;
  const told = flags[row] ?? 0;
  const isChildUnchanged = (change.unchangedOn(on) & (1 << (child[row] ?? 0))) !== 0;
  if (!isChildUnchanged) return 0;
  const isSame = change.isSameFor(on, child[row] ?? 0, (told & LEFT_FLAG.onlyTour) !== 0);
  if (isSame && (told & LEFT_FLAG.whole) !== 0) return LEFT_FLAG.whole;
  return told & LEFT_FLAG.core;
}

/** Whether all gaps stay as they are. */
function isUntouched(left: LeftGaps, change: TriedChange): boolean {
  for (let row = 0; row < left.child.length; row += 1) {
    if (whatStays(left, row, change) !== LEFT_FLAG.whole) return false;
  }
  return true;
}

/** The hours at which some place may count for the child of a gap, as far as `keep` leaves them. */
function hoursFor(
  search: Search,
  row: number,
  keep: (search: Search, row: number, mask: Uint32Array) => void,
): Uint32Array {
  const { near, gaps, isTooLate } = search;
  const { mask, withRoom } = near;
  const child = gaps.child[row] ?? 0;
  if (isTooLate) return mask.fill(0);
  // Whether a place is enough for a child without care hangs on the way there, and on other children without any.
  if (!isBooked(search, child)) return mask.fill(withRoom.some((word) => word !== 0) ? -1 : 0);
  mask.set(countableHours(search, child));
  keep(search, row, mask);
  return mask;
}

function keepWhole({ request, near, family, gaps }: Search, row: number, mask: Uint32Array): void {
  keepCovering(request, near.openings, family, gaps, row, mask);
}

/** The hours that hold what of the session itself is uncovered; the gap holds more, the ways and time to change over. */
function keepCore({ near, family, care, gaps }: Search, row: number, mask: Uint32Array): void {
  const { held } = sessionOf(care, gaps, row);
  const week = family.weeks[gaps.child[row] ?? 0];
  if (week === undefined || held.to > MINUTES_PER_DAY) return;
  const end = Math.ceil(held.to / GRID_MINUTES);
  for (let from = nextLost(week, held.day, Math.floor(held.from / GRID_MINUTES), end); from < end;) {
    const to = nextCovered(week, held.day, from, end);
    near.openings.keepOpen(mask, held.day, from, to);
    from = nextLost(week, held.day, to, end);
  }
}
