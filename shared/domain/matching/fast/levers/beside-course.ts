import type { CourseChildcare } from '../../../offer/offer.ts';
import type { CareCase } from '../care/care-case.ts';
import { hasRoomFor, mayServe } from '../gaps/course-childcare.ts';
import { addGaps, type Gaps } from '../gaps/gaps.ts';
import type { Request } from '../request.ts';
import type { ChangedWeek } from './covering-changes.ts';

/** Whether after a change, or with childcare of the course, no gap is left. `gaps`: those that are left before, which are asked first. */
export function closesBesideCourse(
  request: Request,
  { family, tried }: ChangedWeek,
  before: ChangedWeek['family'],
  care: CareCase,
  childcare: CourseChildcare,
  gaps: Gaps,
): boolean {
  const { others } = request.scratch;
  const served = { ...care, weeksOn: () => family.weeks };
  let users = 0;

  /** Whether childcare may close all gaps of a session that are left after the change. */
  function mayClose(session: number): boolean {
    const held = care.sessions[session];
    if (held === undefined) return true;
    const meaning = family.meaningOf(held.time, care.attended(held.place));
    if (!meaning.isKnown) return false;
    if (meaning.gaps === 0) return true;
    others.count = 0;
    addGaps(others, session, held.time, meaning);
    for (let row = 0; row < others.count; row += 1) {
      if (!mayServe(request, childcare, served, others, row)) return false;
    }
    users |= meaning.gaps;
    return hasRoomFor(childcare, users);
  }

  for (let row = 0; row < gaps.count; row += 1) if (!mayClose(gaps.session[row] ?? 0)) return false;
  return care.sessions.every(({ time, place }, session) => {
    // What leaves no gap leaves none either when helpers are added.
    const isAsBefore = tried.addsOnly && before.meaningOf(time, care.attended(place)).gaps === 0;
    return isAsBefore || mayClose(session);
  });
}
