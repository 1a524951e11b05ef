import type { CareAnswer } from '../care/care-result.ts';
import type { CareOfSessions } from '../care/care-answer.ts';
import type { SessionsAtOne } from '../care/care-case.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { areGapsWithinDay, NOT_KNOWN, openDatesOf } from '../gaps/holiday-dates-at-one.ts';
import type { TrialMasks } from './trial-masks.ts';

/**
 * Adds the changes after which too many holiday dates stay open: those on days that a change leaves as they are. Only where no need passes
 * midnight after it, which might hold another day's minutes.
 */
export function shutByHolidays(
  { request, families }: CareTerms,
  trials: readonly CareTerms[],
  { asIs }: TrialMasks,
  { care }: CareOfSessions,
  answer: CareAnswer,
  shut: Uint32Array,
): void {
  const { atOne } = care;
  const { ordinary, schoolsClosed } = families;
  const most = request.frame.region.figures.maxOpenHolidayDates;
  if (atOne === undefined || schoolsClosed === undefined || answer.holidayDates() <= most) return;
  const { rows, begin, end } = atOne;
  const open = new Int32Array(end - begin);
  for (let row = begin; row < end; row += 1) {
    open[row - begin] = openDatesOf(request, ordinary, schoolsClosed, atOne, row);
  }
  if (open.includes(NOT_KNOWN)) return;
  trials.forEach((trial, at) => {
    let stay = 0;
    for (let row = begin; row < end && stay <= most; row += 1) {
      const dates = open[row - begin] ?? 0;
      if (dates > 0 && isSet(asIs(rows.day[row] ?? 0), at)) stay += dates;
    }
    if (stay > most && areChangedWithinDay(trial, atOne, (row) => isSet(asIs(rows.day[row] ?? 0), at)))
      shut[at >> 5] = (shut[at >> 5] ?? 0) | (1 << (at & 31));
  });
}

function isSet(mask: Uint32Array, at: number): boolean {
  return ((mask[at >> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** Whether after a change the ways to all sessions are known and no gap on the days that it changes passes midnight. */
function areChangedWithinDay(
  { families: { ordinary, schoolsClosed } }: CareTerms,
  { rows, begin, end, where }: SessionsAtOne,
  isAsIs: (row: number) => boolean,
): boolean {
  for (let row = begin; row < end; row += 1) {
    if (isAsIs(row)) continue;
    const time = rows.time[row] ?? 0;
    for (const family of [ordinary, schoolsClosed]) {
      const meaning = family?.meaningOf(time, where);
      if (meaning === undefined || !meaning.isKnown || !areGapsWithinDay(meaning)) return false;
    }
  }
  return true;
}
