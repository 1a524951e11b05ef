import type { Frame } from '../../frame.ts';
import type { DayClass } from './day-classes.ts';
import type { DayCover } from './spans.ts';

/**
 * What weeks of one request have in common. `order` tells which of two places goes first when overlaps are equal; `covers`: the days of all weeks
 * by their hours, see `ChildWeek.hoursOn`.
 */
export type ChildWeekTerms = {
  readonly frame: Pick<Frame, 'region' | 'today' | 'from'>;
  readonly classOf: (id: number) => DayClass;
  readonly covers: Map<string, DayCover>;
  readonly order: (one: number, other: number) => number;
};
