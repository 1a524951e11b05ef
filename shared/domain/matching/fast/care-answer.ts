import { GRID_MINUTES } from '../../time/intervals.ts';
import { localDateFromDays, type LocalDate } from '../../time/local-date.ts';
import { NO_DATE } from '../match-index/segment.ts';
import { weekOf } from '../match-index/week-number.ts';
import { ASK_OTHER, askField, type CareResult } from './answer.ts';
import { askPlaces } from './ask-places.ts';
import { spotsOnSite, type CareCase } from './care-case.ts';
import { BY_NO_COURSE, collectGaps, type Gaps } from './gaps.ts';
import { searchOf, type CareNear } from './search.ts';
import { doubtBits, type OfferTimes, type WeekTerms } from './doubts-answer.ts';
import type { Family } from './family.ts';
import { gapMinutesOf } from './gap-minutes.ts';
import { NO_MINUTES } from './judged.ts';
import type { Held } from './held.ts';
import { countHolidayDates } from './holiday-dates.ts';
import { nearMissFor, type ChangesNear } from './near-miss.ts';
import { countingCloses, isPlaceable, newCareAnswer, type NewCareAnswer } from './new-care-answer.ts';
import type { Families, Request } from './request.ts';
import { rowNumbers, type RowNumbers } from './row-numbers.ts';
import { areCoveredDuring } from './session-needs.ts';
import type { StuckGaps } from './stuck-gaps.ts';
import { TOUCHES_ALL } from './touches.ts';

/** Everything that answers of the care criterion share for one family's week. `near.changes` empty = near misses are not looked for. */
export type CareTerms = WeekTerms & {
  readonly request: Request;
  readonly families: Families;
  readonly places: CareNear;
  readonly changes: ChangesNear;
  /** Answers of cases that are one object, by `id` and what else they hang on. */
  readonly known: (CareAnswer | undefined)[];
  /** Answers of jobs of which only parts of the day are known, by all they hang on. */
  readonly knownParts: KnownParts;
  /** Only what fits has to be told from what does not: nothing else is found out about what does not. */
  readonly onlyFits: boolean;
  /** The gaps of the situation as stated, and what the change that is tried touches of them. */
  readonly stuck: StuckGaps;
  readonly touches: number;
};

/** Answers by the numbers of rows of all that they hang on. */
export type KnownParts = { readonly rows: RowNumbers; readonly answers: (CareAnswer | undefined)[] };

/** No answers yet. */
export function knownParts(): KnownParts {
  return { rows: rowNumbers(), answers: [] };
}

/** The care criterion as far as order and verdict go. `gapMinutes`: worked out when asked for, NO_MINUTES when not known. `asks`: bits, only with `unknown`. */
export type CareAnswer = {
  readonly result: CareResult;
  readonly asks: number;
  readonly isNearMiss: boolean;
  readonly gapMinutes: () => number;
  /** Open holiday dates; 0 unless care is met. Asked only where nothing else stands in the way. */
  readonly holidayDates: () => number;
};

const NO_DATES = (): number => 0;
const NO_GAP = (): number => 0;
const NOT_KNOWN = (): number => NO_MINUTES;

/** No child has to be looked after because of this. */
export const CARE_NOT_APPLICABLE: CareAnswer = {
  result: 'not-applicable',
  asks: 0,
  isNearMiss: false,
  gapMinutes: NO_GAP,
  holidayDates: NO_DATES,
};

/** It cannot be told. */
export function careUnknown(asks: number): CareAnswer {
  return { result: 'unknown', asks, isNearMiss: false, gapMinutes: NOT_KNOWN, holidayDates: NO_DATES };
}

/** Settled without sessions. */
export function careSettled(result: 'met' | 'unmet', minutes: number): CareAnswer {
  const gapMinutes = (): number => minutes;
  return { result, asks: 0, isNearMiss: false, gapMinutes, holidayDates: NO_DATES };
}

