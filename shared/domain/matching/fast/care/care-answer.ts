import { GRID_MINUTES } from '../../../time/intervals.ts';
import { localDateFromDays, type LocalDate } from '../../../time/local-date.ts';
import { NO_DATE } from '../../match-index/segment.ts';
import { weekOf } from '../../match-index/week-number.ts';
import { ASK_OTHER, askField, type CareResult } from '../answer.ts';
import { askPlaces } from '../screen/ask-places.ts';
import { spotsOnSite, type CareCase } from './care-case.ts';
import { collectGaps, collectGapsOnce } from '../gaps/collect-gaps.ts';
import type { CareTerms } from './care-terms.ts';
import { careSettled, careUnknown, NOT_COUNTED, PLAINLY_UNMET, type CareAnswer } from './care-result.ts';
import type { Gaps } from '../gaps/gaps.ts';
import { stillOpen } from './open-gaps.ts';
import { searchOf } from '../new-care/search.ts';
import { doubtBits, type OfferTimes } from './doubts-answer.ts';
import type { Family } from '../sessions/family.ts';
import { gapMinutesOf } from '../gaps/gap-minutes.ts';
import { NO_MINUTES } from '../judged.ts';
import type { Held, HeldSessions } from '../sessions/held.ts';
import { countHolidayDates } from '../gaps/holiday-dates.ts';
import { nearMissFor } from '../levers/near-miss.ts';
import { newCareAnswer } from '../new-care/new-care-answer.ts';
import type { Request } from '../request.ts';

/** Those with the same number have the same answer; `undefined` for one that has an answer of its own. */
export function answerNumber(care: CareCase, times: OfferTimes): number | undefined {
  return care.id === 0 || care.hasCore || times.selfPacedHours !== 0 ? undefined : care.id;
}

/** A variant with sessions of which at least one concerns a child. `number`: see `answerNumber`. */
export type CareOfSessions = {
  readonly number: number | undefined;
  readonly care: CareCase;
  readonly times: OfferTimes;
  readonly isApprenticeship: boolean;
  readonly held: Pick<Held, 'first' | 'firstPlain'>;
};

/** The care criterion of a variant with sessions; equal ones are answered once. */
export function careOfSessions(terms: CareTerms, asked: CareOfSessions): CareAnswer {
  const { number } = asked;
  const known = number === undefined ? undefined : terms.known[number];
  if (known !== undefined) return known;
  const answer = workOutCare(terms, asked, firstDayOf(terms, asked.held));
  // A change is tried on each case once.
  if (number !== undefined && !terms.onlyFits) terms.known[number] = answer;
  return answer;
}

/** The first date on which anything is held, else that of the plain week, else the first of the request. */
export function firstDayOf(
  { families }: Pick<CareTerms, 'families'>,
  { first, firstPlain }: Pick<Held, 'first' | 'firstPlain'>,
): LocalDate {
  const known = first === NO_DATE ? firstPlain : first;
  return known === NO_DATE ? families.frame.from : localDateFromDays(known);
}

function workOutCare(
  terms: CareTerms,
  { care, times, isApprenticeship }: CareOfSessions,
  firstDay: LocalDate,
): CareAnswer {
  if (terms.onlyFits && !times.isComplete) return UNMET;
  const { request, families } = terms;
  const { situation } = families.frame;
  const { gaps } = request.scratch;
  if (!collectDecidingGaps(terms, care, gaps)) return careUnknown(askPlace(terms, care));
  if (gaps.count === 0) {
    const asks = doubtBits(request, situation, care, times, terms);
    return answer(terms, care, gaps, asks === 0 ? 'met' : 'unknown', asks);
  }
  const newCare = newCareAnswer(searchOf(request, terms.places, families.ordinary, care, gaps, firstDay));
  if (newCare.closesAll) {
    const asks = doubtBits(request, situation, care, times, terms);
    return answer(terms, care, gaps, asks === 0 ? 'met-with-place' : 'unknown', asks);
  }
  if (terms.onlyFits) return UNMET;
  if (nearMissFor(request, terms.changes, families.ordinary, care, gaps) !== undefined) {
    return answer(terms, care, gaps, 'unmet', 0);
  }
  const asks = stillOpen(terms, care, gaps, newCare);
  if (asks !== undefined) {
    const all = asks | doubtBits(request, situation, care, times, terms);
    return answer(terms, care, gaps, 'unknown', all === 0 ? ASK_OTHER : all);
  }
  if (isApprenticeship && fitsInHalf(request, families.ordinary, care)) {
    return answer(terms, care, gaps, 'unknown', ASK_OTHER);
  }
  return PLAINLY_UNMET;
}

