import type { Interval } from '../../../time/intervals.ts';
import { hasEntries } from '../../care/care-wanted.ts';
import { keepCovering } from '../new-care/booked-cover.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { bitsIn } from '../days/cells.ts';
import { addGaps, GAP_FLAG } from '../gaps/gaps.ts';
import type { Family } from '../sessions/family.ts';
import { attendedIn, partRow, workdaySessions, type PartsOfJob } from '../care/parts-of-job.ts';

const ALL_WORKDAYS = 0b11111;

/** Whether there may be so many workdays on which a part leaves no gap after a change, or only such as the hours of some place with room cover. */
export function mayFit(terms: CareTerms, job: PartsOfJob, part: Interval, days: number): boolean {
  const { stated, families, tried } = terms;
  if (tried === undefined || job.childcare !== undefined) return true;
  const row = partRow(terms.request, job, part);
  const touched = tried.touchedOn(job.days);
  const untouched = (terms.openDays[row] ??= openDays(terms, stated, job, part, ALL_WORKDAYS)) & ~touched;
  if (bitsIn(untouched | touched) < days) return false;
  const after = (terms.openAfter[row] ??= openDays(terms, families.ordinary, job, part, touched));
  return bitsIn(untouched | after) >= days;
}

/** Those of some workdays on which a part leaves no such gap in a family's week. */
function openDays(
  { request, places }: CareTerms,
  family: Family,
  job: PartsOfJob,
  part: Interval,
  workdays: number,
): number {
  const { gaps } = request.scratch;
  const { openings, mask, withRoom } = places;
  const where = attendedIn(job)(0);
  let open = 0;
  for (const [session, held] of workdaySessions(request, job, part).entries()) {
    if ((workdays & (1 << held.weekday)) === 0) continue;
    const needs = family.meaningOf(held.time, where);
    gaps.count = 0;
    if (needs.isKnown && needs.gaps !== 0) addGaps(gaps, session, held.time, needs);
    let isOpen = true;
    for (let row = 0; row < gaps.count && isOpen; row += 1) {
      if (((gaps.flags[row] ?? 0) & GAP_FLAG.withinDay) === 0) continue;
      mask.set(withRoom);
      const child = family.situation.children[gaps.child[row] ?? 0];
      if (child !== undefined && hasEntries(child)) {
        keepCovering(request, openings, family, gaps, row, mask);
      }
      isOpen = mask.some((word) => word !== 0);
    }
    if (isOpen) open |= 1 << held.weekday;
  }
  return open;
}
