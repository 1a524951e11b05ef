import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import type { CareCase } from './care-case.ts';
import { nextCovered, nextLost } from './cells.ts';
import { collectGaps } from './collect-gaps.ts';
import { CELLS_PER_DAY, type Span } from './spans.ts';
import type { Family } from './family.ts';
import type { Gaps } from './gaps.ts';
import { forEachWeek, type HeldSessions } from './held.ts';
import { mostLostAtOne } from './lost-at-one.ts';
import type { Request } from './request.ts';
import { unitedCells } from './united-cells.ts';

const CELLS_PER_WEEK = (7 * MINUTES_PER_DAY) / GRID_MINUTES;

/** Sessions with a gap: how many cells of them are not covered for at least one child. */
type SessionsLost = { readonly held: HeldSessions; readonly cells: number };

/**
 * The largest number of minutes, over calendar weeks, in which at least one child has a gap. Where no two sessions are on one date and none
 * passes midnight, the minutes of a week are the sum of those of its sessions. `plainWeek` stands for any week. Gaps of sessions that do not
 * answer for themselves are those that childcare of the course leaves.
 */
export function gapMinutesOf(
  request: Request,
  family: Family,
  care: CareCase,
  gaps: Gaps,
  plainWeek: number,
): number {
  if (care.atOne !== undefined) {
    const cells = care.isOneADay ? mostLostAtOne(request, family, care.atOne, plainWeek) : undefined;
    if (cells !== undefined) return cells * GRID_MINUTES;
    const { others } = request.scratch;
    collectGaps(request, family, care, others);
    return mostUnited(family, care, others, plainWeek) * GRID_MINUTES;
  }
  const cells =
    care.isOneADay && areWithinDay(gaps)
      ? mostSummed(lostBySessions(family, care, gaps), plainWeek)
      : mostUnited(family, care, gaps, plainWeek);
  return cells * GRID_MINUTES;
}

/** Whether no need with a gap passes midnight. */
export function areWithinDay({ count, from, to }: Gaps): boolean {
  for (let row = 0; row < count; row += 1) {
    if ((from[row] ?? 0) < 0 || (to[row] ?? 0) > CELLS_PER_DAY) return false;
  }
  return true;
}

function lostBySessions({ weeks }: Family, { sessions }: CareCase, gaps: Gaps): readonly SessionsLost[] {
  const lost: SessionsLost[] = [];
  for (let begin = 0; begin < gaps.count;) {
    const session = gaps.session[begin] ?? 0;
    let end = begin + 1;
    while (end < gaps.count && gaps.session[end] === session) end += 1;
    const held = sessions[session];
    if (held !== undefined) lost.push({ held, cells: unitedCells(weeks, held.day, gaps, begin, end) });
    begin = end;
  }
  return lost;
}

function mostSummed(all: readonly SessionsLost[], plainWeek: number): number {
  let first = Number.POSITIVE_INFINITY;
  let end = 0;
  let sum = 0;
  for (const { held, cells } of all) {
    const from = held.isPlain ? plainWeek : held.firstWeek;
    first = Math.min(first, from);
    end = Math.max(end, from + (held.isPlain ? 1 : held.words.length) * 32);
    sum += cells;
  }
  if (isAnyWeekOfAll(all, first, end)) return sum;
  const byWeek = new Uint16Array(end - first);
  let most = 0;
  for (const { held, cells } of all) {
    forEachWeekOf(held, plainWeek, (week) => {
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
    let inAll = -1;
    for (const { held } of all) {
      const word = (week - held.firstWeek) / 32;
      inAll &= held.isPlain || !Number.isInteger(word) ? 0 : (held.words[word] ?? 0);
      if (inAll === 0) break;
    }
    if (inAll !== 0) return true;
  }
  return false;
}

/** What runs over the end of a week belongs to the next, what begins before Monday to the one before. */
function mostUnited({ weeks }: Family, { sessions }: CareCase, gaps: Gaps, plainWeek: number): number {
  const byWeek = new Map<number, Span[]>();
  for (let row = 0; row < gaps.count; row += 1) {
    const held = sessions[gaps.session[row] ?? 0];
    if (held === undefined) continue;
    const midnight = held.weekday * CELLS_PER_DAY;
    const week = weeks[gaps.child[row] ?? 0];
    const end = gaps.to[row] ?? 0;
    if (week === undefined) continue;
    for (let lost = nextLost(week, held.day, gaps.from[row] ?? 0, end); lost < end;) {
      const covered = nextCovered(week, held.day, lost, end);
      const [from, to] = [midnight + lost, midnight + covered];
      lost = nextLost(week, held.day, covered, end);
      for (let shift = Math.floor(from / CELLS_PER_WEEK); shift * CELLS_PER_WEEK < to; shift += 1) {
        const start = shift * CELLS_PER_WEEK;
        const part = { from: Math.max(0, from - start), to: Math.min(CELLS_PER_WEEK, to - start) };
        forEachWeekOf(held, plainWeek, (at) => {
          const known = byWeek.get(at + shift);
          if (known === undefined) byWeek.set(at + shift, [part]);
          else known.push(part);
        });
      }
    }
  }
  return Math.max(0, ...[...byWeek.values()].map(cellsInAll));
}

function forEachWeekOf(held: HeldSessions, plainWeek: number, visit: (week: number) => void): void {
  if (held.isPlain) visit(plainWeek);
  else forEachWeek(held, visit);
}

/** Puts the stretches in order. */
function cellsInAll(stretches: Span[]): number {
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
