import type { DayClass } from './day-classes.ts';
import type { Spot } from './surroundings.ts';

/** When a session is held: minutes from the midnight of a date of a class. */
export type SessionTime = { readonly day: number; readonly from: number; readonly to: number };

/** Where a session is attended; online is at home. */
export type Attended = { readonly spot: Spot; readonly isOnline: boolean };

/**
 * What one session means for a family. It is written anew for each session, so it has to be read before the next: a request looks at
 * tens of thousands. `isKnown`: all ways are known; otherwise nothing else counts. `isOnlyTour`: there is one way to go, whatever
 * the care. `gaps`: bits of the children that are not looked after all the time.
 * The columns hold a row for each child that needs care, ascending: `at` the place where it is, `from` and `to` cells from the midnight
 * of the session's date.
 */
export type SessionNeeds = {
  isKnown: boolean;
  isOnlyTour: boolean;
  gaps: number;
  count: number;
  readonly child: Int32Array;
  readonly at: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
};

/** Room for the needs of so many children. */
export function sessionNeeds(children: number): SessionNeeds {
  return {
    isKnown: true,
    isOnlyTour: true,
    gaps: 0,
    count: 0,
    child: new Int32Array(children),
    at: new Int32Array(children),
    from: new Int32Array(children),
    to: new Int32Array(children),
  };
}

/** The children that a session concerns, as bits. */
export function concernedBy(classes: readonly DayClass[], day: number, isOnline: boolean): number {
  const found = classes[day];
  if (found === undefined) throw new RangeError('no such class of days');
  return isOnline ? found.online : found.onSite;
}
