import { GRID_MINUTES } from '../../time/intervals.ts';
import type { LocalDate } from '../../time/local-date.ts';
import { weekOf } from '../match-index/week-number.ts';
import { ASK_OTHER, askField, type CareResult } from './answer.ts';
import type { CareCase, OpenGap } from './care-case.ts';
import { gapsOf } from './gaps.ts';
import { searchOf, type CareNear } from './search.ts';
import { doubtBits, type OfferTimes, type WeekTerms } from './doubts-answer.ts';
import type { Family } from './family.ts';
import { gapMinutesOf } from './gap-minutes.ts';
import { NO_MINUTES } from './judged.ts';
import { countHolidayDates } from './holiday-dates.ts';
import { nearMissFor, type ChangesNear } from './near-miss.ts';
import { countingCloses, isPlaceable, newCareAnswer, type NewCareAnswer } from './new-care-answer.ts';
import { onDay, type SessionKind } from './outcome.ts';
import type { Families, Request } from './request.ts';
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
  readonly knownParts: Map<string, CareAnswer>;
  /** Only what fits has to be told from what does not: nothing else is found out about what does not. */
  readonly onlyFits: boolean;
  /** The gaps of the situation as stated, and what the change that is tried touches of them. */
  readonly stuck: StuckGaps;
  readonly touches: number;
};

/** The care criterion as far as order and verdict go. `gapMinutes`: NO_MINUTES when not known. `asks`: bits, only with `unknown`. */
export type CareAnswer = {
  readonly result: CareResult;
  readonly asks: number;
  readonly isNearMiss: boolean;
  readonly gapMinutes: number;
  /** Open holiday dates; 0 unless care is met. Asked only where nothing else stands in the way. */
  readonly holidayDates: () => number;
};

const NO_DATES = (): number => 0;

/** No child has to be looked after because of this. */
export const CARE_NOT_APPLICABLE: CareAnswer = {
  result: 'not-applicable',
  asks: 0,
  isNearMiss: false,
  gapMinutes: 0,
  holidayDates: NO_DATES,
};

/** It cannot be told. */
export function careUnknown(asks: number): CareAnswer {
  return { result: 'unknown', asks, isNearMiss: false, gapMinutes: NO_MINUTES, holidayDates: NO_DATES };
}

/** Settled without sessions. */
export function careSettled(result: 'met' | 'unmet', gapMinutes: number): CareAnswer {
  return { result, asks: 0, isNearMiss: false, gapMinutes, holidayDates: NO_DATES };
}

/** What else of an offer care hangs on. `askPlace`: what is asked where a way is not known, as bits. */
type OfferWithSessions = {
  readonly firstDay: LocalDate;
  readonly isApprenticeship: boolean;
  readonly askPlace: () => number;
};

const ANSWERS_PER_CASE = 4;

/** The care criterion of a variant with sessions of which at least one concerns a child; equal cases are answered once. */
export function careOfSessions(
  terms: CareTerms,
  care: CareCase,
  times: OfferTimes,
  offer: OfferWithSessions,
): CareAnswer {
  const isRemembered = care.id !== 0 && !care.hasCore && times.selfPacedHours === 0;
  if (!isRemembered) return workOutCare(terms, care, times, offer);
  const key = care.id * ANSWERS_PER_CASE + Number(times.isComplete) * 2 + Number(offer.isApprenticeship);
  return (terms.known[key] ??= workOutCare(terms, care, times, offer));
}

