import { GRID_MINUTES } from '../../time/intervals.ts';
import type { LocalDate } from '../../time/local-date.ts';
import type { Gap, GrantedChange, OpenQuestion } from '../match-result.ts';
import type { Frame } from '../frame.ts';
import type { PlacedSession, Variant } from '../variants.ts';
import type { CareContext } from './care-context.ts';
import { gapMinutesPerWeek, reportGaps } from './gaps.ts';
import { needsCareOn } from './needs-care.ts';
import { newCareFor, type NewCare } from './proposals.ts';
import {
  gapsAfterChildcare,
  measureCare,
  openHolidayDates,
  type MeasuredCare,
  type OpenGapReason,
  type RemainingGap,
} from './remaining-gaps.ts';
import { leastSlack } from './slack.ts';
import { weekBudget } from './week-budget.ts';
import { nearestCareChange } from '../levers/nearest-care-change.ts';

/** Why care is what it is, beside its gaps. */
export type CareReason =
  | OpenGapReason
  | 'timetable-not-known'
  | 'place-not-known'
  | 'incomplete'
  | 'core-hours'
  | 'self-paced-hours'
  | 'place-would-do'
  | 'day-parts'
  | 'week-budget'
  | 'shift'
  | 'ask-part-time';

/** The outcome of the care criterion and everything that is shown with it. */
export type CareAssessment = {
  readonly result: 'met' | 'met-with-place' | 'unmet' | 'unknown' | 'not-applicable';
  readonly reasons: readonly CareReason[];
  readonly questions: readonly OpenQuestion[];
  /** The one care change, or helper on a few dates, that closes all gaps; only with `unmet`. */
  readonly nearest?: GrantedChange;
  readonly gaps: readonly Gap[];
  readonly gapMinutesPerWeek: number | null;
  readonly newCare: NewCare['proposals'];
  readonly openHolidayDates: readonly LocalDate[];
  /** Least minutes to spare at a drop-off or pick-up; `undefined` when there is none. */
  readonly slackMinutes: number | undefined;
};

type Outcome = Pick<CareAssessment, 'result' | 'reasons' | 'questions' | 'nearest'>;

const NOTHING_SHOWN = {
  gaps: [],
  newCare: [],
  openHolidayDates: [],
  slackMinutes: undefined,
} as const;

/** The care criterion for an offer with sessions, or with self-paced learning alone, by section 5. */
export function assessCare(context: CareContext, variant: Variant): CareAssessment {
  const { ordinary } = context.frames;
  const { sessions, offer } = variant;
  if (!anyChildConcerned(ordinary, variant)) return notApplicable();
  if (sessions.length === 0) {
    return offer.timetable.selfPaced === undefined
      ? unknownCare('timetable-not-known', { of: 'provider', code: 'timetable' })
      : selfPacedAlone(ordinary, offer.timetable.selfPaced.hoursPerWeek);
  }
  const measured = measureCare(context.frames, offer, sessions);
  if (measured === undefined) return unknownCare('place-not-known', placeQuestion(ordinary, sessions));
  const newCare = lookForCare(context, variant, measured);
  return {
    ...outcomeOf(context, variant, measured, newCare),
    gaps: reportGaps(measured.gaps),
    gapMinutesPerWeek: gapMinutesPerWeek(measured.gaps),
    newCare: newCare.proposals,
    openHolidayDates: openHolidayDates(context.frames, offer, sessions),
    slackMinutes: leastSlack(ordinary, measured.needs),
  };
}

/** No child has to be looked after because of this offer. */
export function notApplicable(): CareAssessment {
  return { result: 'not-applicable', reasons: [], questions: [], gapMinutesPerWeek: 0, ...NOTHING_SHOWN };
}

/** It cannot be told, for one reason and with the question that would settle it. */
export function unknownCare(reason: CareReason, question: OpenQuestion): CareAssessment {
  return {
    result: 'unknown',
    reasons: [reason],
    questions: [question],
    gapMinutesPerWeek: null,
    ...NOTHING_SHOWN,
  };
}

/** Whether any child needs care: on the date of any session, or on the first day if none is known. */
export function anyChildConcerned(frame: Frame, { sessions, schedule, modes, offer }: Variant): boolean {
  const online = offer.timetable.selfPaced !== undefined || !modes.includes('on-site');
  const occasions =
    sessions.length > 0
      ? sessions.map((session) => ({ date: session.date, online: session.isOnline }))
      : [{ date: schedule.first ?? frame.from, online }];
  return occasions.some(({ date, online: isOnline }) =>
    frame.situation.children.some((child) => needsCareOn(child, date, { online: isOnline }, frame.today)),
  );
}

function lookForCare(context: CareContext, variant: Variant, measured: MeasuredCare): NewCare {
  const { offer, sessions, schedule } = variant;
  const firstDay = schedule.first ?? sessions[0]?.date ?? context.frames.ordinary.from;
  return newCareFor(
    { frame: context.frames.ordinary, offer, sessions, gaps: measured.gaps, firstDay },
    context.places,
  );
}

/** The first that holds, in the order of section 5. */
function outcomeOf(
  context: CareContext,
  variant: Variant,
  { gaps }: MeasuredCare,
  newCare: NewCare,
): Outcome {
  const doubts = doubtsAbout(context.frames.ordinary, variant);
  if (gaps.length === 0) return settled('met', doubts);
  if (newCare.closesAll) return settled('met-with-place', doubts);
  const nearest = nearestCareChange(context, variant, gaps);
  if (nearest !== undefined) return { result: 'unmet', reasons: [], questions: [], nearest };
  if (gaps.every((gap) => isOpen(gap, context.frames.ordinary, newCare))) return stillOpen(gaps, newCare);
  if (variant.offer.kind === 'apprenticeship' && fitsInHalf(context.frames.ordinary, variant)) {
    const question: OpenQuestion = { of: 'provider', code: 'ask-part-time' };
    return { result: 'unknown', reasons: ['ask-part-time'], questions: [question] };
  }
  return { result: 'unmet', reasons: [], questions: [] };
}

