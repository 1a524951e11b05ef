import { GRID_MINUTES } from '../../time/intervals.ts';
import type { GrantedChange } from '../match-result.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { dateIn } from '../match-index/week-number.ts';
import type { CareCase } from './care-case.ts';
import { lostCells } from './cells.ts';
import { CELLS_PER_DAY, countUncovered } from './spans.ts';
import { areAlike, type Family } from './family.ts';
import { collectGaps } from './collect-gaps.ts';
import { GAP_FLAG, sessionOf, type Gaps } from './gaps.ts';
import { datesIn, forEachWeek, type HeldSessions } from './held.ts';
import type { Request } from './request.ts';
import { areCoveredDuring } from './weigh.ts';
import type { TriedChange } from './tried-change.ts';

/** A care change with the family's week after it. */
export type ChangedWeek = {
  readonly change: GrantedChange;
  readonly family: Family;
  readonly tried: TriedChange;
};

/** The care changes of a request, in order. */
export type ChangesNear = {
  readonly changes: readonly ChangedWeek[];
  /** How many cells of a class's day before each cell no change covers for a child. */
  readonly uncoveredBefore: (child: number, day: number) => Uint16Array;
};

/** Changes with what many looks at them have in common. */
export function changesNear(changes: readonly ChangedWeek[]): ChangesNear {
  const uncovered: (Uint16Array | undefined)[][] = [];

  function coveredByAny(child: number, day: number): Uint32Array {
    const any = new Uint32Array(CELLS_PER_DAY / 32);
    for (const week of new Set(changes.map(({ family }) => family.weeks[child]))) {
      week?.cover(day, 0).forEach((cells, at) => (any[at] = (any[at] ?? 0) | cells));
    }
    return any;
  }

  return {
    changes,
    uncoveredBefore(child, day) {
      const ofChild = (uncovered[child] ??= []);
      return (ofChild[day] ??= countUncovered(coveredByAny(child, day)));
    },
  };
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
  family: Family,
  care: CareCase,
  gaps: Gaps,
): NearMissFound | undefined {
  const dates = mayBeFew(care, gaps) ? fewDates(request, care, gaps) : undefined;
  if (dates !== undefined) {
    const children = [...new Set(gaps.child.slice(0, gaps.count))].sort((one, other) => one - other);
    return { kind: 'helper-on-dates', children, dates };
  }
  if (near.changes.length === 0 || !mayAllClose(near, family, care, gaps)) return undefined;
  for (const changed of near.changes) {
    if (closesAll(request, changed, care, gaps)) return { kind: 'change', change: changed.change };
  }
  return undefined;
}

/** Whether the dates with a gap can be few enough at all: no more of them than there are in the sessions with most. */
function mayBeFew({ sessions }: CareCase, gaps: Gaps): boolean {
  let all = 0;
  for (const held of sessions) all += datesIn(held);
  if (all < DATES_PER_HELPER_DATE) return false;
  for (let row = 0; row < gaps.count; row += 1) {
    const held = sessions[gaps.session[row] ?? 0];
    if (held !== undefined && datesIn(held) > MOST_HELPER_DATES) return false;
  }
  return true;
}

/** The dates with a gap if they are few among all. */
function fewDates(request: Request, { sessions }: CareCase, gaps: Gaps): readonly LocalDate[] | undefined {
  const all = datesOf(request, sessions).length;
  const most = Math.min(MOST_HELPER_DATES, Math.floor(all / DATES_PER_HELPER_DATE));
  const withGap = new Set(gaps.session.slice(0, gaps.count));
  const dates = datesOf(
    request,
    sessions.filter((_held, at) => withGap.has(at)),
  );
  return dates.length <= most ? dates : undefined;
}

function datesOf({ days }: Request, all: readonly HeldSessions[]): readonly LocalDate[] {
  const dates = new Set<LocalDate>();
  for (const held of all) {
    const plain = days.classes[held.day]?.date;
    if (held.isPlain && plain !== undefined) dates.add(plain);
    else forEachWeek(held, (week) => dates.add(dateIn(week, held.weekday)));
  }
  return [...dates].sort((one, other) => one - other);
}

