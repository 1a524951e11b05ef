import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import type { CareCase } from './care-case.ts';
import type { HeldSessions } from './held.ts';
import type { Attended, SessionNeeds } from './session-needs.ts';

/**
 * Times in which one child is not looked after because of some sessions, as childcare of the course leaves them; a row for each, those
 * of one session one after the other. They are written anew for each variant that is looked at.
 */
export type Gaps = {
  count: number;
  /** Childcare of the course has too few places for all that need it, so that it closes none. */
  isFull: boolean;
  /** Which of the case's sessions. */
  readonly session: number[];
  readonly child: number[];
  /** The place where the child is. */
  readonly at: number[];
  /** The whole need, cells from the midnight of the session's date. */
  readonly from: number[];
  readonly to: number[];
  /** GAP_FLAG. */
  readonly flags: number[];
  /** What is asked so that childcare of the course would close it, as bits; BY_NO_COURSE when it would not. */
  readonly asks: number[];
};

/**
 * `onlyTour`: there is one way to go. `withinDay`: all needs of the session lie within its day, whatever the order of stops.
 * `notByCourse`: childcare of the course closes no gap of this session and child, whatever else is changed.
 */
export const GAP_FLAG = { onlyTour: 1, withinDay: 2, notByCourse: 4 } as const;

/** Childcare of the course does not close a gap, whatever is answered. */
export const BY_NO_COURSE = 0;

/** Other orders of stops may take longer, but not by more than this. */
const DETOUR_CELLS = 240 / GRID_MINUTES;
const CELLS_PER_DAY = MINUTES_PER_DAY / GRID_MINUTES;

/** What is written anew for each variant: no two looks at once may use the same. */
export type Scratch = { readonly needs: SessionNeeds; readonly gaps: Gaps; readonly others: Gaps };

/** No gaps yet. */
export function noGaps(): Gaps {
  return { count: 0, isFull: false, session: [], child: [], at: [], from: [], to: [], flags: [], asks: [] };
}

/** Adds the gaps of a session whose needs were written just now. */
export function addGaps(gaps: Gaps, session: number, needs: SessionNeeds): void {
  const flags = (needs.isOnlyTour ? GAP_FLAG.onlyTour : 0) | (isWithinDay(needs) ? GAP_FLAG.withinDay : 0);
  for (let row = 0; row < needs.count; row += 1) {
    const child = needs.child[row] ?? 0;
    if ((needs.gaps & (1 << child)) === 0) continue;
    const at = gaps.count;
    gaps.session[at] = session;
    gaps.child[at] = child;
    gaps.at[at] = needs.at[row] ?? 0;
    gaps.from[at] = needs.from[row] ?? 0;
    gaps.to[at] = needs.to[row] ?? 0;
    gaps.flags[at] = flags;
    gaps.asks[at] = BY_NO_COURSE;
    gaps.count = at + 1;
  }
}

/** Copies a row over another, or to the end. */
export function moveGap(gaps: Gaps, from: number, to: number): void {
  if (from === to) return;
  gaps.session[to] = gaps.session[from] ?? 0;
  gaps.child[to] = gaps.child[from] ?? 0;
  gaps.at[to] = gaps.at[from] ?? 0;
  gaps.from[to] = gaps.from[from] ?? 0;
  gaps.to[to] = gaps.to[from] ?? 0;
  gaps.flags[to] = gaps.flags[from] ?? 0;
  gaps.asks[to] = gaps.asks[from] ?? 0;
}

/** The session of a row, and where it is attended. */
export function sessionOf(
  { sessions, attended }: Pick<CareCase, 'sessions' | 'attended'>,
  gaps: Gaps,
  row: number,
): { readonly held: HeldSessions; readonly where: Attended } {
  const held = sessions[gaps.session[row] ?? 0];
  if (held === undefined) throw new RangeError('no such session');
  return { held, where: attended(held.place) };
}

function isWithinDay({ count, from, to, isOnlyTour }: SessionNeeds): boolean {
  const detour = isOnlyTour ? 0 : DETOUR_CELLS;
  for (let row = 0; row < count; row += 1) {
    if ((from[row] ?? 0) < detour || (to[row] ?? 0) > CELLS_PER_DAY - detour) return false;
  }
  return true;
}