/** The gaps that new care has to close; false when a way is not known. */
function collectDecidingGaps({ request, families, places }: CareTerms, care: CareCase, gaps: Gaps): boolean {
  return care.atOne === undefined
    ? collectGaps(request, families.ordinary, care, gaps)
    : collectGapsOnce(families.ordinary, care.atOne, places.openings.patternOf, gaps);
}

/** What is asked where a way is not known. */
function askPlace({ request }: CareTerms, care: CareCase): number {
  const asks = askPlaces(request.surroundings, spotsOnSite(care));
  return asks === 0 ? askField('children.care') : asks;
}

/** Not looked at any closer. */
const UNMET = careSettled('unmet', NO_MINUTES);

/** How large gaps are is not asked where only what fits is told from what does not. What is unmet here is so by a near miss. */
function answer(
  { request, families, onlyFits }: CareTerms,
  care: CareCase,
  gaps: Gaps,
  result: CareResult,
  asks: number,
): CareAnswer {
  const isMet = result === 'met' || result === 'met-with-place';
  return {
    result,
    asks,
    isNearMiss: result === 'unmet',
    gapMinutes:
      gaps.count === 0 || onlyFits
        ? 0
        : gapMinutesOf(request, families.ordinary, care, gaps, plainWeekOf(request)),
    holidayDates: isMet ? NOT_COUNTED : 0,
  };
}

/** Minutes a week; NO_MINUTES when not known. Nobody asks how large the gaps of a no are, unless several variants are one. */
export function gapMinutesOfAnswer(
  { request, families }: CareTerms,
  { care }: Pick<CareOfSessions, 'care'>,
  { gapMinutes }: CareAnswer,
): number {
  if (gapMinutes !== NOT_COUNTED) return gapMinutes;
  const { others } = request.scratch;
  if (care.atOne === undefined) collectGaps(request, families.ordinary, care, others);
  return gapMinutesOf(request, families.ordinary, care, others, plainWeekOf(request));
}

/** On how many dates in school holidays a gap stays open, counted once; 0 unless care is met. Asked only where nothing else stands in the way. */
export function holidayDatesOf(
  { request, families }: CareTerms,
  { care }: Pick<CareOfSessions, 'care'>,
  answer: CareAnswer,
): number {
  if (answer.holidayDates === NOT_COUNTED) answer.holidayDates = countHolidayDates(request, families, care);
  return answer.holidayDates;
}

function plainWeekOf({ days, frame }: Request): number {
  const monday = days.classes.find(({ plain }) => plain)?.date;
  return weekOf(monday ?? frame.from);
}

/** Whether half of each session, from its start, leaves no gap. */
function fitsInHalf(request: Request, family: Family, care: CareCase): boolean {
  const halved = (held: HeldSessions): HeldSessions => {
    const { day, from } = held;
    const to = from + Math.ceil((held.to - from) / 2 / GRID_MINUTES) * GRID_MINUTES;
    return { ...held, to, time: request.days.times.numberOf(day, from, to) };
  };
  if (care.childcare === undefined) {
    return care.sessions.every((held) => {
      const { isKnown, gaps } = family.meaningOf(halved(held).time, care.attended(held.place));
      return isKnown && gaps === 0;
    });
  }
  const { others } = request.scratch;
  const sessions = care.sessions.map(halved);
  return collectGaps(request, family, { ...care, id: 0, sessions }, others) && others.count === 0;
}
