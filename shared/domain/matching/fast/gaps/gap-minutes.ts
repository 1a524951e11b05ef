import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import type { CareCase } from '../care/care-case.ts';
import { nextCovered, nextLost } from '../days/cells.ts';
import { collectGaps } from './collect-gaps.ts';
import { CELLS_PER_DAY, unitedLength } from '../days/spans.ts';
import type { Family } from '../sessions/family.ts';
import type { Gaps } from './gaps.ts';
import { forEachWeek, type HeldSessions } from '../sessions/held.ts';
import { mostLostAtOne } from './lost-at-one.ts';
import { partsByWeek } from './parts-by-week.ts';
import type { Request } from '../request.ts';

const CELLS_PER_WEEK = (7 * MINUTES_PER_DAY) / GRID_MINUTES;

/**
 * The largest number of minutes, over calendar weeks, in which at least one child has a gap. `plainWeek` stands for any week. Gaps of sessions
 * that do not answer for themselves are those that childcare of the course leaves.
 */
export function gapMinutesOf(
  request: Request,
  family: Family,
  care: CareCase,
  gaps: Gaps,
  plainWeek: number,
): number {
  const { atOne, isOneADay } = care;
  const cells = atOne && isOneADay ? mostLostAtOne(request, family, atOne, plainWeek) : undefined;
  if (cells !== undefined) return cells * GRID_MINUTES;
  if (atOne === undefined) return mostUnited(request, family, care, gaps, plainWeek) * GRID_MINUTES;
  const { others } = request.scratch;
  collectGaps(request, family, care, others);
  return mostUnited(request, family, care, others, plainWeek) * GRID_MINUTES;
}

/** Whether no need with a gap passes midnight. */
export function areWithinDay({ count, from, to }: Gaps): boolean {
  for (let row = 0; row < count; row += 1) {
    if ((from[row] ?? 0) < 0 || (to[row] ?? 0) > CELLS_PER_DAY) return false;
  }
  return true;
}

/** What runs over the end of a week belongs to the next, what begins before Monday to the one before. */
function mostUnited(
  { scratch }: Request,
  { weeks }: Family,
  { sessions }: CareCase,
  gaps: Gaps,
  plainWeek: number,
): number {
  const { first, end } = weeksOf(sessions, plainWeek);
  const byWeek = partsByWeek(scratch.byWeek, first, end);
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
        byWeek.begin(part);
        forEachWeekOf(held, plainWeek, (at) => {
          byWeek.addTo(at + shift);
        });
      }
    }
  }
  return Math.max(0, ...byWeek.distinct().map(unitedLength));
}

/** The weeks in which some sessions may be held, and those around; `plainWeek` is among them. */
function weeksOf(
  sessions: readonly HeldSessions[],
  plainWeek: number,
): { readonly first: number; readonly end: number } {
  let [first, end] = [plainWeek, plainWeek + 1];
  for (const { isPlain, firstWeek, words } of sessions) {
    if (isPlain) continue;
    first = Math.min(first, firstWeek);
    end = Math.max(end, firstWeek + words.length * 32);
  }
  return { first: first - 1, end: end + 1 };
}

function forEachWeekOf(held: HeldSessions, plainWeek: number, visit: (week: number) => void): void {
  if (held.isPlain) visit(plainWeek);
  else forEachWeek(held, visit);
}
