import { MINUTES_PER_DAY } from '../../time/clock-time.ts';
import { GRID_MINUTES } from '../../time/intervals.ts';
import { lostStretches, type OpenGap } from './care-case.ts';
import { forEachWeek } from './held.ts';
import { NeedsReference } from './needs-reference.ts';

const CELLS_PER_WEEK = (7 * MINUTES_PER_DAY) / GRID_MINUTES;
const MOST_GAPS = 31;

/** The largest number of minutes, over calendar weeks, in which at least one child has a gap. */
export function gapMinutesOf(gaps: readonly OpenGap[], plainWeek: number): number {
  if (gaps.length > MOST_GAPS) throw new NeedsReference();
  const stretches = gaps.map((gap) => stretchesInWeek(gap));
  // Weeks in which the same gaps arise have the same minutes.
  const byWeek = new Map<number, number>();
  gaps.forEach(({ sessions }, at) => {
    const { held } = sessions;
    const add = (week: number): void => {
      byWeek.set(week, (byWeek.get(week) ?? 0) | (1 << at));
    };
    if (held.isPlain) add(plainWeek);
    else forEachWeek(held, add);
  });
  let most = 0;
  for (const combined of new Set(byWeek.values())) {
    const together = stretches.flatMap((each, at) => ((combined & (1 << at)) === 0 ? [] : each));
    most = Math.max(most, unitedCells(together) * GRID_MINUTES);
  }
  return most;
}

type Stretch = { readonly from: number; readonly to: number };

/** The uncovered cells counted from Monday; what runs into another week is left to the reference. */
function stretchesInWeek(gap: OpenGap): readonly Stretch[] {
  const midnight = (gap.sessions.held.weekday * MINUTES_PER_DAY) / GRID_MINUTES;
  return lostStretches(gap).map(({ from, to }) => {
    if (midnight + from < 0 || midnight + to > CELLS_PER_WEEK) throw new NeedsReference();
    return { from: midnight + from, to: midnight + to };
  });
}

function unitedCells(stretches: Stretch[]): number {
  stretches.sort((one, other) => one.from - other.from);
  let cells = 0;
  let reached = 0;
  for (const { from, to } of stretches) {
    if (to <= reached) continue;
    cells += to - Math.max(from, reached);
    reached = to;
  }
  return cells;
}
