import { GRID_MINUTES } from '../../time/intervals.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import type { Situation } from '../../situation/situation.ts';
import type { GrantedChange } from '../match-result.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { dateIn } from '../match-index/week-number.ts';
import { gapsOf, type CareCase, type CaseSessions, type OpenGap } from './care-case.ts';
import type { Family } from './family.ts';
import { datesIn, forEachWeek } from './held.ts';
import { lostCells } from './cells.ts';
import { MOST_CLASSES, type Outcome } from './outcome.ts';
import type { Request } from './request.ts';

/** A care change with the family's week after it. `addsOnly`: it only adds helpers, so where children are stays as it is. */
export type ChangedWeek = {
  readonly change: GrantedChange;
  readonly family: Family;
  readonly addsOnly: boolean;
  /** The weekdays on which anything is added, as bits, Monday lowest; those of `addsOnly` alone. */
  readonly weekdays: number;
};

/** The care changes of a request and what was found out about them: by outcome and class of day, whether each closes its gaps (1) or not (2). */
export type ChangesNear = {
  readonly changes: readonly ChangedWeek[];
  readonly closed: Map<number, Uint8Array>;
};

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
  const found = near.changes.find((_change, at) => closesAll(request, near, at, care, gaps));
  return found === undefined ? undefined : { kind: 'change', change: found.change };
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

const CLOSES = 1;
const CLOSES_NOT = 2;

/** Without childcare of the course each session answers for itself, and what it answers is remembered. */
function closesAll(
  request: Request,
  near: ChangesNear,
  at: number,
  care: CareCase,
  gaps: readonly OpenGap[],
): boolean {
  const changed = near.changes[at];
  if (changed === undefined) return false;
  if (care.childcare !== undefined) return gapsOf(request, changed.family, care)?.length === 0;
  if (!gaps.every((gap) => isClosed(near, at, changed, gap))) return false;
  if (changed.addsOnly) return true;
  return care.sessions.every(({ kind }) => {
    const { needs, gaps: left } = changed.family.outcome(kind);
    return needs !== undefined && left === 0;
  });
}

function isClosed(
  near: ChangesNear,
  at: number,
  changed: ChangedWeek,
  { outcome, sessions }: OpenGap,
): boolean {
  const key = outcome.id * MOST_CLASSES + sessions.kind.day;
  const known = near.closed.get(key) ?? new Uint8Array(near.changes.length);
  near.closed.set(key, known);
  if (known[at] === 0) known[at] = workOutClosed(changed, outcome, sessions) ? CLOSES : CLOSES_NOT;
  return known[at] === CLOSES;
}

/**
 * A change closes a gap only if the session itself is covered then for every child it concerns: that is looked at first.
 * Where there is one way to go and children stay where they are, the needs are the same and only cover is looked at.
 */
function workOutClosed(
  { family, addsOnly, weekdays }: ChangedWeek,
  outcome: Outcome,
  { kind, held: { weekday } }: CaseSessions,
): boolean {
  const { needs = [] } = outcome;
  if (addsOnly && isWithinDay(outcome) && (weekdays & (1 << weekday)) === 0) return false;
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
const DETOUR_MINUTES = 240;

function isWithinDay({ needs = [], isOnlyTour }: Outcome): boolean {
  const detour = isOnlyTour ? 0 : DETOUR_MINUTES;
  return needs.every(({ from, to }) => from >= detour && to <= MINUTES_PER_DAY - detour);
}

/** The weekdays on which helpers of a changed situation come that the one before had not, those after midnight included. */
export function addedWeekdays(before: Situation, after: Situation): number {
  let bits = 0;
  for (const { hours } of after.helpers.filter((helper) => !before.helpers.includes(helper))) {
    for (const day of hours.days) {
      bits |= 1 << day;
      if (hours.to > MINUTES_PER_DAY) bits |= 1 << ((day + 1) % 7);
    }
  }
  return bits;
}
