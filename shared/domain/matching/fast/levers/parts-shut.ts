import { PARTS } from '../../care/assess-day-parts.ts';
import type { DayPart } from '../../../offer/terms.ts';
import type { Interval } from '../../../time/intervals.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { daysOfPart, type PartsOfJob } from '../care/parts-of-job.ts';
import { HOME } from '../ways/surroundings.ts';
import { UNKNOWN_WAY } from '../ways/ways.ts';
import { workdaysShutIn } from './workdays-shut.ts';

/** The changes, as bits by their places among those that are tried, after which a job of which only parts of the day are known is certain not to fit in one of them. */
export type PartShut = (job: PartsOfJob, part: DayPart) => Uint32Array;

/** Tells it of all changes of a request at once; `trials`: the terms after each of them. */
export function partShutIn(stated: CareTerms, trials: readonly CareTerms[]): PartShut {
  const { surroundings } = stated.request;
  const words = (trials.length + 31) >> 5;
  const always = new Uint32Array(words).fill(-1);
  const never = new Uint32Array(words);
  const workdaysShut = workdaysShutIn(stated, trials);
  const byBudget = budgetsShutIn(trials);

  function wholePart(job: PartsOfJob, part: Interval): Uint32Array {
    const days = daysOfPart(job, part);
    if (days === undefined) return always;
    // Childcare of the job itself may close gaps.
    if (job.childcare !== undefined) return never;
    return workdaysShut(job, part, days);
  }

  return (job, part) => {
    switch (part) {
      case 'shift':
        return always;
      case 'flexible':
      case 'full-time': {
        const { isOnlineOnly, hoursMax } = job.times;
        const way = isOnlineOnly ? 0 : surroundings.out(HOME, job.spot);
        return way === UNKNOWN_WAY ? always : byBudget(way, isOnlineOnly, hoursMax);
      }
      case 'morning':
      case 'afternoon':
      case 'evening':
        return wholePart(job, PARTS[part]);
    }
  };
}

/** The changes after which the week budget, for one way and mode, does not reach some hours; all where these are not known (NaN). */
function budgetsShutIn(
  trials: readonly CareTerms[],
): (wayMinutes: number, isOnline: boolean, hours: number) => Uint32Array {
  const paid: (Float64Array | undefined)[] = [];
  const paidAfter = (wayMinutes: number, isOnline: boolean): Float64Array =>
    Float64Array.from(trials, ({ paidMinutes }) => paidMinutes(wayMinutes, isOnline) ?? Number.NaN);
  return (wayMinutes, isOnline, hours) => {
    const shut = new Uint32Array((trials.length + 31) >> 5).fill(-1);
    (paid[wayMinutes * 2 + Number(isOnline)] ??= paidAfter(wayMinutes, isOnline)).forEach((minutes, at) => {
      if (minutes >= hours * 60) shut[at >> 5] = (shut[at >> 5] ?? 0) & ~(1 << (at & 31));
    });
    return shut;
  };
}