function workOutCare(
  terms: CareTerms,
  care: CareCase,
  times: OfferTimes,
  offer: OfferWithSessions,
): CareAnswer {
  if (terms.onlyFits && cannotFit(terms, care, times, offer.firstDay)) return UNMET;
  const { request, families } = terms;
  const { situation } = families.frame;
  const gaps = gapsOf(request, families.ordinary, care);
  if (gaps === undefined) return careUnknown(offer.askPlace());
  if (gaps.length === 0) {
    const asks = doubtBits(request, situation, care, times, terms);
    return answer(terms, care, gaps, asks === 0 ? 'met' : 'unknown', asks);
  }
  const newCare = newCareAnswer(
    searchOf(request, terms.places, families.ordinary, care, gaps, offer.firstDay),
  );
  if (newCare.closesAll) {
    const asks = doubtBits(request, situation, care, times, terms);
    return answer(terms, care, gaps, asks === 0 ? 'met-with-place' : 'unknown', asks);
  }
  if (terms.onlyFits) return UNMET;
  if (nearMissFor(request, terms.changes, care, gaps) !== undefined) {
    return { ...answer(terms, care, gaps, 'unmet', 0), isNearMiss: true };
  }
  const asks = stillOpen(terms, gaps, newCare);
  if (asks !== undefined) {
    const all = asks | doubtBits(request, situation, care, times, terms);
    return answer(terms, care, gaps, 'unknown', all === 0 ? ASK_OTHER : all);
  }
  if (offer.isApprenticeship && fitsInHalf(request, families.ordinary, care)) {
    return answer(terms, care, gaps, 'unknown', ASK_OTHER);
  }
  return answer(terms, care, gaps, 'unmet', 0);
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
  gaps: readonly OpenGap[],
  result: CareResult,
  asks: number,
): CareAnswer {
  const isMet = result === 'met' || result === 'met-with-place';
  return {
    result,
    asks,
    isNearMiss: false,
    gapMinutes: gaps.length === 0 ? 0 : gapMinutesOf(gaps, plainWeekOf(request), care.isOneADay),
    holidayDates: isMet ? once(() => countHolidayDates(request, families, care)) : NO_DATES,
  };
}

function plainWeekOf({ days, frame }: Request): number {
  const monday = days.classes.find(({ plain }) => plain)?.date;
  return weekOf(monday ?? frame.from);
}

/** What is asked where every gap is open; `undefined` where one is not. */
function stillOpen(terms: CareTerms, gaps: readonly OpenGap[], newCare: NewCareAnswer): number | undefined {
  let certain = 0;
  let asks = 0;
  for (const gap of gaps) {
    const byFamily = openByFamily(terms, gap);
    if (!gap.isOpenByCourse && byFamily === 0) certain |= 1 << gap.need.child;
    asks |= gap.asks;
    if (byFamily === BY_CARE_NOT_STATED) asks |= askField('children.care');
    else if (byFamily !== 0) asks |= ASK_OTHER;
  }
  if (certain !== 0 && !isPlaceable(newCare, certain)) return undefined;
  return countingCloses(newCare, certain) ? asks : asks | ASK_OTHER;
}

const BY_CARE_NOT_STATED = 1;
const BY_HELPER_OR_SCHOOL = 2;

/** Why the family itself leaves a gap open: 0 when it does not. */
function openByFamily({ families }: CareTerms, { outcome, need, sessions }: OpenGap): number {
  const { child } = need;
  if (families.frame.situation.children[child]?.care === undefined) return BY_CARE_NOT_STATED;
  const { everyHelper, beyondSchoolEntry, everyHelperBeyondSchoolEntry } = families;
  if (everyHelper === undefined && beyondSchoolEntry === undefined) return 0;
  const { openBy } = onDay(outcome, sessions.kind.day);
  return (openBy[child] ??=
    isClosedIn(everyHelper, sessions.kind, child) ||
    isClosedIn(beyondSchoolEntry, sessions.kind, child) ||
    isClosedIn(everyHelperBeyondSchoolEntry, sessions.kind, child)
      ? BY_HELPER_OR_SCHOOL
      : 0);
}

function isClosedIn(family: Family | undefined, kind: SessionKind, child: number): boolean {
  if (family === undefined) return false;
  const { needs, gaps } = family.outcome(kind);
  return needs !== undefined && (gaps & (1 << child)) === 0;
}

/** Whether half of each session, from its start, leaves no gap. */
function fitsInHalf(request: Request, family: Family, care: CareCase): boolean {
  const sessions = care.sessions.map((each) => {
    const { from, to } = each.kind;
    const half = from + Math.ceil((to - from) / 2 / GRID_MINUTES) * GRID_MINUTES;
    const time = request.times(from, half, each.kind.isOnline);
    return { held: { ...each.held, to: half }, kind: { ...each.kind, to: half, time } };
  });
  return gapsOf(request, family, { ...care, id: 0, sessions })?.length === 0;
}

/** The same answer however often it is asked for. */
function once(work: () => number): () => number {
  let known: number | undefined;
  return () => (known ??= work());
}
