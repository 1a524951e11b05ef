import type { Frame } from '../frame.ts';
import type { OpenQuestion } from '../match-result.ts';
import type { Variant } from '../variants.ts';
import { metByBudget, notApplicable, unknownCare, type CareAssessment } from './care-assessment.ts';
import { budgetHangsOnCare, selfPacedFits } from './doubts.ts';
import { needsCareOn } from './needs-care.ts';

/** The care criterion for an offer of which no session is known, or which is learned at one's own pace alone. */
export function careWithoutSessions(frame: Frame, variant: Variant): CareAssessment {
  const { selfPaced } = variant.offer.timetable;
  if (!anyChildConcerned(frame, variant)) return notApplicable();
  return selfPaced === undefined
    ? unknownCare('timetable-not-known', { of: 'provider', code: 'timetable' })
    : selfPacedAlone(frame, variant, selfPaced.hoursPerWeek);
}

/** Whether any child needs care: on the date of any session, or on the first day if none is known. */
export function anyChildConcerned(frame: Frame, { sessions, schedule, modes, offer }: Variant): boolean {
  const online = offer.timetable.selfPaced !== undefined || !modes.includes('on-site');
  const occasions =
    sessions.length > 0
      ? sessions.map((session) => ({ date: session.date, online: session.isOnline }))
      : [{ date: schedule.first ?? frame.from, online }];
  return occasions.some(({ date, online: isOnline }) =>
    frame.situation.children.some((child) => needsCareOn(child, date, { online: isOnline }, frame.today)),
  );
}

function selfPacedAlone(frame: Frame, variant: Variant, hoursPerWeek: number): CareAssessment {
  const missing: readonly OpenQuestion[] = variant.offer.timetable.complete
    ? []
    : [{ of: 'provider', code: 'missing-times' }];
  if (selfPacedFits(frame, hoursPerWeek)) {
    return missing.length === 0 ? metByBudget() : unknownCare('incomplete', ...missing);
  }
  return budgetHangsOnCare(frame, true)
    ? unknownCare('care-not-stated', { of: 'person', field: 'children.care' }, ...missing)
    : unknownCare('self-paced-hours', { of: 'provider', code: 'self-paced-hours' }, ...missing);
}
