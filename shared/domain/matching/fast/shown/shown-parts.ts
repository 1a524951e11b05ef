import { assessDayParts, type PartsHeld } from '../../care/assess-day-parts.ts';
import { notApplicable, type CareAssessment } from '../../care/care-assessment.ts';
import { heldOn } from '../../care/parts-held.ts';
import { anyChildConcerned } from '../../care/without-sessions.ts';
import type { Variant } from '../../variants.ts';
import type { CareTerms } from '../care/care-terms.ts';
import { daysWithStretch, easiestDays } from '../care/day-parts-answer.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import { weekBudgetIn } from '../care/work-week.ts';
import { askedOnWorkdays, type PartsOfJob } from '../care/parts-of-job.ts';
import type { CaseToShow } from './case-to-show.ts';
import { shownSessions } from './shown-sessions.ts';
import { firstSessions } from './shown-variant.ts';

/** The care criterion of a job of which only parts of the day are known, with all that is shown of it. */
export function shownParts(
  terms: CareTerms,
  job: PartsOfJob,
  variant: Variant,
  offerOf: CaseToShow['offerOf'],
): CareAssessment {
  const { request, families } = terms;
  const { frame } = families;
  const at = variant.places[0] ?? frame.home;
  const isOnline = job.times.isOnlineOnly;
  const held: PartsHeld = {
    budget({ wayMinutes, handoverMinutes, online }) {
      const stretches = terms.workWeek(online);
      return stretches === undefined ? undefined : weekBudgetIn(stretches, wayMinutes + handoverMinutes);
    },
    daysWithStretch: (part, minutes) => daysWithStretch(terms, job, part, minutes),
    onEasiestDays(part, days) {
      const sessions = easiestDays(terms, job, part, days);
      if (sessions === undefined) return undefined;
      const asIf = heldOn(
        variant,
        firstSessions(request, sessions, () => ({ at, isOnline })),
      );
      if (!anyChildConcerned(frame, asIf)) return notApplicable();
      if (job.spot.isFar) throw NEEDS_REFERENCE;
      const asked = askedOnWorkdays(request, job, sessions);
      return shownSessions({ terms, asked, variant: asIf, placeOf: () => at, offerOf });
    },
  };
  return assessDayParts(frame, variant, held);
}
