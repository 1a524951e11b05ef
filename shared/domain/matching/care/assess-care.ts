import { GRID_MINUTES } from '../../time/intervals.ts';
import type { Frame } from '../frame.ts';
import { nearestCareChange } from '../levers/nearest-care-change.ts';
import type { Variant } from '../variants.ts';
import { notApplicable, type CareAssessment } from './care-assessment.ts';
import type { CareContext } from './care-context.ts';
import { careFrom } from './care-wanted.ts';
import { outcomeOf, placeNotKnown } from './care-outcome.ts';
import { doubtsAbout } from './doubts.ts';
import { gapMinutesPerWeek, reportGaps } from './gaps.ts';
import { newCareFor, type NewCare } from './proposals.ts';
import {
  gapsAfterChildcare,
  measureCare,
  openHolidayDates,
  type MeasuredCare,
  type RemainingGap,
} from './remaining-gaps.ts';
import { leastSlack } from './slack.ts';
import { anyChildConcerned, careWithoutSessions } from './without-sessions.ts';

/** The care criterion for an offer with sessions, or with self-paced learning alone, by section 5. */
export function assessCare(context: CareContext, variant: Variant): CareAssessment {
  const { ordinary } = context.frames;
  const { sessions, offer } = variant;
  if (sessions.length === 0) return careWithoutSessions(ordinary, variant);
  if (!anyChildConcerned(ordinary, variant)) return notApplicable();
  const measured = measureCare(context.frames, offer, sessions);
  if (measured === undefined) return placeNotKnown(ordinary, sessions);
  const { gaps } = measured;
  const newCare = lookForCare(context, variant, measured);
  return {
    ...outcomeOf({
      hasGaps: gaps.length > 0,
      placesCloseAll: () => newCare.closesAll,
      nearest: () => nearestCareChange(context, variant, gaps),
      openGaps: () =>
        gaps.every((gap) => isOpen(gap, newCare)) ? { gaps, byPlace: !newCare.countingCloses } : undefined,
      fitsInHalf: () => offer.kind === 'apprenticeship' && fitsInHalf(ordinary, variant),
      doubts: () => doubtsAbout(ordinary, variant),
    }),
    gaps: reportGaps(gaps),
    gapMinutesPerWeek: gapMinutesPerWeek(gaps),
    newCare: newCare.proposals,
    openHolidayDates: openHolidayDates(context.frames, offer, sessions),
    slackMinutes: leastSlack(ordinary, measured.needs),
  };
}

function lookForCare(context: CareContext, variant: Variant, measured: MeasuredCare): NewCare {
  const { offer, sessions } = variant;
  const { ordinary } = context.frames;
  const firstDay = careFrom(ordinary, variant);
  return newCareFor({ frame: ordinary, offer, sessions, gaps: measured.gaps, firstDay }, context.places);
}

/** Open by itself, or some place would close it: a counting one with room, or an open one for a child without any care. */
function isOpen(gap: RemainingGap, newCare: NewCare): boolean {
  return gap.open.length > 0 || newCare.placeable;
}

/** Whether half of each session, from its start, leaves no gap. */
function fitsInHalf(frame: Frame, variant: Variant): boolean {
  const halved = variant.sessions.map((session) => ({
    ...session,
    to: session.from + Math.ceil((session.to - session.from) / 2 / GRID_MINUTES) * GRID_MINUTES,
  }));
  return gapsAfterChildcare(frame, variant.offer, halved)?.length === 0;
}
