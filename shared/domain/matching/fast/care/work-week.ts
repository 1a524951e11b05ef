import { MINUTES_PER_DAY } from '../../../time/clock-time.ts';
import { GRID_MINUTES } from '../../../time/intervals.ts';
import { WEEKDAYS, WORKDAYS, type Weekday } from '../../../time/weekday.ts';
import { needsCareOn } from '../../care/needs-care.ts';
import { paidMinutesIn, type WeekBudget } from '../../care/week-budget.ts';
import type { ChildWeek } from '../days/child-week.ts';
import { CELLS_PER_DAY, cellsOf, type Span } from '../days/spans.ts';
import type { Families } from '../request.ts';

/** The longest stretch of a day in which all children that need care have it, minutes of the day. */
type CommonStretch = Span & { readonly day: Weekday };

/** A family's usual week as `weekBudget` sees it, on site or online: days without a stretch are left out; `undefined` when care of a child was not stated. */
export type WorkWeek = (isOnline: boolean) => readonly CommonStretch[] | undefined;

/** What a day holds where no child needs care. */
const UNBOUNDED: Span = { from: 6 * 60, to: 22 * 60 };
const WHOLE_DAY: Span = { from: 0, to: MINUTES_PER_DAY };

/** The usual week of a frame's family, looked at once for either mode. */
export function workWeekOf({ frame, ordinary }: Pick<Families, 'frame' | 'ordinary'>): WorkWeek {
  const { situation, from, today } = frame;
  const days: readonly Weekday[] =
    situation.work?.saturdays === true ? [...WORKDAYS, ...WEEKDAYS.slice(5, 6)] : WORKDAYS;

  function workOut(online: boolean): ReturnType<WorkWeek> {
    const concerned = ordinary.weeks.filter(({ child }) => needsCareOn(child, from, { online }, today));
    if (concerned.some(({ child }) => child.care === undefined)) return undefined;
    return days.flatMap((day) => {
      const { from: begin, to } = longestIn(commonOn(concerned, day));
      return begin < to ? [{ day, from: begin, to }] : [];
    });
  }

  let onSite: { readonly stretches: ReturnType<WorkWeek> } | undefined;
  let online: typeof onSite;
  return (isOnline) =>
    (isOnline ? (online ??= { stretches: workOut(true) }) : (onSite ??= { stretches: workOut(false) }))
      .stretches;
}

function commonOn(concerned: readonly ChildWeek[], day: Weekday): Uint32Array {
  const common = cellsOf([concerned.length === 0 ? UNBOUNDED : WHOLE_DAY]);
  for (const week of concerned) {
    const cells = week.usualOn(day);
    for (let word = 0; word < common.length; word += 1)
      common[word] = (common[word] ?? 0) & (cells[word] ?? 0);
  }
  return common;
}

/** The first of the longest stretches that are set, in minutes; an empty one where none is. */
function longestIn(cells: Uint32Array): Span {
  let longest: Span = { from: 0, to: 0 };
  let from = 0;
  for (let cell = 0; cell < CELLS_PER_DAY; cell += 1) {
    if (((cells[cell >> 5] ?? 0) & (1 << (cell & 31))) === 0) from = cell + 1;
    else if (cell + 1 - from > longest.to - longest.from) longest = { from, to: cell + 1 };
  }
  return { from: longest.from * GRID_MINUTES, to: longest.to * GRID_MINUTES };
}

/** The paid minutes of a week with so many minutes at either end of each day's stretch left out. */
export function paidMinutesOf(stretches: readonly CommonStretch[], asideMinutes: number): number {
  let paid = 0;
  for (const { from, to } of stretches) paid += paidMinutesIn(to - from - 2 * asideMinutes);
  return paid;
}

/** The same with its windows. */
export function weekBudgetIn(stretches: readonly CommonStretch[], asideMinutes: number): WeekBudget {
  const days = stretches.flatMap(({ day, from, to }) => {
    const window = { from: from + asideMinutes, to: to - asideMinutes };
    const paidMinutes = paidMinutesIn(window.to - window.from);
    return paidMinutes === 0 ? [] : [{ day, window, paidMinutes }];
  });
  return { days, paidMinutes: paidMinutesOf(stretches, asideMinutes) };
}
