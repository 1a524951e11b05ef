import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES, type Interval } from '../../../time/intervals.ts';
import { WEEKDAYS } from '../../../time/weekday.ts';
import { reportGaps } from '../../care/gaps.ts';
import type { Gap } from '../../match-result.ts';
import { dateIn } from '../../match-index/week-number.ts';
import type { CareCase } from '../care/care-case.ts';
import type { Family } from '../sessions/family.ts';
import { areWithinDay } from '../gaps/gap-minutes.ts';
import type { Gaps } from '../gaps/gaps.ts';
import { datesIn, forEachWeek } from '../sessions/held.ts';
import type { Request } from '../request.ts';
import { CELLS_PER_DAY } from '../days/spans.ts';
import { forEachLost } from './lost-stretches.ts';
import { firstDateOf } from './shown-variant.ts';

/** The gaps of a case as they are reported: by child, weekday and minutes, with the number of dates, in that order. */
export function shownGaps(request: Request, family: Family, care: CareCase, gaps: Gaps): readonly Gap[] {
  return care.isOneADay && areWithinDay(gaps)
    ? bySessions(family, care, gaps)
    : dateByDate(request, family, care, gaps);
}

/** Where no two sessions are on one date and none passes midnight, the dates of a gap are those of its sessions. */
function bySessions({ weeks }: Family, { sessions }: CareCase, gaps: Gaps): readonly Gap[] {
  const dates = new Map<number, number>();
  for (let row = 0; row < gaps.count; row += 1) {
    const held = sessions[gaps.session[row] ?? 0];
    const child = gaps.child[row] ?? 0;
    if (held === undefined) continue;
    const ofSessions = datesIn(held);
    forEachLost(weeks[child], held, gaps, row, (from, to) => {
      const key = keyOf(child, held.weekday, from, to);
      dates.set(key, (dates.get(key) ?? 0) + ofSessions);
    });
  }
  return [...dates].sort(([one], [other]) => one - other).map(([key, count]) => gapOf(key, count));
}

function keyOf(child: number, weekday: number, from: number, to: number): number {
  return ((child * WEEKDAYS.length + weekday) * MOST_CELLS + from) * MOST_CELLS + to;
}

function gapOf(key: number, dates: number): Gap {
  const cells = Math.floor(key / MOST_CELLS);
  const days = Math.floor(cells / MOST_CELLS);
  return {
    child: Math.floor(days / WEEKDAYS.length),
    day: WEEKDAYS[days % WEEKDAYS.length] ?? 0,
    from: (cells % MOST_CELLS) * GRID_MINUTES,
    to: (key % MOST_CELLS) * GRID_MINUTES,
    dates,
  };
}

/** Above every cell at which a gap of a day begins or ends. */
const MOST_CELLS = CELLS_PER_DAY + 1;

/** Gaps of one child that meet are one: looked at date by date, as the reference does. */
function dateByDate(request: Request, { weeks }: Family, { sessions }: CareCase, gaps: Gaps): readonly Gap[] {
  const uncovered = weeks.map((_week, child) => ({ child, uncovered: new Array<Interval>() }));
  for (let row = 0; row < gaps.count; row += 1) {
    const held = sessions[gaps.session[row] ?? 0];
    const child = gaps.child[row] ?? 0;
    const ofChild = uncovered[child]?.uncovered;
    if (held === undefined || ofChild === undefined) continue;
    forEachLost(weeks[child], held, gaps, row, (from, to) => {
      const on = (date: number): void => {
        const midnight = date * MINUTES_PER_DAY;
        ofChild.push({ from: midnight + from * GRID_MINUTES, to: midnight + to * GRID_MINUTES });
      };
      if (held.isPlain) on(firstDateOf(request, held));
      else
        forEachWeek(held, (week) => {
          on(dateIn(week, held.weekday));
        });
    });
  }
  return reportGaps(uncovered);
}
