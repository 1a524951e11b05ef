import { GRID_MINUTES } from '../../time/intervals.ts';
import type { GrantedChange } from '../match-result.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { dateIn } from '../match-index/week-number.ts';
import { gapsOf, type CareCase, type OpenGap } from './care-case.ts';
import type { Family } from './family.ts';
import { datesIn, forEachWeek } from './held.ts';
import { lostCells, type Outcome } from './outcome.ts';
import type { Request } from './request.ts';

/** A care change with the family's week after it. `addsOnly`: it only adds helpers, so where children are stays as it is. */
export type ChangedWeek = {
  readonly change: GrantedChange;
  readonly family: Family;
  readonly addsOnly: boolean;
};

/** The care changes of a request and what was found out about them: by outcome, whether each closes its gaps (1) or not (2). */
export type ChangesNear = { readonly changes: readonly ChangedWeek[]; readonly closed: Map<Outcome, Uint8Array> };

const MOST_HELPER_DATES = 3;
const DATES_PER_HELPER_DATE = 10;

/** What makes unmet care a near miss: some dates for a helper, or a care change; `undefined` when it is none. */
export type NearMissFound =
  | { readonly kind: 'helper-on-dates'; readonly children: readonly number[]; readonly dates: readonly LocalDate[] }
  | { readonly kind: 'change'; readonly change: GrantedChange };

/** The smallest change that closes all gaps of a variant, by section 6; see `nearestCareChange`. */
export function nearMissFor(
  request: Request,
  near: ChangesNear,
  care: CareCase,
  gaps: readonly OpenGap[],
): NearMissFound | undefined {
  const most = Math.min(MOST_HELPER_DATES, Math.floor(countDates(request, care) / DATES_PER_HELPER_DATE));
  const dates = most === 0 ? undefined : fewDates(request, gaps, most);
  if (dates !== undefined) {
    const children = [...new Set(gaps.map(({ need }) => need.child))].sort((one, other) => one - other);
    return { kind: 'helper-on-dates', children, dates };
  }
  if (near.changes.length === 0 || !gaps.every(overlapsCare)) return undefined;
  const found = near.changes.find((_change, at) => closesAll(request, near, at, care, gaps));
  return found === undefined ? undefined : { kind: 'change', change: found.change };
}

/** On how many dates anything is held. */
function countDates(request: Request, { sessions, isOneADay }: CareCase): number {
  if (isOneADay) return sessions.reduce((sum, { held }) => sum + datesIn(held), 0);
  return datesOf(request, sessions.map(({ held }) => held)).length;
}

/** The dates with a gap if they are no more than `most`. */
function fewDates(request: Request, gaps: readonly OpenGap[], most: number): readonly LocalDate[] | undefined {
  const dates = datesOf(request, [...new Set(gaps.map(({ sessions }) => sessions.held))]);
  return dates.length <= most ? dates : undefined;
}

function datesOf({ days }: Request, all: readonly OpenGap['sessions']['held'][]): readonly LocalDate[] {
  const dates = new Set<LocalDate>();
  for (const held of all) {
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
  if (!gaps.every(({ outcome }) => isClosed(near, at, changed, outcome))) return false;
  if (changed.addsOnly) return true;
  return care.sessions.every(({ kind }) => {
    const { needs, gaps: left } = changed.family.outcome(kind);
    return needs !== undefined && left === 0;
  });
}

function isClosed(near: ChangesNear, at: number, changed: ChangedWeek, outcome: Outcome): boolean {
  const known = near.closed.get(outcome) ?? new Uint8Array(near.changes.length);
  near.closed.set(outcome, known);
  if (known[at] === 0) known[at] = workOutClosed(changed, outcome) ? CLOSES : CLOSES_NOT;
  return known[at] === CLOSES;
}

/** Where there is one way to go and children stay where they are, the needs are the same and only cover is looked at. */
function workOutClosed({ family, addsOnly }: ChangedWeek, outcome: Outcome): boolean {
  if (addsOnly && outcome.isOnlyTour) {
    return (outcome.needs ?? []).every(
      ({ child, from, to }) =>
        (outcome.gaps & (1 << child)) === 0 ||
        lostCells(family.weeks[child], outcome.kind.day, from / GRID_MINUTES, to / GRID_MINUTES) === 0,
    );
  }
  const { needs, gaps } = family.outcome(outcome.kind);
  return needs !== undefined && gaps === 0;
}

