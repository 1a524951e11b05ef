import type { Region } from '../../../shared/domain/place/region.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import type { SharedOffer } from './shared-offer.ts';
import type { SharedPartEngine } from './shared-part-engine.ts';
import { sharedQuestionOf, type SharedQuestion } from './shared-question.ts';

/** The definition of the shared part: one offer after another, one check after another. */
export function createPlainScan(
  offers: readonly SharedOffer[],
  region: Region,
  today: LocalDate,
): SharedPartEngine {
  const positions = (question: SharedQuestion): readonly number[] =>
    offers.filter((offer) => holds(offer, question)).map(({ position }) => position);
  return {
    name: 'plain scan',
    count: (situation) => positions(sharedQuestionOf(situation, region, today)).length,
    positions: (situation) => positions(sharedQuestionOf(situation, region, today)),
    note: 'the definition: a loop over objects with the ways of the matcher',
  };
}

/** Whether an offer serves a goal, begins in the window, and has a place in reach at which the child is cared for all the time. */
function holds(offer: SharedOffer, question: SharedQuestion): boolean {
  const { frame, goals, from, until, home } = question;
  if (!offer.goals.some((goal) => goals.includes(goal))) return false;
  if (offer.first < from || offer.first > until) return false;
  return offer.places.some((place) => {
    const minutes = frame.way(home, place);
    const isInReach = minutes !== undefined && minutes <= frame.maxTravelMinutes;
    return isInReach && uncoveredMinutes(offer, leadMinutes(question, place), question) === 0;
  });
}

/** Minutes between leaving the Kita and the session's begin, handover included; 0 where the session is at the Kita. */
export function leadMinutes({ frame, kita }: SharedQuestion, place: SharedOffer['places'][number]): number {
  const minutes = frame.way(kita, place) ?? Number.POSITIVE_INFINITY;
  return minutes === 0 ? 0 : minutes + frame.region.figures.handoverMinutes;
}

/** Minutes of one week, over all slots, that no single stretch of care covers whole; 0 when each slot is covered with its ways. */
export function uncoveredMinutes({ slots }: SharedOffer, lead: number, { hours }: SharedQuestion): number {
  return slots
    .filter(
      ({ day, from, to }) => !hours[day]?.some((care) => care.from <= from - lead && care.to >= to + lead),
    )
    .reduce((sum, { from, to }) => sum + to - from, 0);
}
