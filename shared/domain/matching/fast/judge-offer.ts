import { OFFER_KINDS } from '../../offer/terms.ts';
import { localDateFromDays, type LocalDate } from '../../time/local-date.ts';
import type { Match, Verdict } from '../match-result.ts';
import { NO_DATE, OFFER_FLAG, type Segment } from '../match-index/segment.ts';
import { ASK_OTHER, askField, bitOf } from './answer.ts';
import { askPlaces } from './ask-places.ts';
import {
  CARE_NOT_APPLICABLE,
  careOfSessions,
  careSettled,
  careUnknown,
  type CareAnswer,
  type CareTerms,
} from './care-answer.ts';
import { caseOf, type CareCase } from './care-case.ts';
import { careOfDayParts } from './day-parts-answer.ts';
import type { OfferTimes } from './doubts-answer.ts';
import type { Held } from './held.ts';
import { fromMatch } from './from-match.ts';
import { bitCount, compareJudged, type JudgedVariant } from './judged.ts';
import { NeedsFineDays, NeedsReference } from './needs-reference.ts';
import { ownTimeOf, type OwnTimeAnswer } from './own-time-answer.ts';
import { screenOf, type Screened } from './screen.ts';
import { childcareOf, MODE, seenVariants, type SeenVariant } from './seen-variant.ts';
import { isAreaOnly } from './ways.ts';

const CARE = bitOf('care');
const OWN_TIME = bitOf('own-time');
const CHILDCARE = OFFER_KINDS.indexOf('childcare');
const JOB = OFFER_KINDS.indexOf('job');
const APPRENTICESHIP = OFFER_KINDS.indexOf('apprenticeship');

/** How an offer stands: judged, or certain to be a no whose first unmet criterion is that of this bit. */
export type Standing = JudgedVariant | { readonly noBy: number };

/** Judges offers of an index for one family's week. */
export type Judge = {
  /** Stops as soon as a no with its first unmet criterion is certain. */
  readonly standing: (segment: Segment, offer: number) => Standing;
  /** Whether the offer fits, with a childcare place or without. */
  readonly fits: (segment: Segment, offer: number) => boolean;
  /** Whether nothing but care stands in the way of the offer, in some variant. */
  readonly isOnlyCare: (segment: Segment, offer: number) => boolean;
  /** All that order and verdict hang on. */
  readonly judged: (segment: Segment, offer: number) => JudgedVariant;
};

/** What a judge takes. `byReference`: the reference's answer for an offer that columns do not tell enough of. */
export type JudgeTerms = {
  readonly care: CareTerms;
  readonly byReference: (segment: Segment, offer: number) => Match;
};

