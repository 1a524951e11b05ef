import type { Situation } from '../../../situation/situation.ts';
import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import { WEEKDAYS, type Weekday } from '../../../time/weekday.ts';
import { CELLS_PER_DAY, type Span } from '../days/spans.ts';

/** The cells of a weekday, from the first to the last, that helpers who are added may cover for a child; `from` is not below `to` where there are none. */
export type AddedHelp = (weekday: Weekday, child: number) => Span;

type Helped = Pick<Situation, 'children' | 'helpers'>;

/** What helpers cover who come after those that there are before. */
export function addedHelp(before: Helped, after: Helped): AddedHelp {
  const added = after.helpers.slice(before.helpers.length);
  // Pushed, not mapped; see DESIGN.md.
  const spans: Span[] = [];
  for (const weekday of WEEKDAYS)
    for (let child = 0; child < after.children.length; child += 1) spans.push(workOut(weekday, child));

  function workOut(weekday: Weekday, child: number): Span {
    let { from, to } = NOTHING;
    for (const { children, hours } of added) {
      if (children?.includes(child) === false) continue;
      for (const day of hours.days) {
        const begins = (day - weekday) * MINUTES_PER_DAY;
        // What runs past midnight is on the next weekday too, Monday's after Sunday's.
        for (const midnight of [
          begins,
          begins + WEEKDAYS.length * MINUTES_PER_DAY,
          begins - WEEKDAYS.length * MINUTES_PER_DAY,
        ]) {
          const first = Math.max(0, Math.floor((midnight + hours.from) / GRID_MINUTES));
          const end = Math.min(CELLS_PER_DAY, Math.ceil((midnight + hours.to) / GRID_MINUTES));
          if (first >= end) continue;
          from = Math.min(from, first);
          to = Math.max(to, end);
        }
      }
    }
    return { from, to };
  }

  return (weekday, child) => spans[weekday * after.children.length + child] ?? NOTHING;
}

const NOTHING: Span = { from: CELLS_PER_DAY, to: 0 };