/** Whether every session with a gap lies at least partly in the child's care, and is covered for the child after any of the changes. */
function mayAllClose(near: ChangesNear, { weeks }: Family, care: CareCase, gaps: Gaps): boolean {
  for (let row = 0; row < gaps.count; row += 1) {
    const held = care.sessions[gaps.session[row] ?? 0];
    if (held === undefined) continue;
    const begin = Math.floor(held.from / GRID_MINUTES);
    const end = Math.ceil(held.to / GRID_MINUTES);
    const child = gaps.child[row] ?? 0;
    if (lostCells(weeks[child], held.day, begin, end) >= end - begin) return false;
    if (!isNotByCourse(care, gaps, row) || end > CELLS_PER_DAY) continue;
    const before = near.uncoveredBefore(child, held.day);
    if (before[begin] !== before[end]) return false;
  }
  return true;
}

function isNotByCourse({ childcare }: CareCase, { flags }: Gaps, row: number): boolean {
  return childcare === undefined || ((flags[row] ?? 0) & GAP_FLAG.notByCourse) !== 0;
}

/** Whether some gap is certain to stay as it is; see DESIGN.md. */
function staysOpen({ sessions }: CareCase, gaps: Gaps, { tried }: ChangedWeek): boolean {
  if (gaps.isFull) return false;
  for (let row = 0; row < gaps.count; row += 1) {
    const flags = gaps.flags[row] ?? 0;
    const day = sessions[gaps.session[row] ?? 0]?.day ?? 0;
    const isOnlyTour = (flags & GAP_FLAG.onlyTour) !== 0;
    if ((flags & GAP_FLAG.withinDay) !== 0 && tried.isSameFor(day, gaps.child[row] ?? 0, isOnlyTour))
      return true;
  }
  return false;
}

/** Without childcare of the course each session answers for itself. */
function closesAll(request: Request, changed: ChangedWeek, care: CareCase, gaps: Gaps): boolean {
  const { needs, others } = request.scratch;
  const { family } = changed;
  if (staysOpen(care, gaps, changed)) return false;
  if (care.childcare !== undefined) {
    for (let row = 0; row < gaps.count; row += 1) {
      const held = care.sessions[gaps.session[row] ?? 0];
      const child = 1 << (gaps.child[row] ?? 0);
      if (held === undefined || !isNotByCourse(care, gaps, row)) continue;
      if (!areCoveredDuring(family.weeks, child, held)) return false;
    }
    return collectGaps(request, family, care, needs, others) && others.count === 0;
  }
  for (let row = 0; row < gaps.count; row += 1) {
    if (isAsBefore(family, care, gaps, row)) continue;
    if (!isClosed(request, changed, care, gaps, row)) return false;
  }
  if (changed.tried.addsOnly) return true;
  for (const held of care.sessions) {
    family.weigh(held, care.attended(held.place), needs);
    if (!needs.isKnown || needs.gaps !== 0) return false;
  }
  return true;
}

/** Whether a gap is that of the row before on another day with the same hours in force, so that a change closes both or none. */
function isAsBefore({ patternOf }: Family, { sessions }: CareCase, gaps: Gaps, row: number): boolean {
  if (row === 0 || gaps.child[row] !== gaps.child[row - 1]) return false;
  const one = sessions[gaps.session[row] ?? 0];
  const other = sessions[gaps.session[row - 1] ?? 0];
  if (one === undefined || other === undefined) return false;
  const isSameNeed = gaps.from[row] === gaps.from[row - 1] && gaps.to[row] === gaps.to[row - 1];
  return isSameNeed && areAlike(patternOf, one, other);
}

/**
 * A change closes a gap only if the session itself is covered then for the child: that is looked at first. Where there is one way to
 * go and children stay where they are, the need is the same and only cover is looked at.
 */
function isClosed(
  { scratch: { needs } }: Request,
  { family, tried }: ChangedWeek,
  care: CareCase,
  gaps: Gaps,
  row: number,
): boolean {
  const { held, where } = sessionOf(care, gaps, row);
  const child = gaps.child[row] ?? 0;
  if (!areCoveredDuring(family.weeks, 1 << child, held)) return false;
  if (tried.addsOnly && ((gaps.flags[row] ?? 0) & GAP_FLAG.onlyTour) !== 0) {
    return lostCells(family.weeks[child], held.day, gaps.from[row] ?? 0, gaps.to[row] ?? 0) === 0;
  }
  family.weigh(held, where, needs);
  return needs.isKnown && needs.gaps === 0;
}
