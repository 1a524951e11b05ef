import { OFFER_KINDS } from '../../../offer/terms.ts';
import { localDateFromDays, type LocalDate } from '../../../time/local-date.ts';
import { NO_DATE, OFFER_FLAG, type Segment } from '../../match-index/segment.ts';
import { ASK_OTHER, askField } from '../answer.ts';
import {
  answerNumber,
  careOfSessions,
  gapMinutesOfAnswer,
  holidayDatesOf,
  type CareOfSessions,
} from './care-answer.ts';
import { CARE_NOT_APPLICABLE, careSettled, careUnknown, type CareAnswer } from './care-result.ts';
import type { CareCase } from './care-case.ts';
import type { CareTerms } from './care-terms.ts';
import { careOfDayParts } from './day-parts-answer.ts';
import type { Held } from '../sessions/held.ts';
import type { OfferTimes, StatedTimes } from './offer-times.ts';
import { partsOfJob, type PartsOfJob } from './parts-of-job.ts';
import type { Request } from '../request.ts';
import { NEEDS_REFERENCE } from '../needs-reference.ts';
import { MODE, type SeenVariant } from '../seen-variant.ts';
import { concernedBy } from '../sessions/session-needs.ts';
import { isAreaOnly } from '../ways/ways.ts';

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

/**
 * What is asked about care for a variant: all that the answer hangs on beside the family's week, so that it can be asked again after a change.
 * Those with the same `number` have the same answer; `undefined` for one that is as no other.
 */
export type CareQuestion =
  | { readonly kind: 'settled'; readonly answer: CareAnswer }
  | ({ readonly kind: 'sessions' } & CareOfSessions)
  | { readonly kind: 'day-parts'; readonly number: number | undefined; readonly job: PartsOfJob }
  | { readonly kind: 'self-paced'; readonly times: OfferTimes };

/** The care criterion of a variant. */
export function careAnswerTo(terms: CareTerms, question: CareQuestion): CareAnswer {
  switch (question.kind) {
    case 'settled':
      return question.answer;
    case 'sessions':
      return careOfSessions(terms, question);
    case 'day-parts':
      return careOfDayParts(terms, question.job);
    case 'self-paced':
      return careOfSelfPaced(terms, question.times);
  }
}

/** The minutes of its gaps in a week; see `gapMinutesOfAnswer`. */
export function gapMinutesTo(terms: CareTerms, question: CareQuestion, answer: CareAnswer): number {
  return question.kind === 'sessions' ? gapMinutesOfAnswer(terms, question, answer) : answer.gapMinutes;
}

/** Its open holiday dates; see `holidayDatesOf`. */
export function holidayDatesTo(terms: CareTerms, question: CareQuestion, answer: CareAnswer): number {
  return question.kind === 'sessions' ? holidayDatesOf(terms, question, answer) : answer.holidayDates;
}

/** What is asked for a variant by coarse or by fine classes of days. */
export function careQuestionOf(request: Request, attended: AttendedOffer, isFine: boolean): CareQuestion {
  const { segment, offer, variant, held, careCase: care } = attended;
  const { offers } = segment;
  const times = request.times(segment, offer, (variant.modes & MODE.onSite) === 0);
  if (held.begin === held.end) return withoutSessions(request, attended, times, isFine);
  // A childcare offer may be a place for its own sessions, and is no way from itself; columns do not tell it from others there.
  if (
    offers.kind[offer] === CHILDCARE &&
    care.sessions.some(({ place }) => isAreaOnly(care.attended(place).spot.facts))
  ) {
    throw NEEDS_REFERENCE;
  }
  if (!isConcerned(request, attended)) return NOT_CONCERNED;
  const isApprenticeship = offers.kind[offer] === APPRENTICESHIP;
  return {
    kind: 'sessions',
    number: answerNumber(care, times),
    care,
    times,
    isApprenticeship,
    held,
  };
}

function withoutSessions(
  request: Request,
  { segment, offer, variant, held }: AttendedOffer,
  times: StatedTimes,
  isFine: boolean,
): CareQuestion {
  const { days, surroundings, frame } = request;
  const { offers } = segment;
  const { selfPacedHours, isOnlineOnly, parts } = times;
  const hasTimes = ((offers.flags[offer] ?? 0) & OFFER_FLAG.hasTimes) !== 0 || selfPacedHours > 0;
  const first = firstDayOf(held);
  if (!isAnyConcerned(request, first ?? frame.from, selfPacedHours > 0 || isOnlineOnly)) {
    return NOT_CONCERNED;
  }
  if (offers.kind[offer] === JOB && !hasTimes && parts.length > 0) {
    const job = partsOfJob(request, {
      times,
      spot: isOnlineOnly ? surroundings.homeSpot : variant.spotFor(variant.place).spot,
      childcare: request.childcare(segment, offer),
      first,
      days: isFine ? days.fine() : days.coarse,
    });
    return { kind: 'day-parts', number: job.childcare === undefined ? -job.row : undefined, job };
  }
  if (selfPacedHours > 0) return { kind: 'self-paced', times };
  return NO_TIMES;
}

const NOT_CONCERNED: CareQuestion = { kind: 'settled', answer: CARE_NOT_APPLICABLE };
const NO_TIMES: CareQuestion = { kind: 'settled', answer: careUnknown(ASK_OTHER) };

function careOfSelfPaced(terms: CareTerms, { isComplete, selfPacedHours }: OfferTimes): CareAnswer {
  const asksTimes = isComplete ? 0 : ASK_OTHER;
  if (terms.selfPaced(selfPacedHours)) {
    return asksTimes === 0 ? careSettled('met', 0) : careUnknown(asksTimes);
  }
  return careUnknown(asksTimes | (terms.hangsOnCare(true) ? askField('children.care') : ASK_OTHER));
}

function isConcerned({ days: { classes } }: Request, { held, careCase }: AttendedOffer): boolean {
  const { atOne } = careCase;
  if (atOne !== undefined) return (atOne.where.isOnline ? held.online : held.onSite) !== 0;
  const { sessions, attended } = careCase;
  return sessions.some(({ day, place }) => concernedBy(classes, day, attended(place).isOnline) !== 0);
}

function isAnyConcerned({ days }: Request, date: LocalDate, isOnline: boolean): boolean {
  const day = days.classes[days.coarse.ofDate(date)];
  return day !== undefined && (isOnline ? day.online : day.onSite) !== 0;
}

function firstDayOf({ first }: Held): LocalDate | undefined {
  return first === NO_DATE ? undefined : localDateFromDays(first);
}
