import type { Weekday } from '../../time/weekday.ts';

/** Days of the week as bits, Monday lowest. */
export function dayBits(days: readonly Weekday[]): number {
  let bits = 0;
  for (const day of days) bits |= 1 << day;
  return bits;
}
