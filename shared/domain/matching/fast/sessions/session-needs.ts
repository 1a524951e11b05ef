import type { DayClass } from '../days/day-classes.ts';
import type { Spot } from '../ways/surroundings.ts';

/** When a session is held: minutes from the midnight of a date of a class. */
export type SessionTime = { readonly day: number; readonly from: number; readonly to: number };

/** Where a session is attended; online is at home. */
export type Attended = { readonly spot: Spot; readonly isOnline: boolean };

/** The columns of `NeedRows`. */
export const NEED_COLUMNS = [
  'child',
  'at',
  'from',
  'to',
  'leastFrom',
  'leastTo',
  'mostFrom',
  'mostTo',
] as const;

/**
 * Needs of children, a row for each: `at` the place where the child is, `from` and `to` cells from the midnight of the session's date, `leastFrom` and
 * `leastTo` those that are part of the need whatever the order of stops, `mostFrom` and `mostTo` those that are part of it in some order. Columns grow, so they are to be read anew after something was added.
 */
export type NeedRows = Record<(typeof NEED_COLUMNS)[number], Int32Array>;

/**
 * What one session means for a family. `isKnown`: all ways are known; otherwise nothing else counts. `isOnlyTour`: there is one way to go,
 * whatever the care. `isWithinDay`: all needs lie within the session's day, whatever the order of stops. `gaps`: bits of the children that are
 * not looked after all the time. `rows` hold `count` needs from `begin` on, by child ascending. `id`: the number of a meaning that is kept, see
 * `Meanings`; 0 for one that is not.
 */
export type Meaning = {
  readonly id: number;
  readonly isKnown: boolean;
  readonly isOnlyTour: boolean;
  readonly isWithinDay: boolean;
  readonly gaps: number;
  readonly count: number;
  readonly begin: number;
  readonly rows: NeedRows;
};

/** A meaning that is written anew for each session, so that it has to be read before the next. */
export type SessionNeeds = {
  readonly id: 0;
  isKnown: boolean;
  isOnlyTour: boolean;
  isWithinDay: boolean;
  gaps: number;
  count: number;
  readonly begin: 0;
  readonly rows: NeedRows;
};

/** Room for so many needs. */
export function needRows(length: number): NeedRows {
  return {
    child: new Int32Array(length),
    at: new Int32Array(length),
    from: new Int32Array(length),
    to: new Int32Array(length),
    leastFrom: new Int32Array(length),
    leastTo: new Int32Array(length),
    mostFrom: new Int32Array(length),
    mostTo: new Int32Array(length),
  };
}

/** Room for the needs of so many children. */
export function sessionNeeds(children: number): SessionNeeds {
  return {
    id: 0,
    isKnown: true,
    isOnlyTour: true,
    isWithinDay: true,
    gaps: 0,
    count: 0,
    begin: 0,
    rows: needRows(children),
  };
}

/** The children that a session concerns, as bits. */
export function concernedBy(classes: readonly DayClass[], day: number, isOnline: boolean): number {
  const found = classes[day];
  if (found === undefined) throw new RangeError('no such class of days');
  return isOnline ? found.online : found.onSite;
}
