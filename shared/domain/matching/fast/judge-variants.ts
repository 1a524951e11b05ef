import type { Segment } from '../match-index/segment.ts';
import { bitOf } from './answer.ts';
import { attendanceIn } from './attendance.ts';
import { NOT_COUNTED, type CareAnswer } from './care/care-result.ts';
import { careBesideUnmet } from './care/care-beside-unmet.ts';
import type { CareTerms } from './care/care-terms.ts';
import { certainlyNo, isNearMiss, noByOf, type CertainNo } from './certain-no.ts';
import {
  type AttendedOffer,
  careAnswerTo,
  careQuestionOf,
  type CareQuestion,
  gapMinutesTo,
  holidayDatesTo,
} from './care/care-of-offer.ts';
import {
  ASK_RANK,
  compareJudged,
  FITS_RANK,
  FITS_WITH_CARE_RANK,
  NEARLY_RANK,
  NO_RANK,
  type JudgedVariant,
} from './judged.ts';
import { nothingNoted, note, PASSES, type Noted } from './noted.ts';
import { ownTimeOf } from './screen/own-time-answer.ts';
import { screenOf, type Screened } from './screen/screen.ts';
import { countVariants, type SeenVariant } from './seen-variant.ts';

const CARE = bitOf('care');
const OWN_TIME = bitOf('own-time');

/** How an offer stands: judged, or certain to be a no. */
export type Standing = JudgedVariant | CertainNo;

/** A variant of an offer with what is asked about care. */
export type AskedVariant = {
  readonly segment: Segment;
  readonly offer: number;
  readonly variant: SeenVariant;
  readonly question: CareQuestion;
};

/** The variant that stands for an offer: of several the best, the first of those that are as good. */
export type StandingVariant = AttendedOffer & { readonly question: CareQuestion };

/** A variant by its number among those of the offer, judged. */
type BestVariant = { readonly at: number; readonly judged: JudgedVariant };

/** Judges by one grouping of days. Throws NEEDS_FINE_DAYS or NEEDS_REFERENCE where that does not tell enough. */
export type JudgeVariants = {
  /** `stopsAtNo`: as soon as a no with its first unmet criterion is certain. */
  readonly judge: (segment: Segment, offer: number, stopsAtNo: boolean) => Standing;
  /** Whether the criterion of a bit does not stand in the way of some variant, as far as it is neither own time nor care. */
  readonly isMetInSome: (segment: Segment, offer: number, bit: number) => boolean;
  /** The variants in which nothing but care stands in the way. */
  readonly onlyByCare: (segment: Segment, offer: number) => readonly AskedVariant[];
  /** Whether such a variant fits as far as care goes. */
  readonly careFits: (question: CareQuestion) => boolean;
  /** Whether the offer fits in some variant, with a childcare place or without. */
  readonly fits: (segment: Segment, offer: number) => boolean;
  /** The variant that stands for an offer, and what is asked of it. */
  readonly standsFor: (segment: Segment, offer: number) => StandingVariant;
  /** What is asked of a variant. */
  readonly ask: (segment: Segment, offer: number, variant: SeenVariant) => CareQuestion;
};

