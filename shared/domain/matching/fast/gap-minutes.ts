import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { lostStretches, type CaseSessions, type OpenGap } from './care-case.ts';
import { bitsIn } from './cells.ts';
import { CELLS_PER_DAY, type Span } from './child-week.ts';
import { forEachWeek } from './held.ts';

const CELLS_PER_WEEK = (7 * MINUTES_PER_DAY) / GRID_MINUTES;

/** Sessions with a gap: how many cells of them are not covered for at least one child. */
type SessionsLost = { readonly sessions: CaseSessions; readonly cells: number };

/**
 * The largest number of minutes, over calendar weeks, in which at least one child has a gap. Where no two sessions are on one
 * date and none passes midnight, the minutes of a week are the sum of those of its sessions. Gaps of one session follow one another.
 */
export function gapMinutesOf(gaps: readonly OpenGap[], plainWeek: number, isOneADay: boolean): number {
  const isApart = isOneADay && gaps.every(({ need }) => need.from >= 0 && need.to <= MINUTES_PER_DAY);
  return (isApart ? mostSummed(lostBySessions(gaps), plainWeek) : mostUnited(gaps, plainWeek)) * GRID_MINUTES;
}

function lostBySessions(gaps: readonly OpenGap[]): readonly SessionsLost[] {
  const lost: SessionsLost[] = [];
  for (let begin = 0; begin < gaps.length;) {
    const first = gaps[begin];
    if (first === undefined) break;
    const { sessions, outcome } = first;
    let end = begin + 1;
    while (end < gaps.length && gaps[end]?.sessions === sessions) end += 1;
    const isWhole = end - begin === bitsIn(outcome.gaps);
    const cells = isWhole
      ? (outcome.united.cells ??= unitedOf(gaps, begin, end))
      : unitedOf(gaps, begin, end);
    lost.push({ sessions, cells });
    begin = end;
  }
  return lost;
}

/** Cells that some gaps have in all. */
function unitedOf(gaps: readonly OpenGap[], begin: number, end: number): number {
  const stretches: Span[] = [];
  for (let at = begin; at < end; at += 1) {
    const gap = gaps[at];
    if (gap !== undefined) stretches.push(...lostStretches(gap));
  }
  return unitedCells(stretches);
}

function mostSummed(all: readonly SessionsLost[], plainWeek: number): number {
  let first = Number.POSITIVE_INFINITY;
  let end = 0;
  let sum = 0;
  for (const { sessions, cells } of all) {
    const { held } = sessions;
    const from = held.isPlain ? plainWeek : held.firstWeek;
    first = Math.min(first, from);
    end = Math.max(end, from + (held.isPlain ? 1 : held.words.length) * 32);
    sum += cells;
  }
  if (isAnyWeekOfAll(all, first, end)) return sum;
  const byWeek = new Uint16Array(end - first);
  let most = 0;
  for (const { sessions, cells } of all) {
    forEachWeekOf(sessions, plainWeek, (week) => {
      const ofWeek = (byWeek[week - first] ?? 0) + cells;
      byWeek[week - first] = ofWeek;
      if (ofWeek > most) most = ofWeek;
    });
  }
  return most;
}

/** Whether there is a week in which all of them are held: no week can have more. */
function isAnyWeekOfAll(all: readonly SessionsLost[], first: number, end: number): boolean {
  for (let week = Math.floor(first / 32) * 32; week < end; week += 32) {
    let held = -1;
    for (const { sessions } of all) {
      const word = (week - sessions.held.firstWeek) / 32;
      held &= sessions.held.isPlain || !Number.isInteger(word) ? 0 : (sessions.held.words[word] ?? 0);
      if (held === 0) break;
    }
    if (held !== 0) return true;
  }
  return false;
}

/** What runs over the end of a week belongs to the next, what begins before Monday to the one before. */
function mostUnited(gaps: readonly OpenGap[], plainWeek: number): number {
  const byWeek = new Map<number, Span[]>();
  for (const gap of gaps) {
    for (const { from, to } of stretchesInWeek(gap)) {
      for (let shift = Math.floor(from / CELLS_PER_WEEK); shift * CELLS_PER_WEEK < to; shift += 1) {
        const start = shift * CELLS_PER_WEEK;
        const part = { from: Math.max(0, from - start), to: Math.min(CELLS_PER_WEEK, to - start) };
        forEachWeekOf(gap.sessions, plainWeek, (week) => {
          const known = byWeek.get(week + shift);
          if (known === undefined) byWeek.set(week + shift, [part]);
          else known.push(part);
        });
      }
    }
  }
  return Math.max(0, ...[...byWeek.values()].map(unitedCells));
}

function forEachWeekOf({ held }: CaseSessions, plainWeek: number, visit: (week: number) => void): void {
  if (held.isPlain) visit(plainWeek);
  else forEachWeek(held, visit);
}

/** The uncovered cells counted from the Monday of the session's week; below 0 and beyond the week too. */
function stretchesInWeek(gap: OpenGap): readonly Span[] {
  const midnight = gap.sessions.held.weekday * CELLS_PER_DAY;
  return lostStretches(gap).map(({ from, to }) => ({ from: midnight + from, to: midnight + to }));
}

/** Puts the stretches in order. */
function unitedCells(stretches: Span[]): number {
  if (stretches.length > 1) stretches.sort((one, other) => one.from - other.from);
  let cells = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from, to } of stretches) {
    if (to <= reached) continue;
    cells += to - Math.max(from, reached);
    reached = to;
  }
  return cells;
}
