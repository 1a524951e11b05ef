import type { Interval } from '../../../time/intervals.ts';
import type { LocalDate } from '../../../time/local-date.ts';
import { WORKDAYS, type Weekday } from '../../../time/weekday.ts';
import { NO_DATE } from '../../match-index/segment.ts';
import type { CareCase } from './care-case.ts';
import type { DayGrouping } from '../days/day-classes.ts';
import type { OfferTimes } from './doubts-answer.ts';
import type { HeldSessions } from '../sessions/held.ts';
import type { Request } from '../request.ts';
import { START } from '../columns/row-numbers.ts';
import type { Spot } from '../ways/surroundings.ts';

/** What a job says that tells only in which parts of the day it lies; `hoursMin` NaN where not stated. */
type StatedParts = {
  readonly packedParts: number;
  readonly hoursMin: number;
  readonly times: OfferTimes;
  readonly spot: Spot;
  readonly childcare: CareCase['childcare'];
  /** The first day of the offer; `undefined` when it is not known. */
  readonly first: LocalDate | undefined;
  readonly days: DayGrouping;
};

/** Such a job with the numbers of rows, see `RowNumbers`, of all that it hangs on: `row`; and of that but for its own hours: `placeRow`. */
export type PartsOfJob = StatedParts & { readonly row: number; readonly placeRow: number };

/** Numbers a job, so that those that differ in nothing that counts are answered once. */
export function partsOfJob({ partRows: rows, isAnySpot, days }: Request, stated: StatedParts): PartsOfJob {
  const { times, spot } = stated;
  let row = rows.after(START, isAnySpot ? spot.vec : spot.number);
  row = rows.after(row, Number(times.isOnlineOnly) * 2 + Number(stated.days === days.coarse));
  const placeRow = row;
  row = rows.after(row, stated.packedParts);
  row = rows.after(row, stated.hoursMin);
  row = rows.after(row, times.hoursMax);
  row = rows.after(row, stated.first ?? NO_DATE);
  return { ...stated, row, placeRow };
}

/** All sessions of such a job are at one place. */
export function attendedIn({ times, spot }: PartsOfJob): CareCase['attended'] {
  const where = { spot, isOnline: times.isOnlineOnly };
  return () => where;
}

/** A part as sessions on the workdays of the plain week. */
export function workdaySessions(
  { days: { times } }: Pick<Request, 'days'>,
  { days }: PartsOfJob,
  { from, to }: Interval,
): readonly HeldSessions[] {
  const sessionsOn = (weekday: Weekday, day: number): HeldSessions => ({
    weekday,
    from,
    to,
    place: 0,
    isCore: false,
    isPlain: true,
    day,
    time: times.numberOf(day, from, to),
    firstWeek: 0,
    words: NO_WORDS,
  });
  return WORKDAYS.map((weekday) => sessionsOn(weekday, days.ofPlain(weekday)));
}

const NO_WORDS = new Uint32Array(0);
