import type { CareResult } from '../answer.ts';
import { NO_MINUTES } from '../judged.ts';

/** The care criterion as far as order and verdict go. `gapMinutes`: worked out when asked for, NO_MINUTES when not known. `asks`: bits, only with `unknown`. */
export type CareAnswer = {
  readonly result: CareResult;
  readonly asks: number;
  readonly isNearMiss: boolean;
  readonly gapMinutes: () => number;
  /** Open holiday dates; 0 unless care is met. Asked only where nothing else stands in the way. */
  readonly holidayDates: () => number;
};

/** No open holiday dates. */
export const NO_DATES = (): number => 0;
/** No gap. */
export const NO_GAP = (): number => 0;
const NOT_KNOWN = (): number => NO_MINUTES;

/** No child has to be looked after because of this. */
export const CARE_NOT_APPLICABLE: CareAnswer = {
  result: 'not-applicable',
  asks: 0,
  isNearMiss: false,
  gapMinutes: NO_GAP,
  holidayDates: NO_DATES,
};

/** It cannot be told. */
export function careUnknown(asks: number): CareAnswer {
  return { result: 'unknown', asks, isNearMiss: false, gapMinutes: NOT_KNOWN, holidayDates: NO_DATES };
}

/** Settled without sessions. */
export function careSettled(result: 'met' | 'unmet', minutes: number): CareAnswer {
  const gapMinutes = (): number => minutes;
  return { result, asks: 0, isNearMiss: false, gapMinutes, holidayDates: NO_DATES };
}
