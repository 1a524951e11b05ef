import type { Interval } from '../../../time/intervals.ts';
import type { LocalDate } from '../../../time/local-date.ts';
import { WORKDAYS } from '../../../time/weekday.ts';
import { daysNeeded } from '../../care/assess-day-parts.ts';
import { NO_DATE } from '../../match-index/segment.ts';
import type { CareOfSessions } from './care-answer.ts';
import type { CareCase } from './care-case.ts';
import type { DayGrouping } from '../days/day-grouping.ts';
import type { StatedTimes } from './offer-times.ts';
import { firstOfPlain, type HeldSessions } from '../sessions/held.ts';
import type { Request } from '../request.ts';
import { START } from '../columns/row-numbers.ts';
import type { Spot } from '../ways/surroundings.ts';

/** What a job says that tells only in which parts of the day it lies. */
type StatedParts = {
  readonly times: StatedTimes;
  readonly spot: Spot;
  readonly childcare: CareCase['childcare'];
  /** The first day of the offer; `undefined` when it is not known. */
  readonly first: LocalDate | undefined;
  readonly days: DayGrouping;
};

/**
 * Such a job with the number of a row, see `RowNumbers`, of all that it hangs on. `wholeRows`: those of `wholeRow`, by the hour at which a part
 * begins, as far as they were asked for.
 */
export type PartsOfJob = StatedParts & {
  readonly row: number;
  readonly wholeRows: (number | undefined)[];
};

/** Numbers a job, so that those that differ in nothing that counts are answered once. */
export function partsOfJob(request: Request, stated: StatedParts): PartsOfJob {
  const { partRows: rows } = request;
  const { times, spot, childcare, first, days } = stated;
  const row = rows.after(rows.after(times.partsRow, first ?? NO_DATE), whereOf(request, stated));
  return { times, spot, childcare, first, days, row, wholeRows: [] };
}

function placeRowOf(request: Request, job: PartsOfJob): number {
  return request.partRows.after(START, whereOf(request, job));
}

function whereOf({ isAnySpot, days }: Request, { spot, times, days: grouping }: StatedParts): number {
  const at = isAnySpot ? spot.vec : spot.number;
  return at * 4 + Number(times.isOnlineOnly) * 2 + Number(grouping === days.coarse);
}

/** The number of the row of a part of the day at the place of a job, by its classes of days. */
export function partRow(request: Request, job: PartsOfJob, part: Interval): number {
  return request.partRows.after(placeRowOf(request, job), -1 - part.from);
}

/** On how many workdays a part has to be worked for the hours of a job; see `daysNeeded`. */
export function daysOfPart({ times: { hoursMax } }: PartsOfJob, part: Interval): number | undefined {
  return daysNeeded(Number.isNaN(hoursMax) ? undefined : hoursMax, part);
}

/** The number of a whole part on so many workdays, at the place of a job and from its first day on. */
export function wholeRow(request: Request, job: PartsOfJob, part: Interval, days: number): number {
  return (job.wholeRows[part.from / 60] ??= workOutWholeRow(request, job, part, days));
}

function workOutWholeRow(request: Request, job: PartsOfJob, part: Interval, days: number): number {
  const { partRows } = request;
  return partRows.after(partRows.after(partRow(request, job, part), days), job.first ?? NO_DATE);
}

/** All sessions of such a job are at one place. */
export function attendedIn({ times, spot }: PartsOfJob): CareCase['attended'] {
  const where = { spot, isOnline: times.isOnlineOnly };
  return () => where;
}

/** What is asked about care for a part on some workdays, as if its times were these and nothing else were missing. */
export function askedOnWorkdays(
  { days }: Pick<Request, 'days'>,
  job: PartsOfJob,
  sessions: readonly HeldSessions[],
): CareOfSessions {
  const care: CareCase = {
    id: 0,
    sessions,
    attended: attendedIn(job),
    childcare: job.childcare,
    isOneADay: true,
    hasCore: false,
    atOne: undefined,
  };
  return {
    number: undefined,
    care,
    times: { ...job.times, isComplete: true },
    isApprenticeship: false,
    held: { first: job.first ?? NO_DATE, firstPlain: firstOfPlain(days, sessions) },
  };
}

/** A part as sessions on the workdays of the plain week. */
export function workdaySessions(
  { days: { times } }: Pick<Request, 'days'>,
  { days }: PartsOfJob,
  { from, to }: Interval,
): readonly HeldSessions[] {
  // Pushed, not mapped; see DESIGN.md.
  const sessions: HeldSessions[] = [];
  for (const weekday of WORKDAYS) {
    const day = days.ofPlain(weekday);
    const time = times.numberOf(day, from, to);
    sessions.push({
      weekday,
      from,
      to,
      place: 0,
      isCore: false,
      isPlain: true,
      day,
      time,
      firstWeek: 0,
      words: NO_WORDS,
    });
  }
  return sessions;
}

const NO_WORDS = new Uint32Array(0);
