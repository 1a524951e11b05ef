import { GRID_MINUTES } from '../../time/intervals.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import type { GrantedChange } from '../match-result.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { dateIn } from '../match-index/week-number.ts';
import type { CareCase, CaseSessions, OpenGap } from './care-case.ts';
import { gapsOf } from './gaps.ts';
import type { Family } from './family.ts';
import { datesIn, forEachWeek } from './held.ts';
import { lostCells } from './cells.ts';
import { CELLS_PER_DAY, countUncovered } from './child-week.ts';
import { onDay, type Outcome } from './outcome.ts';
import type { Request } from './request.ts';
import { MOST_TOLD_CHILDREN, touchBit } from './touches.ts';

/** A care change with the family's week after it. `addsOnly`: it only adds helpers, so where children are stays as it is. */
export type ChangedWeek = {
  readonly change: GrantedChange;
  readonly family: Family;
  readonly addsOnly: boolean;
  /** The weekdays on which anything is added, as bits, Monday lowest; those of `addsOnly` alone. */
  readonly weekdays: number;
  /** The same by child; see `touchBit`. */
  readonly touches: number;
};

/** The care changes of a request, in order. */
export type ChangesNear = {
  readonly changes: readonly ChangedWeek[];
  /** The numbers of those that may close gaps within the day: on all of some weekdays (bits), and of some children on some (`touchBit`). */
  readonly touching: (weekdays: number, children: number) => readonly number[];
  /** The numbers of all. */
  readonly numbers: readonly number[];
  /** How many cells of a class's day before each cell no change covers for a child. */
  readonly uncoveredBefore: (child: number, day: number) => Uint16Array;
};

/** Changes with what many looks at them have in common. */
export function changesNear(changes: readonly ChangedWeek[]): ChangesNear {
  const touching = new Map<number, readonly number[]>();
  const uncovered: (Uint16Array | undefined)[][] = [];
  const numbers = changes.map((_change, at) => at);
  return {
    changes,
    numbers,
    touching(weekdays, children) {
      const key = children * MOST_WEEKDAYS + weekdays;
      const known = touching.get(key) ?? numbers.filter((at) => mayTouch(changes[at], weekdays, children));
      touching.set(key, known);
      return known;
    },
    uncoveredBefore(child, day) {
      const ofChild = (uncovered[child] ??= []);
      return (ofChild[day] ??= countUncovered(coveredByAny(child, day)));
    },
  };

  function coveredByAny(child: number, day: number): Uint32Array {
    const any = new Uint32Array(CELLS_PER_DAY / 32);
    for (const week of new Set(changes.map(({ family }) => family.weeks[child]))) {
      week?.cover(day, 0).forEach((cells, at) => (any[at] = (any[at] ?? 0) | cells));
    }
    return any;
  }
}

const MOST_HELPER_DATES = 3;
const DATES_PER_HELPER_DATE = 10;

/** What makes unmet care a near miss: some dates for a helper, or a care change; `undefined` when it is none. */
export type NearMissFound =
  | {
      readonly kind: 'helper-on-dates';
      readonly children: readonly number[];
      readonly dates: readonly LocalDate[];
    }
  | { readonly kind: 'change'; readonly change: GrantedChange };

/** The smallest change that closes all gaps of a variant, by section 6; see `nearestCareChange`. */
export function nearMissFor(
  request: Request,
  near: ChangesNear,
  care: CareCase,
  gaps: readonly OpenGap[],
): NearMissFound | undefined {
  const dates = mayBeFew(care, gaps) ? fewDates(request, care, gaps) : undefined;
  if (dates !== undefined) {
    const children = [...new Set(gaps.map(({ need }) => need.child))].sort((one, other) => one - other);
    return { kind: 'helper-on-dates', children, dates };
  }
  if (near.changes.length === 0 || !gaps.every(overlapsCare)) return undefined;
  if (care.childcare === undefined && !gaps.every((gap) => mayClose(near, gap))) return undefined;
  for (const at of worthTrying(near, care, gaps)) {
    const changed = near.changes[at];
    if (changed !== undefined && closesAll(request, at, changed, care, gaps)) {
      return { kind: 'change', change: changed.change };
    }
  }
  return undefined;
}

/** Whether the dates with a gap can be few enough at all: no more of them than there are in the sessions with most. */
function mayBeFew({ sessions }: CareCase, gaps: readonly OpenGap[]): boolean {
  let all = 0;
  for (const { held } of sessions) all += datesIn(held);
  if (all < DATES_PER_HELPER_DATE) return false;
  return gaps.every((gap) => datesIn(gap.sessions.held) <= MOST_HELPER_DATES);
}

/** The dates with a gap if they are few among all. */
function fewDates(
  request: Request,
  { sessions }: CareCase,
  gaps: readonly OpenGap[],
): readonly LocalDate[] | undefined {
  const all = datesOf(request, sessions).length;
  const most = Math.min(MOST_HELPER_DATES, Math.floor(all / DATES_PER_HELPER_DATE));
  const dates = datesOf(
    request,
    gaps.map((gap) => gap.sessions),
  );
  return dates.length <= most ? dates : undefined;
}