function settled(result: 'met' | 'met-with-place', doubts: readonly Doubt[]): Outcome {
  if (doubts.length === 0) return { result, reasons: [], questions: [] };
  return {
    result: 'unknown',
    reasons: doubts.map(({ reason }) => reason),
    questions: doubts.map(({ question }) => question),
  };
}

type Doubt = { readonly reason: CareReason; readonly question: OpenQuestion };

/** What keeps an answer without gaps from being a yes. */
function doubtsAbout(frame: Frame, variant: Variant): readonly Doubt[] {
  const { timetable } = variant.offer;
  const doubts: Doubt[] = [];
  if (!timetable.complete) {
    doubts.push({ reason: 'incomplete', question: { of: 'provider', code: 'missing-times' } });
  }
  if (variant.sessions.some((session) => session.core) && !coreHoursFit(frame, variant)) {
    doubts.push({ reason: 'core-hours', question: { of: 'provider', code: 'core-hours' } });
  }
  if (timetable.selfPaced !== undefined && !selfPacedFits(frame, timetable.selfPaced.hoursPerWeek)) {
    doubts.push({ reason: 'self-paced-hours', question: { of: 'provider', code: 'self-paced-hours' } });
  }
  if (
    frame.situation.children.some(
      (child, index) => isNotStated(frame, variant, index) && child.care === undefined,
    )
  ) {
    doubts.push({ reason: 'care-not-stated', question: { of: 'person', field: 'children.care' } });
  }
  return doubts;
}

/** Whether a child needs care at any session. */
function isNotStated(frame: Frame, variant: Variant, index: number): boolean {
  const child = frame.situation.children[index];
  return (
    child !== undefined &&
    variant.sessions.some((session) =>
      needsCareOn(child, session.date, { online: session.isOnline }, frame.today),
    )
  );
}

function coreHoursFit(frame: Frame, variant: Variant): boolean {
  const { hours } = variant.offer;
  const ways = variant.sessions.map((session) => frame.way(frame.home, session.at));
  if (hours === undefined || ways.includes(undefined)) return false;
  const way = Math.max(0, ...ways.flatMap((minutes) => (minutes === undefined ? [] : [minutes])));
  const budget = weekBudget(frame, way, frame.region.figures.handoverMinutes);
  return budget !== undefined && budget.paidMinutes >= hours.max * 60;
}

function selfPacedFits(frame: Frame, hoursPerWeek: number): boolean {
  const budget = weekBudget(frame, 0, 0);
  return budget !== undefined && budget.paidMinutes >= hoursPerWeek * 60;
}

function selfPacedAlone(frame: Frame, hoursPerWeek: number): CareAssessment {
  if (selfPacedFits(frame, hoursPerWeek)) {
    return { result: 'met', reasons: ['week-budget'], questions: [], gapMinutesPerWeek: 0, ...NOTHING_SHOWN };
  }
  const notStated = frame.situation.children.some((child) => child.care === undefined);
  return notStated
    ? unknownCare('care-not-stated', { of: 'person', field: 'children.care' })
    : unknownCare('self-paced-hours', { of: 'provider', code: 'self-paced-hours' });
}

/** Open by itself, or some place would close it: a counting one, or an open one for a child without any care. */
function isOpen(gap: RemainingGap, frame: Frame, newCare: NewCare): boolean {
  if (gap.open.length > 0 || newCare.counting.has(gap.child)) return true;
  const withoutEntries = (frame.situation.children[gap.child]?.care ?? []).length === 0;
  return withoutEntries && newCare.open.has(gap.child);
}

function stillOpen(gaps: readonly RemainingGap[], newCare: NewCare): Outcome {
  const byPlace = gaps.some((gap) => gap.open.length === 0 && newCare.open.has(gap.child));
  const reasons = [...new Set(gaps.flatMap((gap) => gap.open))];
  const questions = uniqueQuestions(gaps.flatMap((gap) => gap.questions));
  return {
    result: 'unknown',
    reasons: byPlace ? [...reasons, 'place-would-do'] : reasons,
    questions: byPlace ? [...questions, { of: 'carer', code: 'place-would-do' }] : questions,
  };
}

function uniqueQuestions(questions: readonly OpenQuestion[]): readonly OpenQuestion[] {
  const byText = new Map(questions.map((question) => [JSON.stringify(question), question]));
  return [...byText.values()];
}

/** Whether half of each session, from its start, leaves no gap. */
function fitsInHalf(frame: Frame, variant: Variant): boolean {
  const halved = variant.sessions.map((session) => ({
    ...session,
    to: session.from + Math.ceil((session.to - session.from) / 2 / GRID_MINUTES) * GRID_MINUTES,
  }));
  return gapsAfterChildcare(frame, variant.offer, halved)?.length === 0;
}

/** The person's own home or care if that is what is not known, else the offer's place. */
function placeQuestion(frame: Frame, sessions: readonly PlacedSession[]): OpenQuestion {
  if (frame.home.point === undefined) return { of: 'person', field: 'home' };
  return sessions.every((session) => frame.way(frame.home, session.at) !== undefined)
    ? { of: 'person', field: 'children.care' }
    : { of: 'provider', code: 'place' };
}
