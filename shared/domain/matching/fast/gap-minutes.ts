import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { lostStretches, type CaseSessions, type OpenGap } from './care-case.ts';
import { forEachWeek } from './held.ts';

const CELLS_PER_WEEK = (7 * MINUTES_PER_DAY) / GRID_MINUTES;

type Stretch = { readonly from: number; readonly to: number };

/**
 * The largest number of minutes, over calendar weeks, in which at least one child has a gap. Where no two sessions are on one
 * date and none passes midnight, the minutes of a week are the sum of those of its sessions.
 */
export function gapMinutesOf(gaps: readonly OpenGap[], plainWeek: number, isOneADay: boolean): number {
  const bySessions = new Map<CaseSessions, Stretch[]>();
  for (const gap of gaps) {
    const known = bySessions.get(gap.sessions);
    if (known === undefined) bySessions.set(gap.sessions, stretchesInWeek(gap));
    else known.push(...stretchesInWeek(gap));
  }
  const isApart = isOneADay && [...bySessions].every(([{ held }, each]) => isOnDay(held.weekday, each));
  return (isApart ? mostSummed(bySessions, plainWeek) : mostUnited(bySessions, plainWeek)) * GRID_MINUTES;
}

function mostSummed(bySessions: ReadonlyMap<CaseSessions, Stretch[]>, plainWeek: number): number {
  let first = Number.POSITIVE_INFINITY;
  let end = 0;
  for (const { held } of bySessions.keys()) {
    const [from, words] = held.isPlain ? [plainWeek, 1] : [held.firstWeek, held.words.length];
    first = Math.min(first, from);
    end = Math.max(end, from + words * 32);
  }
  const together = sumIfTogether(bySessions, first, end);
  if (together !== undefined) return together;
  const byWeek = new Uint16Array(end - first);
  let most = 0;
  for (const [sessions, stretches] of bySessions) {
    const cells = unitedCells(stretches);
    forEachWeekOf(sessions, plainWeek, (week) => {
      const sum = (byWeek[week - first] ?? 0) + cells;
      byWeek[week - first] = sum;
      if (sum > most) most = sum;
    });
  }
  return most;
}

/** The sum over all sessions if there is a week in which all of them are held: no week can have more. */
function sumIfTogether(
  bySessions: ReadonlyMap<CaseSessions, Stretch[]>,
  first: number,
  end: number,
): number | undefined {
  let sum = 0;
  for (const stretches of bySessions.values()) sum += unitedCells(stretches);
  for (let week = Math.floor(first / 32) * 32; week < end; week += 32) {
    let all = -1;
    for (const { held } of bySessions.keys()) {
      const word = (week - held.firstWeek) / 32;
      all &= held.isPlain || !Number.isInteger(word) ? 0 : (held.words[word] ?? 0);
      if (all === 0) break;
    }
    if (all !== 0) return sum;
  }
  return undefined;
}

/** What runs over the end of a week belongs to the next, what begins before Monday to the one before. */
function mostUnited(bySessions: ReadonlyMap<CaseSessions, Stretch[]>, plainWeek: number): number {
  const byWeek = new Map<number, Stretch[]>();
  for (const [sessions, stretches] of bySessions) {
    for (const { from, to } of stretches) {
      for (let shift = Math.floor(from / CELLS_PER_WEEK); shift * CELLS_PER_WEEK < to; shift += 1) {
        const start = shift * CELLS_PER_WEEK;
        const part = { from: Math.max(0, from - start), to: Math.min(CELLS_PER_WEEK, to - start) };
        forEachWeekOf(sessions, plainWeek, (week) => {
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
function stretchesInWeek(gap: OpenGap): Stretch[] {
  const midnight = midnightOf(gap.sessions.held.weekday);
  return lostStretches(gap).map(({ from, to }) => ({ from: midnight + from, to: midnight + to }));
}

function midnightOf(weekday: number): number {
  return (weekday * MINUTES_PER_DAY) / GRID_MINUTES;
}

function isOnDay(weekday: number, stretches: readonly Stretch[]): boolean {
  return stretches.every(({ from, to }) => from >= midnightOf(weekday) && to <= midnightOf(weekday + 1));
}

function unitedCells(stretches: readonly Stretch[]): number {
  const [only] = stretches;
  if (only !== undefined && stretches.length === 1) return only.to - only.from;
  let cells = 0;
  let reached = 0;
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    if (to <= reached) continue;
    cells += to - Math.max(from, reached);
    reached = to;
  }
  return cells;
}