function datesOf({ days }: Request, all: readonly CaseSessions[]): readonly LocalDate[] {
  const dates = new Set<LocalDate>();
  for (const { held } of all) {
    const plain = days.classes[held.day]?.date;
    if (held.isPlain && plain !== undefined) dates.add(plain);
    else forEachWeek(held, (week) => dates.add(dateIn(week, held.weekday)));
  }
  return [...dates].sort((one, other) => one - other);
}

/** Whether the session lies at least partly in the child's care on a day it touches. */
function overlapsCare({ outcome, need, sessions }: OpenGap): boolean {
  const begin = Math.floor(sessions.kind.from / GRID_MINUTES);
  const end = Math.ceil(sessions.kind.to / GRID_MINUTES);
  return lostCells(outcome.weeks[need.child], outcome.kind.day, begin, end) < end - begin;
}

const MOST_WEEKDAYS = 128;

function mayTouch(changed: ChangedWeek | undefined, weekdays: number, children: number): boolean {
  if (!changed?.addsOnly) return true;
  return (weekdays & ~changed.weekdays) === 0 && (children & ~changed.touches) === 0;
}

/** Whether any change may close a gap: each child that the session concerns is covered during it after some of them. */
function mayClose(near: ChangesNear, { outcome, sessions }: OpenGap): boolean {
  const { day, from, to } = sessions.kind;
  const begin = Math.floor(from / GRID_MINUTES);
  const end = Math.ceil(to / GRID_MINUTES);
  if (end > CELLS_PER_DAY) return true;
  const known = onDay(outcome, day);
  return (known.mayClose ??= (outcome.needs ?? []).every(({ child }) => {
    const before = near.uncoveredBefore(child, day);
    return before[begin] === before[end];
  }));
}

/** The changes that may close all gaps: a helper who comes on other weekdays closes none, nor, where there is one way to go, one of other children. */
function worthTrying(
  near: ChangesNear,
  { childcare }: CareCase,
  gaps: readonly OpenGap[],
): readonly number[] {
  if (childcare !== undefined) return near.numbers;
  let [weekdays, children] = [0, 0];
  for (const { sessions, outcome, need } of gaps) {
    if (!isWithinDay(outcome)) return near.numbers;
    const { weekday } = sessions.held;
    weekdays |= 1 << weekday;
    if (outcome.isOnlyTour && need.child < MOST_TOLD_CHILDREN) children |= touchBit(need.child, weekday);
  }
  return near.touching(weekdays, children);
}

/** Without childcare of the course each session answers for itself, and what it answers is remembered. */
function closesAll(
  request: Request,
  at: number,
  changed: ChangedWeek,
  care: CareCase,
  gaps: readonly OpenGap[],
): boolean {
  if (care.childcare !== undefined) return gapsOf(request, changed.family, care)?.length === 0;
  for (const gap of gaps) if (!isClosed(at, changed, gap)) return false;
  if (changed.addsOnly) return true;
  return care.sessions.every(({ kind }) => {
    const { needs, gaps: left } = changed.family.outcome(kind);
    return needs !== undefined && left === 0;
  });
}

function isClosed(at: number, changed: ChangedWeek, { outcome, sessions }: OpenGap): boolean {
  const { tried, closing } = onDay(outcome, sessions.kind.day);
  const [word, bit] = [at >> 5, 1 << (at & 31)];
  if (((tried[word] ?? 0) & bit) === 0) {
    tried[word] = (tried[word] ?? 0) | bit;
    if (workOutClosed(changed, outcome, sessions)) closing[word] = (closing[word] ?? 0) | bit;
  }
  return ((closing[word] ?? 0) & bit) !== 0;
}

/**
 * A change closes a gap only if the session itself is covered then for every child it concerns: that is looked at first.
 * Where there is one way to go and children stay where they are, the needs are the same and only cover is looked at.
 */
function workOutClosed({ family, addsOnly }: ChangedWeek, outcome: Outcome, { kind }: CaseSessions): boolean {
  const { needs = [] } = outcome;
  const begin = Math.floor(kind.from / GRID_MINUTES);
  const end = Math.ceil(kind.to / GRID_MINUTES);
  if (!needs.every(({ child }) => lostCells(family.weeks[child], kind.day, begin, end) === 0)) return false;
  if (addsOnly && outcome.isOnlyTour) {
    return needs.every(
      ({ child, from, to }) =>
        lostCells(family.weeks[child], kind.day, from / GRID_MINUTES, to / GRID_MINUTES) === 0,
    );
  }
  const after = family.outcome(kind);
  return after.needs !== undefined && after.gaps === 0;
}

/** Other orders of stops may take longer, but not by more than this. */
export const DETOUR_MINUTES = 240;

function isWithinDay({ needs = [], isOnlyTour }: Outcome): boolean {
  const detour = isOnlyTour ? 0 : DETOUR_MINUTES;
  return needs.every(({ from, to }) => from >= detour && to <= MINUTES_PER_DAY - detour);
}
