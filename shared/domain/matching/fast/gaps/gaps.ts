import type { CareCase } from '../care/care-case.ts';
import type { HeldSessions } from '../sessions/held.ts';
import type { Attended, Meaning } from '../sessions/session-needs.ts';

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
  /** When the session is held; see `SessionTimes`. */
  readonly time: number[];
  /** The id of what the session means. */
  readonly meaning: number[];
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

/** What is written anew for each variant: no two looks at once may use the same. */
export type Scratch = {
  readonly gaps: Gaps;
  readonly others: Gaps;
  readonly cells: number[];
  readonly byWeek: number[];
};

/** No gaps yet. */
export function noGaps(): Gaps {
  const columns = {
    session: [],
    child: [],
    time: [],
    meaning: [],
    at: [],
    from: [],
    to: [],
    flags: [],
    asks: [],
  };
  return { count: 0, isFull: false, ...columns };
}

/** Takes all gaps out. */
export function clearGaps(gaps: Gaps): void {
  gaps.count = 0;
  gaps.isFull = false;
}

/** Adds the gaps that a session leaves. */
export function addGaps(gaps: Gaps, session: number, time: number, needs: Meaning): void {
  const flags = (needs.isOnlyTour ? GAP_FLAG.onlyTour : 0) | (needs.isWithinDay ? GAP_FLAG.withinDay : 0);
  const { rows } = needs;
  for (let row = needs.begin; row < needs.begin + needs.count; row += 1) {
    const child = rows.child[row] ?? 0;
    if ((needs.gaps & (1 << child)) === 0) continue;
    const at = gaps.count;
    gaps.session[at] = session;
    gaps.child[at] = child;
    gaps.time[at] = time;
    gaps.meaning[at] = needs.id;
    gaps.at[at] = rows.at[row] ?? 0;
    gaps.from[at] = rows.from[row] ?? 0;
    gaps.to[at] = rows.to[row] ?? 0;
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
  gaps.time[to] = gaps.time[from] ?? 0;
  gaps.meaning[to] = gaps.meaning[from] ?? 0;
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
