import type { Interval } from '../../../time/intervals.ts';
import { WORKDAYS } from '../../../time/weekday.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { workdaySessions, type PartsOfJob } from '../care/parts-of-job.ts';
import { rowNumbers, START } from '../columns/row-numbers.ts';
import type { DayGrouping } from '../days/day-grouping.ts';
import type { Family } from '../sessions/family.ts';

/**
 * Workdays of the plain week after some changes on which a part means the same, wherever the job is, and the same hours of places are open. `family` and
 * `session`: the week after one of the changes, and the place of one of its days among the workdays. `after`: the changes, as bits, for Monday, then those
 * for Tuesday …
 */
export type AlikeDays = { readonly family: Family; readonly session: number; readonly after: Uint32Array };

/** The workdays after all changes of a request, those that are most first; `trials`: the terms after each of them. */
export function alikeWorkdaysIn(
  { request, places }: CareTerms,
  trials: readonly CareTerms[],
): (job: PartsOfJob, part: Interval) => readonly AlikeDays[] {
  const words = (trials.length + 31) >> 5;
  const known = new Map<DayGrouping, Map<number, readonly AlikeDays[]>>();

  function workOut(job: PartsOfJob, part: Interval): readonly AlikeDays[] {
    const rows = rowNumbers();
    const byRow = new Map<number, AlikeDays & { count: number }>();
    const sessions = workdaySessions(request, job, part);
    trials.forEach(({ families: { ordinary: family } }, change) => {
      sessions.forEach(({ day, time }, session) => {
        const openings = rows.after(START, places.openings.patternOf(day));
        const row = rows.after(rows.after(openings, family.booked), family.shapeOf(time));
        const after = new Uint32Array(words * WORKDAYS.length);
        const found = byRow.get(row) ?? { family, session, after, count: 0 };
        const at = session * words + (change >> 5);
        found.after[at] = (found.after[at] ?? 0) | (1 << (change & 31));
        found.count += 1;
        byRow.set(row, found);
      });
    });
    return [...byRow.values()].sort((one, other) => other.count - one.count);
  }

  return (job, part) => {
    const byPart = known.get(job.days) ?? new Map<number, readonly AlikeDays[]>();
    known.set(job.days, byPart);
    const found = byPart.get(part.from) ?? workOut(job, part);
    byPart.set(part.from, found);
    return found;
  };
}
