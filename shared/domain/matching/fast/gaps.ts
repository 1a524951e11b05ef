import type { CourseChildcare } from '../../offer/offer.ts';
import type { CareCase, CaseSessions, OpenGap } from './care-case.ts';
import { serve } from './course-childcare.ts';
import type { Family } from './family.ts';
import type { Outcome } from './outcome.ts';
import type { Setting } from './setting.ts';

/** The gaps that some sessions leave in a family's week; `undefined` when a way is not known. */
export function gapsOf(
  setting: Setting,
  family: Family,
  { sessions, childcare }: CareCase,
): readonly OpenGap[] | undefined {
  const gaps: OpenGap[] = [];
  for (const each of sessions) {
    const outcome = family.outcome(each.kind);
    if (outcome.needs === undefined) return undefined;
    addGaps(gaps, each, outcome);
  }
  return childcare === undefined || gaps.length === 0 ? gaps : serve(setting, childcare, gaps);
}

/** The gaps that are left when outcomes are those of another family; see `gapsOf`. */
export function gapsAmong(
  setting: Setting,
  childcare: CourseChildcare | undefined,
  outcomes: readonly { readonly sessions: CaseSessions; readonly outcome: Outcome }[],
): readonly OpenGap[] {
  const gaps: OpenGap[] = [];
  for (const { sessions, outcome } of outcomes) addGaps(gaps, sessions, outcome);
  return childcare === undefined || gaps.length === 0 ? gaps : serve(setting, childcare, gaps);
}

function addGaps(gaps: OpenGap[], sessions: CaseSessions, outcome: Outcome): void {
  if (outcome.gaps === 0) return;
  for (const need of outcome.needs ?? []) {
    if ((outcome.gaps & (1 << need.child)) === 0) continue;
    gaps.push({ sessions, outcome, need, isOpenByCourse: false, asks: 0 });
  }
}
