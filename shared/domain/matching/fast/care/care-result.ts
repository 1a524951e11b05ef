import type { CareResult } from '../answer.ts';
import { NO_MINUTES } from '../judged.ts';

/**
 * The care criterion as far as order and verdict go. `asks`: bits, only with `unknown`. Numbers alone, so that what is remembered of a request
 * holds on to nothing else.
 */
export type CareAnswer = {
  readonly result: CareResult;
  readonly asks: number;
  readonly isNearMiss: boolean;
  /** Minutes a week; NO_MINUTES when not known, NOT_COUNTED of a no of which nobody asked yet. Read by `gapMinutesOfAnswer`. */
  readonly gapMinutes: number;
  /** Open holiday dates, 0 unless care is met; NOT_COUNTED before they are first asked for. Read by `holidayDatesOf`. */
  holidayDates: number;
};

/** A number that is worked out when it is asked for. */
export const NOT_COUNTED = -1;

/** No child has to be looked after because of this. */
export const CARE_NOT_APPLICABLE: CareAnswer = {
  result: 'not-applicable',
  asks: 0,
  isNearMiss: false,
  gapMinutes: 0,
  holidayDates: 0,
};

/** Care that is unmet by gaps that are no near miss. */
export const PLAINLY_UNMET: CareAnswer = {
  result: 'unmet',
  asks: 0,
  isNearMiss: false,
  gapMinutes: NOT_COUNTED,
  holidayDates: 0,
};

/** It cannot be told. */
export function careUnknown(asks: number): CareAnswer {
  return { result: 'unknown', asks, isNearMiss: false, gapMinutes: NO_MINUTES, holidayDates: 0 };
}

/** Settled without sessions. */
export function careSettled(result: 'met' | 'unmet', gapMinutes: number): CareAnswer {
  return { result, asks: 0, isNearMiss: false, gapMinutes, holidayDates: 0 };
}
