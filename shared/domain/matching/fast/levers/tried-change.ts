import { hasEntries } from '../../care/care-wanted.ts';
import { WEEKDAYS, weekdayOf } from '../../../time/weekday.ts';
import type { DayClasses } from '../days/day-classes.ts';
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
  /**
   * Whether what one child needs because of a session within the day of a class, and how it is covered, is certain to be as it was.
   * `isOnlyTour`: there is one way to go.
   */
  readonly isSameFor: (day: number, child: number, isOnlyTour: boolean) => boolean;
};

/** What a change leaves of a family's week; helpers who come every week are looked at once for each weekday of coarse classes. */
export function triedChange(
  { classes }: Pick<DayClasses, 'classes'>,
  before: Family,
  after: Family,
  addsOnly: boolean,
): TriedChange {
  const known: (number | undefined)[] = [];
  const all = before.weeks.reduce((bits, _week, child) => bits | (1 << child), 0);

  function workOut(day: number): number {
    let bits = 0;
    before.weeks.forEach((week, child) => {
      const changed = after.weeks[child];
      if (week === changed || week.hoursOn(day) === changed?.hoursOn(day)) bits |= 1 << child;
    });
    return bits;
  }

  const keepsBooked = before.situation.children.every((child, index) => {
    const changed = after.situation.children[index];
    return changed !== undefined && hasEntries(child) === hasEntries(changed);
  });
  function unchangedOn(day: number): number {
    const found = classes[day];
    const isByWeekday = addsOnly && found?.isFine === false;
    return (known[isByWeekday ? weekdayOf(found.date) : WEEKDAYS.length + day] ??= workOut(day));
  }
  const isAllUnchangedOn = (day: number): boolean => unchangedOn(day) === all;

  return {
    addsOnly,
    keepsBooked,
    unchangedOn,
    isAllUnchangedOn,
    isSameFor(day, child, isOnlyTour) {
      if ((unchangedOn(day) & (1 << child)) === 0) return false;
      return (addsOnly && isOnlyTour) || isAllUnchangedOn(day);
    },
  };
}
