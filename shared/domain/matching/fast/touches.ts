import type { Situation } from '../../situation/situation.ts';
import { MINUTES_PER_DAY } from '../../time/clock-time.ts';

/** Children from this number on have no bits. */
export const MOST_TOLD_CHILDREN = 4;
const DAYS = 7;

/** The bit of one weekday of one child. */
export function touchBit(child: number, weekday: number): number {
  return 1 << (child * DAYS + weekday);
}

/** The weekdays of children that added helpers touch, as bits: those after midnight included. */
export function touchesOf(before: Situation, after: Situation): number {
  let bits = 0;
  for (const { hours, children } of after.helpers.filter((helper) => !before.helpers.includes(helper))) {
    for (let child = 0; child < Math.min(MOST_TOLD_CHILDREN, after.children.length); child += 1) {
      if (children !== undefined && !children.includes(child)) continue;
      for (const day of hours.days) {
        bits |= touchBit(child, day);
        if (hours.to > MINUTES_PER_DAY) bits |= touchBit(child, (day + 1) % DAYS);
      }
    }
  }
  return bits;
}

/** The weekdays on which helpers of a changed situation come that the one before had not, those after midnight included. */
export function addedWeekdays(before: Situation, after: Situation): number {
  let bits = 0;
  for (const { hours } of after.helpers.filter((helper) => !before.helpers.includes(helper))) {
    for (const day of hours.days) {
      bits |= 1 << day;
      if (hours.to > MINUTES_PER_DAY) bits |= 1 << ((day + 1) % 7);
    }
  }
  return bits;
}

/** What a change touches that does more than add helpers. */
export const TOUCHES_ALL = -1;