const ANSWERS_PER_CASE = 4;

/** The care criterion of a variant with sessions of which at least one concerns a child; equal cases are answered once. */
export function careOfSessions(
  terms: CareTerms,
  care: CareCase,
  times: OfferTimes,
  isApprenticeship: boolean,
  held: Pick<Held, 'first' | 'sessions'>,
): CareAnswer {
  const isRemembered = care.id !== 0 && !care.hasCore && times.selfPacedHours === 0;
  const key = care.id * ANSWERS_PER_CASE + Number(times.isComplete) * 2 + Number(isApprenticeship);
  const known = isRemembered ? terms.known[key] : undefined;
  if (known !== undefined) return known;
  const answer = workOutCare(terms, care, times, isApprenticeship, firstDayOf(terms, held));
  if (isRemembered) terms.known[key] = answer;
  return answer;
}

/** The first date on which anything is held, else that of the plain week, else the first of the request. */
function firstDayOf(
  { request, families }: CareTerms,
  { first, sessions }: Pick<Held, 'first' | 'sessions'>,
): LocalDate {
  if (first !== NO_DATE) return localDateFromDays(first);
  let plain: LocalDate | undefined;
  for (const { day, isPlain } of sessions) {
    const date = isPlain ? request.days.classes[day]?.date : undefined;
    if (date !== undefined && (plain === undefined || date < plain)) plain = date;
  }
  return plain ?? families.frame.from;
}

function workOutCare(
  terms: CareTerms,
  care: CareCase,
  times: OfferTimes,
  isApprenticeship: boolean,
  firstDay: LocalDate,
): CareAnswer {
  if (terms.onlyFits && cannotFit(terms, care, times, firstDay)) return UNMET;
  const { request, families } = terms;
  const { situation } = families.frame;
  const { needs, gaps } = request.scratch;
  if (!collectGaps(request, families.ordinary, care, needs, gaps)) return careUnknown(askPlace(terms, care));
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
    return { ...answer(terms, care, gaps, 'unmet', 0), isNearMiss: true };
  }
  const asks = stillOpen(terms, care, gaps, newCare);
  if (asks !== undefined) {
    const all = asks | doubtBits(request, situation, care, times, terms);
    return answer(terms, care, gaps, 'unknown', all === 0 ? ASK_OTHER : all);
  }
  if (isApprenticeship && fitsInHalf(request, families.ordinary, care)) {
    return answer(terms, care, gaps, 'unknown', ASK_OTHER);
  }
  return plainlyUnmet(terms, care);
}

/** What is asked where a way is not known. */
function askPlace({ request }: CareTerms, care: CareCase): number {
  const asks = askPlaces(request.surroundings, spotsOnSite(care));
  return asks === 0 ? askField('children.care') : asks;
}

/** Whether a doubt or a gap stays whatever the change does. */
function cannotFit(
  terms: CareTerms,
  care: CareCase,
  { isComplete }: OfferTimes,
  firstDay: LocalDate,
): boolean {
  return (
    !isComplete || (terms.touches !== TOUCHES_ALL && (terms.stuck(care, firstDay) & ~terms.touches) !== 0)
  );
}

/** Not looked at any closer. */
const UNMET = careSettled('unmet', NO_MINUTES);

function answer(
  { request, families }: CareTerms,
  care: CareCase,
  gaps: Gaps,
  result: CareResult,
  asks: number,
): CareAnswer {
  const isMet = result === 'met' || result === 'met-with-place';
  const minutes = gaps.count === 0 ? 0 : gapMinutesOf(families.ordinary, care, gaps, plainWeekOf(request));
  return {
    result,
    asks,
    isNearMiss: false,
    gapMinutes: minutes === 0 ? NO_GAP : () => minutes,
    holidayDates: isMet ? once(() => countHolidayDates(request, families, care)) : NO_DATES,
  };
}

