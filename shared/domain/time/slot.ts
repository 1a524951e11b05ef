import { MINUTES_PER_DAY, type Minutes } from './clock-time.ts';
import type { Weekday } from './weekday.ts';

/**
 * A time window on given weekdays, half open. `from` 0-1,439; `to` is later than `from` and at most 1,440 later, so what
 * ends on the next day has `to` above 1,440. `days` is not empty, ascending, without repeats.
 */
export type Slot = { readonly days: readonly Weekday[]; readonly from: Minutes; readonly to: Minutes };

/** The end as counted from the start's midnight: `to` before `from` lies on the next day. `undefined` when both are equal. */
export function endAfterStart(from: Minutes, to: Minutes): Minutes | undefined {
  if (from === to) return undefined;
  return to < from ? to + MINUTES_PER_DAY : to;
}
