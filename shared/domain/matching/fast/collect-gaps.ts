import type { CareCase } from './care-case.ts';
import { serve } from './course-childcare.ts';
import type { Family } from './family.ts';
import { addGaps, moveGap, type Gaps } from './gaps.ts';
import type { SessionNeeds } from './session-needs.ts';
import type { Setting } from './setting.ts';

/** Writes the gaps that the sessions of a case leave in a family's week; false when a way is not known. */
export function collectGaps(
  setting: Setting,
  family: Family,
  care: CareCase,
  needs: SessionNeeds,
  gaps: Gaps,
): boolean {
  gaps.count = 0;
  gaps.isFull = false;
  const { sessions } = care;
  const alike = family.firstAlike(sessions);
  for (let session = 0; session < sessions.length; session += 1) {
    const held = sessions[session];
    const first = alike[session] ?? session;
    if (held === undefined) continue;
    if (first < session) {
      copyGaps(gaps, first, session);
      continue;
    }
    family.weigh(held, care.attended(held.place), needs);
    if (!needs.isKnown) return false;
    if (needs.gaps !== 0) addGaps(gaps, session, needs);
  }
  if (gaps.count > 0 && care.childcare !== undefined) {
    serve(setting, care.childcare, { ...care, weeksOn: () => family.weeks }, gaps);
  }
  return true;
}

/** Adds the gaps of a session that means the same as one before it. */
function copyGaps(gaps: Gaps, first: number, session: number): void {
  const { count } = gaps;
  for (let row = 0; row < count; row += 1) {
    if (gaps.session[row] !== first) continue;
    moveGap(gaps, row, gaps.count);
    gaps.session[gaps.count] = session;
    gaps.count += 1;
  }
}
