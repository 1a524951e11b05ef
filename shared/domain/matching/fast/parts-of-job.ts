import type { Interval } from '../../time/intervals.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { WORKDAYS } from '../../time/weekday.ts';
import type { CareCase } from './care-case.ts';
import type { CareTerms } from './care-terms.ts';
import type { DayGrouping } from './day-classes.ts';
import type { OfferTimes } from './doubts-answer.ts';
import type { HeldSessions } from './held.ts';
import { START } from './row-numbers.ts';
import type { Spot } from './surroundings.ts';

/** A job that says only in which parts of the day it lies; `hoursMin` NaN where not stated. */
export type PartsOfJob = {
  readonly packedParts: number;
  readonly hoursMin: number;
  readonly times: OfferTimes;
  readonly spot: Spot;
  readonly childcare: CareCase['childcare'];
  /** The first day of the offer; `undefined` when it is not known. */
  readonly first: LocalDate | undefined;
  readonly days: DayGrouping;
};

/** The number of all that parts of the day hang on beside the job's own hours. */
export function placeRow(
  { knownParts: { rows }, request }: CareTerms,
  { times, spot, days }: PartsOfJob,
): number {
  const row = rows.after(START, request.isAnySpot ? spot.vec : spot.number);
  return rows.after(row, Number(times.isOnlineOnly) * 2 + Number(days === request.days.coarse));
}

/** All sessions of such a job are at one place. */
export function attendedIn({ times, spot }: PartsOfJob): CareCase['attended'] {
  const where = { spot, isOnline: times.isOnlineOnly };
  return () => where;
}

/** A part as sessions on the workdays of the plain week. */
export function workdaySessions({ days }: PartsOfJob, { from, to }: Interval): readonly HeldSessions[] {
  return WORKDAYS.map((weekday) => ({
    weekday,
    from,
    to,
    place: 0,
    isCore: false,
    isPlain: true,
    day: days.ofPlain(weekday),
    firstWeek: 0,
    words: NO_WORDS,
  }));
}

const NO_WORDS = new Uint32Array(0);
