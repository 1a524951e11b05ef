import { OFFER_KINDS } from '../../offer/terms.ts';
import { localDateFromDays, type LocalDate } from '../../time/local-date.ts';
import { NO_DATE, OFFER_FLAG, type Segment } from '../match-index/segment.ts';
import { ASK_OTHER, askField } from './answer.ts';
import { answerNumber, careOfSessions } from './care-answer.ts';
import { CARE_NOT_APPLICABLE, careSettled, careUnknown, type CareAnswer } from './care-result.ts';
import type { CareTerms } from './care-terms.ts';
import type { CareCase } from './care-case.ts';
import { careOfDayParts } from './day-parts-answer.ts';
import type { OfferTimes } from './doubts-answer.ts';
import type { Held } from './held.ts';
import { NEEDS_REFERENCE } from './needs-reference.ts';
import { MODE, type SeenVariant } from './seen-variant.ts';
import { concernedBy } from './session-needs.ts';
import { isAreaOnly } from './ways.ts';

const CHILDCARE = OFFER_KINDS.indexOf('childcare');
const JOB = OFFER_KINDS.indexOf('job');
const APPRENTICESHIP = OFFER_KINDS.indexOf('apprenticeship');

/** A variant of an offer with what is held of it. */
export type AttendedOffer = {
  readonly segment: Segment;
  readonly offer: number;
  readonly variant: SeenVariant;
  readonly held: Held;
  readonly careCase: CareCase;
};

/** The care criterion of a variant. `isFine`: by fine classes of days. */
export function careOf(terms: CareTerms, attended: AttendedOffer, isFine: boolean): CareAnswer {
  const { segment, offer, held } = attended;
  const { offers } = segment;
  const times = timesOf(attended);
  if (held.sessions.length === 0) return withoutSessions(terms, attended, times, isFine);
  const care = attended.careCase;
  // A childcare offer may be a place for its own sessions, and is no way from itself; columns do not tell it from others there.
  if (
    offers.kind[offer] === CHILDCARE &&
    care.sessions.some(({ place }) => isAreaOnly(care.attended(place).spot.facts))
  ) {
    throw NEEDS_REFERENCE;
  }
  if (!isConcerned(terms, care)) return CARE_NOT_APPLICABLE;
  return careOfSessions(terms, care, times, offers.kind[offer] === APPRENTICESHIP, held);
}

/** Of some children the answers for two such are the same if their numbers are; `undefined` for one that is as no other. */
export function answerNumberOf(attended: AttendedOffer): number | undefined {
  const { segment, offer, held, careCase } = attended;
  // Where nobody is concerned, or a childcare offer is a place for its own sessions, no case answers.
  if (held.sessions.length === 0 || segment.offers.kind[offer] === CHILDCARE) return undefined;
  return answerNumber(careCase, timesOf(attended), segment.offers.kind[offer] === APPRENTICESHIP);
}

function timesOf({ segment: { offers }, offer, variant }: AttendedOffer): OfferTimes {
  return {
    isComplete: ((offers.flags[offer] ?? 0) & OFFER_FLAG.complete) !== 0,
    selfPacedHours: offers.selfPaced[offer] ?? 0,
    hoursMax: offers.hoursMax[offer] ?? Number.NaN,
    isOnlineOnly: (variant.modes & MODE.onSite) === 0,
  };
}

function withoutSessions(
  terms: CareTerms,
  { segment, offer, variant, held }: AttendedOffer,
  times: OfferTimes,
  isFine: boolean,
): CareAnswer {
  const { request, families } = terms;
  const { days, surroundings } = request;
  const { offers } = segment;
  const { selfPacedHours, isOnlineOnly } = times;
  const packedParts = offers.dayParts[offer] ?? 0;
  const hasTimes = ((offers.flags[offer] ?? 0) & OFFER_FLAG.hasTimes) !== 0 || selfPacedHours > 0;
  const first = firstDayOf(held);
  if (!isAnyConcerned(terms, first ?? families.frame.from, selfPacedHours > 0 || isOnlineOnly)) {
    return CARE_NOT_APPLICABLE;
  }
  if (offers.kind[offer] === JOB && !hasTimes && packedParts !== 0) {
    return careOfDayParts(terms, {
      packedParts,
      hoursMin: offers.hoursMin[offer] ?? Number.NaN,
      times,
      spot: isOnlineOnly ? surroundings.homeSpot : variant.spotFor(variant.place).spot,
      childcare: request.childcare(segment, offer),
      first,
      days: isFine ? days.fine() : days.coarse,
    });
  }
  if (selfPacedHours <= 0) return careUnknown(ASK_OTHER);
  const asksTimes = times.isComplete ? 0 : ASK_OTHER;
  if (terms.selfPaced(selfPacedHours)) {
    return asksTimes === 0 ? careSettled('met', 0) : careUnknown(asksTimes);
  }
  return careUnknown(asksTimes | (terms.hangsOnCare(true) ? askField('children.care') : ASK_OTHER));
}

function isConcerned({ request }: CareTerms, { sessions, attended }: CareCase): boolean {
  const { classes } = request.days;
  return sessions.some(({ day, place }) => concernedBy(classes, day, attended(place).isOnline) !== 0);
}

function isAnyConcerned({ request: { days } }: CareTerms, date: LocalDate, isOnline: boolean): boolean {
  const day = days.classes[days.coarse.ofDate(date)];
  return day !== undefined && (isOnline ? day.online : day.onSite) !== 0;
}

function firstDayOf({ first }: Held): LocalDate | undefined {
  return first === NO_DATE ? undefined : localDateFromDays(first);
}