/** The judge of one family's week. */
export function judgeOf({ care, byReference }: JudgeTerms): Judge {
  const { request, families } = care;
  const { frame, days } = { ...request, frame: families.frame };
  const screen = screenOf({ ...request, frame });
  const ownTime = ownTimeOf({ ...request, frame });
  const forFits: CareTerms = { ...care, onlyFits: true };
  let terms = care;
  let isFine = false;

  function heldOf(segment: Segment, offer: number): Held {
    return request.held(segment, isFine)(offer);
  }

  function judgeVariant(
    segment: Segment,
    offer: number,
    variant: SeenVariant,
    screened: Screened,
  ): JudgedVariant {
    const held = heldOf(segment, offer);
    let { unmet, unknown, asks } = screened;
    let known: CareCase | undefined;
    const careCase = (): CareCase =>
      (known ??= caseOf(request, held, variant.spotFor, childcareOf(segment, offer)));
    const taken = ownTimeAt(segment, offer, careCase);
    if (taken === 'unmet') unmet |= OWN_TIME;
    else if (taken !== 'passes') {
      unknown |= OWN_TIME;
      asks |= taken;
    }
    const answer = careOf(segment, offer, variant, held, careCase);
    if (answer.result === 'unmet') unmet |= CARE;
    if (answer.result === 'unknown') {
      unknown |= CARE;
      asks |= answer.asks;
    }
    const isNear = unmet === CARE ? answer.isNearMiss : unmet === screened.unmet && screened.isNearMiss;
    return {
      verdict: verdictFrom(unmet, unknown, isNear, answer),
      unmet,
      unknown,
      asks,
      gapMinutes: once(answer.gapMinutes),
      first: held.first,
      travel: screened.travel,
    };
  }

  function ownTimeAt({ offers }: Segment, offer: number, careCase: () => CareCase): OwnTimeAnswer {
    const flags = offers.flags[offer] ?? 0;
    return ownTime({
      replacesWork: (flags & OFFER_FLAG.replacesWork) !== 0,
      isComplete: (flags & OFFER_FLAG.complete) !== 0,
      isSelfPaced: (offers.selfPaced[offer] ?? 0) > 0,
      sessions: () => careCase().sessions,
    });
  }

  function isOnlyCare(segment: Segment, offer: number): boolean {
    const held = (): Held => heldOf(segment, offer);
    return seenVariants(request, segment, offer, held).some((variant) => {
      const { unmet, unknown } = screen(segment, offer, variant, held);
      if (unmet !== 0 || unknown !== 0) return false;
      const childcare = childcareOf(segment, offer);
      return (
        ownTimeAt(segment, offer, () => caseOf(request, held(), variant.spotFor, childcare)) === 'passes'
      );
    });
  }

  function verdictFrom(unmet: number, unknown: number, isNear: boolean, answer: CareAnswer): Verdict {
    if (unmet !== 0) return isNear && bitCount(unmet) === 1 ? 'nearly' : 'no';
    if (unknown !== 0) return 'ask';
    if (answer.holidayDates() > frame.region.figures.maxOpenHolidayDates) return 'nearly';
    return answer.result === 'met-with-place' ? 'fits-with-care' : 'fits';
  }

  function careOf(
    segment: Segment,
    offer: number,
    variant: SeenVariant,
    held: Held,
    careCase: () => CareCase,
  ): CareAnswer {
    const { offers } = segment;
    const flags = offers.flags[offer] ?? 0;
    const isOnlineOnly = (variant.modes & MODE.onSite) === 0;
    const selfPacedHours = offers.selfPaced[offer] ?? 0;
    const times: OfferTimes = {
      isComplete: (flags & OFFER_FLAG.complete) !== 0,
      selfPacedHours,
      hoursMax: offers.hoursMax[offer] ?? Number.NaN,
      isOnlineOnly,
    };
    const first = held.first === NO_DATE ? undefined : localDateFromDays(held.first);
    const packedParts = offers.dayParts[offer] ?? 0;
    const hasTimes = (flags & OFFER_FLAG.hasTimes) !== 0 || selfPacedHours > 0;
    const isByParts = offers.kind[offer] === JOB && !hasTimes && packedParts !== 0;
    if (held.sessions.length === 0) {
      const isOnline = selfPacedHours > 0 || isOnlineOnly;
      if (!isAnyConcerned(first ?? frame.from, isOnline)) return CARE_NOT_APPLICABLE;
      if (isByParts) {
        const spot = isOnlineOnly ? request.surroundings.homeSpot : variant.spotFor(variant.place).spot;
        const hoursMin = offers.hoursMin[offer] ?? Number.NaN;
        const childcare = childcareOf(segment, offer);
        return careOfDayParts(terms, {
          packedParts,
          hoursMin,
          times,
          spot,
          childcare,
          first,
          days: isFine ? days.fine() : days.coarse,
        });
      }
      if (selfPacedHours <= 0) return careUnknown(ASK_OTHER);
      const asksTimes = times.isComplete ? 0 : ASK_OTHER;
      if (care.selfPaced(selfPacedHours))
        return asksTimes === 0 ? careSettled('met', 0) : careUnknown(asksTimes);
      return careUnknown(asksTimes | (care.hangsOnCare(true) ? askField('children.care') : ASK_OTHER));
    }
    const { sessions } = careCase();
    // A childcare offer may be a place for its own sessions, and is no way from itself; columns do not tell it from others there.
    if (offers.kind[offer] === CHILDCARE && sessions.some(({ kind }) => isAreaOnly(kind.spot.facts))) {
      throw new NeedsReference();
    }
    const concerns = sessions.some(({ kind }) => {
      const day = days.classes[kind.day];
      return day !== undefined && (kind.isOnline ? day.online : day.onSite) !== 0;
    });
    if (!concerns) return CARE_NOT_APPLICABLE;
    return careOfSessions(terms, careCase(), times, {
      firstDay: first ?? firstPlain(held) ?? frame.from,
      isApprenticeship: offers.kind[offer] === APPRENTICESHIP,
      askPlace: () => askPlace(careCase()),
    });
  }

  function isAnyConcerned(date: LocalDate, isOnline: boolean): boolean {
    const day = days.classes[days.coarse.ofDate(date)];
    return day !== undefined && (isOnline ? day.online : day.onSite) !== 0;
  }

  function firstPlain({ sessions }: Held): LocalDate | undefined {
    const dates = sessions.flatMap(({ day, isPlain }) => {
      const found = days.classes[day];
      return isPlain && found !== undefined ? [found.date] : [];
    });
    return dates.sort((one, other) => one - other)[0];
  }

  function askPlace({ sessions }: CareCase): number {
    const onSite = sessions.filter(({ kind }) => !kind.isOnline);
    const asks = askPlaces(
      request.surroundings,
      onSite.map(({ kind }) => kind.spot),
    );
    return asks === 0 ? askField('children.care') : asks;
  }

  function withReference<Answer>(judge: () => Answer, otherwise: () => Answer): Answer {
    try {
      return judge();
    } catch (error) {
      if (error instanceof NeedsFineDays && !isFine) return withFineDays(judge, otherwise);
      if (error instanceof NeedsReference) return otherwise();
      throw error;
    }
  }

  function withFineDays<Answer>(judge: () => Answer, otherwise: () => Answer): Answer {
    isFine = true;
    try {
      return withReference(judge, otherwise);
    } finally {
      isFine = false;
    }
  }

  function bestOf(
    segment: Segment,
    offer: number,
    variants: readonly SeenVariant[],
    screened: readonly Screened[],
  ): JudgedVariant {
    let best: JudgedVariant | undefined;
    variants.forEach((variant, at) => {
      const seen = screened[at];
      if (seen === undefined) return;
      const judged = judgeVariant(segment, offer, variant, seen);
      if (best === undefined || compareJudged(judged, best) < 0) best = judged;
    });
    if (best === undefined) throw new Error('every offer has at least one variant');
    return best;
  }

  function judge(segment: Segment, offer: number, stopsAtNo: boolean): Standing {
    const held = (): Held => heldOf(segment, offer);
    const variants = seenVariants(request, segment, offer, held);
    const screened = variants.map((variant) => screen(segment, offer, variant, held));
    const noBy = stopsAtNo ? certainNo(screened) : 0;
    return noBy === 0 ? bestOf(segment, offer, variants, screened) : { noBy };
  }

  return {
    standing: (segment, offer) =>
      withReference<Standing>(
        () => judge(segment, offer, true),
        () => fromMatch(byReference(segment, offer)),
      ),
    fits: (segment, offer) => {
      terms = forFits;
      try {
        const standing = withReference<Standing>(
          () => judge(segment, offer, true),
          () => fromMatch(byReference(segment, offer)),
        );
        return !('noBy' in standing) && (standing.verdict === 'fits' || standing.verdict === 'fits-with-care');
      } finally {
        terms = care;
      }
    },
    isOnlyCare: (segment, offer) =>
      withReference(
        () => isOnlyCare(segment, offer),
        () => true,
      ),
    judged: (segment, offer) =>
      withReference(
        () => {
          const standing = judge(segment, offer, false);
          if ('noBy' in standing) throw new Error('asked for all');
          return standing;
        },
        () => fromMatch(byReference(segment, offer)),
      ),
  };
}

/** The same answer however often it is asked for. */
function once<Answer>(work: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | undefined;
  return () => (known ??= { answer: work() }).answer;
}

/** The bit of the first unmet criterion if every variant is certain to be a no by the same one; else 0. */
function certainNo(screened: readonly Screened[]): number {
  let noBy = 0;
  for (const { unmet, isNearMiss } of screened) {
    const isNo = unmet !== 0 && ((unmet & (unmet - 1)) !== 0 || !isNearMiss);
    const by = unmet & -unmet;
    if (!isNo || (noBy !== 0 && noBy !== by)) return 0;
    noBy = by;
  }
  return noBy;
}
