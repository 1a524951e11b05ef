import fc from 'fast-check';
import { MINUTES_PER_DAY, type Minutes } from '../../../shared/domain/time/clock-time.ts';
import type { Slot } from '../../../shared/domain/time/slot.ts';
import { WEEKDAYS, WORKDAYS } from '../../../shared/domain/time/weekday.ts';

/** Minutes from and to, both bounds included. */
export type Range = readonly [number, number];

const days = fc.oneof(
  { weight: 3, arbitrary: fc.constant(WORKDAYS) },
  { weight: 2, arbitrary: fc.subarray([...WEEKDAYS], { minLength: 1, maxLength: 4 }) },
);

/** Minutes on the quarter of an hour, one time in seven off it by up to 14. */
export function minutesIn([least, most]: Range): fc.Arbitrary<Minutes> {
  const quarters = fc.integer({ min: Math.floor(least / 15), max: Math.floor(most / 15) });
  const off = fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 14 }) },
  );
  return fc.tuple(quarters, off).map(([quarter, minutes]) => quarter * 15 + minutes);
}

/** A slot of the week that begins and lasts within these minutes; never longer than a day. */
export function slotIn(begins: Range, lasts: Range): fc.Arbitrary<Slot> {
  return fc
    .record({ days, from: minutesIn(begins), minutes: minutesIn(lasts) })
    .map(({ days: on, from, minutes }) => ({
      days: on,
      from,
      to: from + Math.min(MINUTES_PER_DAY, minutes),
    }));
}
