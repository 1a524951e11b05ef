import type { Frame } from '../frame.ts';
import type { ChildMonths } from './days/child-months.ts';
import type { DayClasses } from './days/day-classes.ts';
import type { Surroundings } from './ways/surroundings.ts';

/** What the meaning of a session hangs on in one request, whatever the index. */
export type Setting = {
  readonly frame: Frame;
  readonly days: DayClasses;
  readonly surroundings: Surroundings;
  readonly months: ChildMonths;
};
