import { weekdayOf } from '../../../time/weekday.ts';
import { addedHelp } from './added-help.ts';
import type { DayClasses } from '../days/day-classes.ts';
import { CELLS_PER_DAY, type Span } from '../days/spans.ts';
import type { Family } from '../sessions/family.ts';

/**
 * A care change that is tried. `unchangedOn`: the children, as bits, whose care on a class of days is as it was; `isAllUnchangedOn`: it is for
 * all. `addsOnly`: it only adds helpers, so where children are stays as it is.
 */
export type TriedChange = {
  readonly addsOnly: boolean;
  /** Children have care after it exactly if they have some before. */
  readonly keepsBooked: boolean;
  readonly unchangedOn: (day: number) => number;
  readonly isAllUnchangedOn: (day: number) => boolean;
  /** The cells of the day of a class, from the first to the last, in which a child may be covered otherwise. */
  readonly touchedOn: (day: number, child: number) => Span;
  /**
   * Whether what one child needs because of a session within the day of a class, and how it is covered, is certain to be as it was.
   * `isOnlyTour`: there is one way to go.
   */
  readonly isSameFor: (day: number, child: number, isOnlyTour: boolean) => boolean;
};

/** What a change leaves of a family's week. If it `addsOnly`, its helpers come after those that there are, and every week. */
export function triedChange(
  { classes }: Pick<DayClasses, 'classes'>,
  before: Family,
  after: Family,
  addsOnly: boolean,
): TriedChange {
  const known: (number | undefined)[] = [];
  const all = before.weeks.reduce((bits, _week, child) => bits | (1 << child), 0);
  const help = addsOnly ? addedHelp(before.situation, after.situation) : undefined;

  function touchedOn(day: number, child: number): Span {
    const found = classes[day];
    return help === undefined || found === undefined ? WHOLE_DAY : help(weekdayOf(found.date), child);
  }

  /** On the days around a fine class help counts too, which the hours in force tell. */
  function isUnchanged(day: number, child: number): boolean {
    if (help !== undefined && classes[day]?.isFine === false) {
      const { from, to } = touchedOn(day, child);
      return from >= to;
    }
    const [week, changed] = [before.weeks[child], after.weeks[child]];
    return week === changed || week?.hoursOn(day) === changed?.hoursOn(day);
  }

  function workOut(day: number): number {
    return before.weeks.reduce(
      (bits, _week, child) => (isUnchanged(day, child) ? bits | (1 << child) : bits),
      0,
    );
  }

  const keepsBooked = before.booked === after.booked;
  const unchangedOn = (day: number): number => (known[day] ??= workOut(day));
  const isAllUnchangedOn = (day: number): boolean => unchangedOn(day) === all;

  return {
    addsOnly,
    keepsBooked,
    unchangedOn,
    isAllUnchangedOn,
    touchedOn,
    isSameFor(day, child, isOnlyTour) {
      if ((unchangedOn(day) & (1 << child)) === 0) return false;
      return (addsOnly && isOnlyTour) || isAllUnchangedOn(day);
    },
  };
}

const WHOLE_DAY: Span = { from: 0, to: CELLS_PER_DAY };