/** A judge of one family's week; `isFine`: by fine classes of days. */
export function judgeVariants(care: CareTerms, isFine: boolean): JudgeVariants {
  const { request, families } = care;
  const { frame } = families;
  const screen = screenOf({ ...request, frame });
  const ownTime = ownTimeOf({ ...request, frame });
  const { heldOf, attend, attendAs } = attendanceIn(request, isFine);
  const { maxOpenHolidayDates } = frame.region.figures;
  const noted = nothingNoted();
  const besideUnmet = careBesideUnmet(care);

  function judgeVariant(segment: Segment, offer: number, at: number, screened: Screened): JudgedVariant {
    const attended = attend(segment, offer, at);
    const { travel } = screened;
    noted.unmet = screened.unmet;
    noted.unknown = screened.unknown;
    noted.near = screened.near;
    noted.asks = screened.asks;
    note(noted, OWN_TIME, ownTime(segment, offer, attended.careCase));
    const question = careQuestionOf(request, attended, isFine);
    const answer = noted.unmet === 0 ? careAnswerTo(care, question) : besideUnmet(question);
    if (answer.result === 'unmet') {
      noted.unmet |= CARE;
      if (answer.isNearMiss) noted.near |= CARE;
    } else if (answer.result === 'unknown') {
      noted.unknown |= CARE;
      noted.asks |= answer.asks;
    }
    return {
      verdict: verdictFrom(noted, question, answer),
      unmet: noted.unmet,
      unknown: noted.unknown,
      asks: noted.asks,
      gapMinutes: answer.gapMinutes === NOT_COUNTED ? countingGaps(question, answer) : answer.gapMinutes,
      first: attended.held.first,
      travel,
    };
  }

  function countingGaps(question: CareQuestion, answer: CareAnswer): () => number {
    let minutes: number | undefined;
    return () => (minutes ??= gapMinutesTo(care, question, answer));
  }

  function verdictFrom({ unmet, unknown, near }: Noted, question: CareQuestion, answer: CareAnswer): number {
    if (unmet !== 0) return isNearMiss(unmet, near) ? NEARLY_RANK : NO_RANK;
    if (unknown !== 0) return ASK_RANK;
    if (holidayDatesTo(care, question, answer) > maxOpenHolidayDates) return NEARLY_RANK;
    return answer.result === 'met-with-place' ? FITS_WITH_CARE_RANK : FITS_RANK;
  }

  /** The variant that stands for an offer. What is certain to be a no is judged only where nothing else is better than that. */
  function bestOf(segment: Segment, offer: number, count: number): BestVariant {
    const best = bestAmong(segment, offer, count, false);
    if (best !== undefined && best.judged.verdict !== NO_RANK) return best;
    const ofAll = bestAmong(segment, offer, count, true);
    if (ofAll === undefined) throw new Error('an offer has at least one variant');
    return ofAll;
  }

  function bestAmong(
    segment: Segment,
    offer: number,
    count: number,
    withNoes: boolean,
  ): BestVariant | undefined {
    let best: BestVariant | undefined;
    for (let at = 0; at < count; at += 1) {
      const screened = screen(segment, offer, at, heldOf);
      if (!withNoes && noByOf(screened) !== 0) continue;
      const judged = judgeVariant(segment, offer, at, screened);
      if (best === undefined || compareJudged(judged, best.judged) < 0) best = { at, judged };
    }
    return best;
  }

  /** The bit of the first unmet criterion if every variant is certain to be a no by the same one; else 0. */
  function certainNo(segment: Segment, offer: number, count: number): number {
    const noBy = noByOf(screen(segment, offer, 0, heldOf));
    for (let at = 1; at < count && noBy !== 0; at += 1) {
      if (noByOf(screen(segment, offer, at, heldOf)) !== noBy) return 0;
    }
    return noBy;
  }

  /** A variant by its number if nothing but care stands in the way; else `undefined`. */
  function attendedByCareAlone(segment: Segment, offer: number, at: number): AttendedOffer | undefined {
    const { unmet, unknown } = screen(segment, offer, at, heldOf);
    if (unmet !== 0 || unknown !== 0) return undefined;
    const attended = attend(segment, offer, at);
    return ownTime(segment, offer, attended.careCase) === PASSES ? attended : undefined;
  }

  function careFits(question: CareQuestion): boolean {
    const answer = careAnswerTo(care, question);
    return (
      answer.result !== 'unmet' &&
      answer.result !== 'unknown' &&
      holidayDatesTo(care, question, answer) <= maxOpenHolidayDates
    );
  }

  return {
    judge(segment, offer, stopsAtNo) {
      const count = countVariants(segment, offer);
      if (count > 1) {
        const noBy = stopsAtNo ? certainNo(segment, offer, count) : 0;
        return noBy === 0 ? bestOf(segment, offer, count).judged : certainlyNo(noBy);
      }
      const screened = screen(segment, offer, 0, heldOf);
      const noBy = stopsAtNo ? noByOf(screened) : 0;
      return noBy === 0 ? judgeVariant(segment, offer, 0, screened) : certainlyNo(noBy);
    },
    isMetInSome(segment, offer, bit) {
      for (let at = 0; at < countVariants(segment, offer); at += 1) {
        const { unmet, unknown } = screen(segment, offer, at, heldOf);
        if (((unmet | unknown) & bit) === 0) return true;
      }
      return false;
    },
    onlyByCare(segment, offer) {
      const alone: AskedVariant[] = [];
      const count = countVariants(segment, offer);
      for (let at = 0; at < count; at += 1) {
        const attended = attendedByCareAlone(segment, offer, at);
        if (attended === undefined) continue;
        const { variant } = attended;
        alone.push({ segment, offer, variant, question: careQuestionOf(request, attended, isFine) });
      }
      return alone;
    },
    careFits,
    fits(segment, offer) {
      for (let at = 0; at < countVariants(segment, offer); at += 1) {
        const attended = attendedByCareAlone(segment, offer, at);
        if (attended !== undefined && careFits(careQuestionOf(request, attended, isFine))) return true;
      }
      return false;
    },
    standsFor(segment, offer) {
      const count = countVariants(segment, offer);
      const attended = attend(segment, offer, count === 1 ? 0 : bestOf(segment, offer, count).at);
      return { ...attended, question: careQuestionOf(request, attended, isFine) };
    },
    ask: (segment, offer, variant) => careQuestionOf(request, attendAs(segment, offer, variant), isFine),
  };
}