/** Nobody asks how large the gaps of a no are, unless several variants are one. */
function plainlyUnmet({ request, families }: CareTerms, care: CareCase): CareAnswer {
  const gapMinutes = once(() => {
    const { needs, others } = request.scratch;
    collectGaps(request, families.ordinary, care, needs, others);
    return gapMinutesOf(families.ordinary, care, others, plainWeekOf(request));
  });
  return { result: 'unmet', asks: 0, isNearMiss: false, gapMinutes, holidayDates: NO_DATES };
}

function plainWeekOf({ days, frame }: Request): number {
  const monday = days.classes.find(({ plain }) => plain)?.date;
  return weekOf(monday ?? frame.from);
}

/** What is asked where every gap is open; `undefined` where one is not. */
function stillOpen(terms: CareTerms, care: CareCase, gaps: Gaps, newCare: NewCareAnswer): number | undefined {
  let certain = 0;
  let asks = 0;
  for (let row = 0; row < gaps.count; row += 1) {
    const byFamily = openByFamily(terms, care, gaps, row);
    const byCourse = gaps.asks[row] ?? BY_NO_COURSE;
    const child = 1 << (gaps.child[row] ?? 0);
    if (byCourse === BY_NO_COURSE && byFamily === 0 && (certain & child) === 0) {
      certain |= child;
      // One child without a place is enough, but for those that are placed together.
      if (newCare.search.unbooked.length === 0 && !isPlaceable(newCare, certain)) return undefined;
    }
    asks |= byCourse;
    if (byFamily === BY_CARE_NOT_STATED) asks |= askField('children.care');
    else if (byFamily !== 0) asks |= ASK_OTHER;
  }
  if (certain !== 0 && !isPlaceable(newCare, certain)) return undefined;
  return countingCloses(newCare, certain) ? asks : asks | ASK_OTHER;
}

const BY_CARE_NOT_STATED = 1;
const BY_HELPER_OR_SCHOOL = 2;

/** Why the family itself leaves a gap open: 0 when it does not. */
function openByFamily(terms: CareTerms, care: CareCase, gaps: Gaps, row: number): number {
  const { everyHelper, beyondSchoolEntry, everyHelperBeyondSchoolEntry, frame } = terms.families;
  if (frame.situation.children[gaps.child[row] ?? 0]?.care === undefined) return BY_CARE_NOT_STATED;
  return isClosedIn(terms, everyHelper, care, gaps, row) ||
    isClosedIn(terms, beyondSchoolEntry, care, gaps, row) ||
    isClosedIn(terms, everyHelperBeyondSchoolEntry, care, gaps, row)
    ? BY_HELPER_OR_SCHOOL
    : 0;
}

function isClosedIn(
  { request: { scratch } }: CareTerms,
  family: Family | undefined,
  care: CareCase,
  gaps: Gaps,
  row: number,
): boolean {
  const held = care.sessions[gaps.session[row] ?? 0];
  const child = 1 << (gaps.child[row] ?? 0);
  if (family === undefined || held === undefined || !areCoveredDuring(family.weeks, child, held))
    return false;
  family.weigh(held, care.attended(held.place), scratch.needs);
  return scratch.needs.isKnown && (scratch.needs.gaps & child) === 0;
}

/** Whether half of each session, from its start, leaves no gap. */
function fitsInHalf(request: Request, family: Family, care: CareCase): boolean {
  const sessions = care.sessions.map((held) => {
    const half = Math.ceil((held.to - held.from) / 2 / GRID_MINUTES) * GRID_MINUTES;
    return { ...held, to: held.from + half };
  });
  const { needs, others } = request.scratch;
  return collectGaps(request, family, { ...care, id: 0, sessions }, needs, others) && others.count === 0;
}

/** The same answer however often it is asked for. */
function once(work: () => number): () => number {
  let known: number | undefined;
  return () => (known ??= work());
}
