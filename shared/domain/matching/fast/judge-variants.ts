import { OFFER_FLAG, type Segment } from '../match-index/segment.ts';
import { bitOf } from './answer.ts';
import type { CareAnswer } from './care-result.ts';
import type { CareTerms } from './care-terms.ts';
import type { CareCase } from './care-case.ts';
import { careAnswerTo, careQuestionOf, type AttendedOffer, type CareQuestion } from './care-of-offer.ts';
import type { Held } from './held.ts';
import { bitCount, compareJudged, type JudgedVariant } from './judged.ts';
import { ownTimeOf, type OwnTimeAnswer } from './own-time-answer.ts';
import { screenOf, type Screened } from './screen.ts';
import type { SeenVariant } from './seen-variant.ts';

const CARE = bitOf('care');
const OWN_TIME = bitOf('own-time');

/** How an offer stands: judged, or certain to be a no whose first unmet criterion is that of this bit. */
export type Standing = JudgedVariant | { readonly noBy: number };

/** A variant of an offer with what is asked about care. */
export type AskedVariant = {
  readonly segment: Segment;
  readonly offer: number;
  readonly variant: SeenVariant;
  readonly question: CareQuestion;
};

/** Judges by one grouping of days. Throws NEEDS_FINE_DAYS or NEEDS_REFERENCE where that does not tell enough. */
export type JudgeVariants = {
  /** `stopsAtNo`: as soon as a no with its first unmet criterion is certain. */
  readonly judge: (segment: Segment, offer: number, stopsAtNo: boolean) => Standing;
  /** The variants in which nothing but care stands in the way. */
  readonly onlyByCare: (segment: Segment, offer: number) => readonly AskedVariant[];
  /** Whether such a variant fits as far as care goes. */
  readonly careFits: (question: CareQuestion) => boolean;
  /** What is asked of a variant. */
  readonly ask: (segment: Segment, offer: number, variant: SeenVariant) => CareQuestion;
};

/** A judge of one family's week; `isFine`: by fine classes of days. */
export function judgeVariants(care: CareTerms, isFine: boolean): JudgeVariants {
  const { request, families } = care;
  const { frame } = families;
  const screen = screenOf({ ...request, frame });
  const ownTime = ownTimeOf({ ...request, frame });
  const cases = request.cases(isFine);
  const heldOf = (segment: Segment, offer: number): Held => request.held(segment, isFine)(offer);

  function attend(segment: Segment, offer: number, variant: SeenVariant): AttendedOffer {
    const held = heldOf(segment, offer);
    const careCase = held.begin === held.end ? NO_SESSIONS : cases(segment, offer, variant, held);
    return { segment, offer, variant, held, careCase };
  }

  function judgeVariant(
    segment: Segment,
    offer: number,
    variant: SeenVariant,
    screened: Screened,
  ): JudgedVariant {
    const attended = attend(segment, offer, variant);
    let { unmet, unknown, asks } = screened;
    const taken = ownTimeAt(segment, offer, attended.careCase);
    if (taken === 'unmet') unmet |= OWN_TIME;
    else if (taken !== 'passes') {
      unknown |= OWN_TIME;
      asks |= taken;
    }
    const answer = careAnswerTo(care, careQuestionOf(request, attended, isFine));
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
      gapMinutes: answer.gapMinutes,
      first: attended.held.first,
      travel: screened.travel,
    };
  }

  function ownTimeAt({ offers }: Segment, offer: number, care: CareCase): OwnTimeAnswer {
    const flags = offers.flags[offer] ?? 0;
    return ownTime({
      replacesWork: (flags & OFFER_FLAG.replacesWork) !== 0,
      isComplete: (flags & OFFER_FLAG.complete) !== 0,
      isSelfPaced: (offers.selfPaced[offer] ?? 0) > 0,
      care,
    });
  }

  function verdictFrom(
    unmet: number,
    unknown: number,
    isNear: boolean,
    answer: CareAnswer,
  ): JudgedVariant['verdict'] {
    if (unmet !== 0) return isNear && bitCount(unmet) === 1 ? 'nearly' : 'no';
    if (unknown !== 0) return 'ask';
    if (answer.holidayDates() > frame.region.figures.maxOpenHolidayDates) return 'nearly';
    return answer.result === 'met-with-place' ? 'fits-with-care' : 'fits';
  }

  function bestOf(
    segment: Segment,
    offer: number,
    variants: readonly SeenVariant[],
    screened: readonly Screened[],
  ): JudgedVariant {
    let best: JudgedVariant | undefined;
    for (let at = 0; at < variants.length; at += 1) {
      const variant = variants[at];
      const seen = screened[at];
      if (variant === undefined || seen === undefined) continue;
      const judged = judgeVariant(segment, offer, variant, seen);
      if (best === undefined || compareJudged(judged, best) < 0) best = judged;
    }
    if (best === undefined) throw new Error('every offer has at least one variant');
    return best;
  }

  return {
    judge(segment, offer, stopsAtNo) {
      const variants = request.variants(segment, offer, heldOf);
      const screened: Screened[] = [];
      for (const variant of variants) screened.push(screen(segment, offer, variant, heldOf));
      const noBy = stopsAtNo ? certainNo(screened) : 0;
      return noBy === 0 ? bestOf(segment, offer, variants, screened) : { noBy };
    },
    onlyByCare(segment, offer) {
      const alone: AskedVariant[] = [];
      for (const variant of request.variants(segment, offer, heldOf)) {
        const { unmet, unknown } = screen(segment, offer, variant, heldOf);
        if (unmet !== 0 || unknown !== 0) continue;
        const attended = attend(segment, offer, variant);
        if (ownTimeAt(segment, offer, attended.careCase) !== 'passes') continue;
        alone.push({ segment, offer, variant, question: careQuestionOf(request, attended, isFine) });
      }
      return alone;
    },
    careFits(question) {
      const answer = careAnswerTo(care, question);
      return (
        answer.result !== 'unmet' &&
        answer.result !== 'unknown' &&
        answer.holidayDates() <= frame.region.figures.maxOpenHolidayDates
      );
    },
    ask: (segment, offer, variant) => careQuestionOf(request, attend(segment, offer, variant), isFine),
  };
}

const NO_SESSIONS: CareCase = {
  id: 0,
  sessions: [],
  attended: () => {
    throw new RangeError('there are no sessions');
  },
  childcare: undefined,
  isOneADay: true,
  hasCore: false,
  atOne: undefined,
};

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
