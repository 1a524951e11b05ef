import type { Frame } from '../../frame.ts';
import type { DayClass } from './day-classes.ts';

/** What weeks of one request have in common. `order` tells which of two places goes first when overlaps are equal. */
export type ChildWeekTerms = {
  readonly frame: Pick<Frame, 'region' | 'today'>;
  readonly classOf: (id: number) => DayClass;
  readonly order: (one: number, other: number) => number;
};
