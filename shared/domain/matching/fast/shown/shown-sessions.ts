import { careFrom } from '../../care/care-wanted.ts';
import type { CareAssessment } from '../../care/care-assessment.ts';
import { outcomeOf, placeNotKnown, type CareOutcome, type OpenGaps } from '../../care/care-outcome.ts';
import { doubtsAbout } from '../../care/doubts.ts';
import { granted } from '../../levers/granted.ts';
import type { GrantedChange } from '../../match-result.ts';
import { dateIn } from '../../match-index/week-number.ts';
import type { LocalDate } from '../../../time/local-date.ts';
import { careOfSessions, gapMinutesOfAnswer } from '../care/care-answer.ts';
import type { CareAnswer } from '../care/care-result.ts';
import { collectGaps } from '../gaps/collect-gaps.ts';
import type { Gaps } from '../gaps/gaps.ts';
import { forEachWeek } from '../sessions/held.ts';
import { sessionsInHolidays } from '../gaps/holiday-dates.ts';
import { NO_MINUTES } from '../judged.ts';
import { nearMissFor } from '../levers/near-miss.ts';
import { newCareAnswer, countingCloses, type NewCareAnswer } from '../new-care/new-care-answer.ts';
import { stillOpen } from '../care/open-gaps.ts';
import { searchOf, type Search } from '../new-care/search.ts';
import type { CaseToShow } from './case-to-show.ts';
import { leastSlackOf } from './least-slack.ts';
import { whyOpenFor, type OpenGapOf } from './open-gaps-shown.ts';
import { shownGaps } from './shown-gaps.ts';
import { shownProposals } from './shown-proposals.ts';

/** The care criterion of a variant with sessions, with all that is shown of it. */
export function shownSessions(toShow: CaseToShow): CareAssessment {
  const { terms, asked, variant } = toShow;
  const { request, families, places } = terms;
  const { frame, ordinary } = families;
  const { care } = asked;
  const { gaps } = request.scratch;
  const answer = careOfSessions(terms, asked);
  const minutes = gapMinutesOfAnswer(terms, asked, answer);
  if (!collectGaps(request, ordinary, care, gaps)) return placeNotKnown(frame, variant.sessions);
  const search = searchOf(request, places, ordinary, care, gaps, careFrom(frame, variant));
  const outcome = shownOutcome(toShow, answer, search);
  const shown = {
    ...outcome,
    gaps: shownGaps(request, ordinary, care, gaps),
    gapMinutesPerWeek: minutes === NO_MINUTES ? null : minutes,
    newCare: shownProposals(toShow, search),
    slackMinutes: leastSlackOf(request, ordinary, care),
  };
  // These overwrite the gaps.
  return { ...shown, openHolidayDates: holidayDates(toShow) };
}

function shownOutcome(toShow: CaseToShow, { result, isNearMiss }: CareAnswer, search: Search): CareOutcome {
  const { terms, asked, variant } = toShow;
  const { gaps } = terms.request.scratch;
  // Only where it cannot be told the answer does not say why.
  const isUnknown = result === 'unknown' && gaps.count > 0;
  const newCare = isUnknown ? newCareAnswer(search) : undefined;
  const isOpen = newCare !== undefined && stillOpen(terms, asked.care, gaps, newCare) !== undefined;
  return outcomeOf({
    hasGaps: gaps.count > 0,
    placesCloseAll: () => newCare?.closesAll ?? result === 'met-with-place',
    nearest: () => (isNearMiss ? nearestOf(toShow, gaps) : undefined),
    openGaps: () =>
      newCare === undefined || !isOpen ? undefined : openGapsOf(whyOpenFor(toShow, gaps), newCare),
    fitsInHalf: () => isUnknown,
    doubts: () => doubtsAbout(terms.families.frame, variant),
  });
}

/** Places close for certain what is not open by itself, or only might do so. */
function openGapsOf(gaps: readonly OpenGapOf[], newCare: NewCareAnswer): OpenGaps {
  let certain = 0;
  for (const { child, open } of gaps) if (open.length === 0) certain |= 1 << child;
  return { gaps, byPlace: !countingCloses(newCare, certain) };
}

function nearestOf({ terms, asked }: CaseToShow, gaps: Gaps): GrantedChange | undefined {
  const { request, families, changes } = terms;
  const found = nearMissFor(request, changes, families.ordinary, asked.care, gaps);
  return found?.kind === 'change' ? found.change : found && granted(families.frame, found);
}

function holidayDates({ terms, asked }: CaseToShow): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (const held of sessionsInHolidays(terms.request, terms.families, asked.care)) {
    forEachWeek(held, (week) => dates.push(dateIn(week, held.weekday)));
  }
  return dates.sort((one, other) => one - other);
}
