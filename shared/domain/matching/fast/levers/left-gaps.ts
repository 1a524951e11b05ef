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
import { areCoveredDuring } from '../sessions/weigh.ts';

/**
 * The gaps of a case before any change, a row for each. `whole`: the hours that cover it, `core`: those that cover what of the session itself is
 * uncovered, which stays however the family goes; of either only hours at which some place may count for the child, so many words for
 * each row. `isClosable`: new care closes all.
 */
export type LeftGaps = {
  readonly child: readonly number[];
  readonly day: readonly number[];
  /** LEFT_FLAG. */
  readonly flags: readonly number[];
  readonly whole: Uint32Array;
  readonly core: Uint32Array;
  readonly isClosable: boolean;
};

/**
 * `whole`, `core`: its day tells whether a change leaves the whole gap, its core; of which `wholeShut`, `coreShut`: no hours cover it. `onlyTour`:
 * there is one way to go.
 */
export const LEFT_FLAG = { whole: 1, core: 2, onlyTour: 4, wholeShut: 8, coreShut: 16 } as const;

/** The gaps of a case that is asked for again. */
export type LeftGapsOf = (care: CareCase, firstDay: LocalDate) => LeftGaps;

/** The gaps of a family's cases, found once for each. */
export function leftGapsIn(request: Request, { ordinary }: Families, near: CareNear): LeftGapsOf {
  const known: (LeftGaps | undefined)[] = [];
  const { words } = near.openings;

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
      flags: rows.map(
        (row) =>
          flagsOf(ordinary, care, gaps, row) |
          (isEmpty(whole, row * words, words) ? LEFT_FLAG.wholeShut : 0) |
          (isEmpty(core, row * words, words) ? LEFT_FLAG.coreShut : 0),
      ),
      whole,
      core,
      isClosable: gaps.count === 0 || newCareAnswer(search).closesAll,
    };
  }

  return (care, firstDay) => (known[care.id] ??= workOut(care, firstDay));
}

function isEmpty(masks: Uint32Array, from: number, words: number): boolean {
  for (let word = from; word < from + words; word += 1) if (masks[word] !== 0) return false;
  return true;
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
