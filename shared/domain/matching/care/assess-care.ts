import { GRID_MINUTES } from '../../time/intervals.ts';
import { placeQuestions } from '../criteria/reach.ts';
import type { Frame } from '../frame.ts';
import { nearestCareChange } from '../levers/nearest-care-change.ts';
import type { OpenQuestion } from '../match-result.ts';
import type { PlacedSession, Variant } from '../variants.ts';
import {
  metByBudget,
  notApplicable,
  unknownCare,
  type CareAssessment,
  type CareReason,
} from './care-assessment.ts';
import type { CareContext } from './care-context.ts';
import { budgetHangsOnCare, doubtsAbout, selfPacedFits, type Doubt } from './doubts.ts';
import { gapMinutesPerWeek, reportGaps } from './gaps.ts';
import { needsCareOn } from './needs-care.ts';
import { newCareFor, type NewCare } from './proposals.ts';
import {
  gapsAfterChildcare,
  measureCare,
  openHolidayDates,
  type MeasuredCare,
  type RemainingGap,
} from './remaining-gaps.ts';
import { leastSlack } from './slack.ts';

type Outcome = Pick<CareAssessment, 'result' | 'reasons' | 'questions' | 'nearest'>;

/** The care criterion for an offer with sessions, or with self-paced learning alone, by section 5. */
export function assessCare(context: CareContext, variant: Variant): CareAssessment {
  const { ordinary } = context.frames;
  const { sessions, offer } = variant;
  if (!anyChildConcerned(ordinary, variant)) return notApplicable();
  if (sessions.length === 0) {
    return offer.timetable.selfPaced === undefined
      ? unknownCare('timetable-not-known', { of: 'provider', code: 'timetable' })
      : selfPacedAlone(ordinary, variant, offer.timetable.selfPaced.hoursPerWeek);
  }
  const measured = measureCare(context.frames, offer, sessions);
  if (measured === undefined) return unknownCare('place-not-known', ...placesInQuestion(ordinary, sessions));
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
  if (gaps.every((gap) => isOpen(gap, newCare))) return stillOpen(gaps, newCare, doubts);
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

function selfPacedAlone(frame: Frame, variant: Variant, hoursPerWeek: number): CareAssessment {
  const missing: readonly OpenQuestion[] = variant.offer.timetable.complete
    ? []
    : [{ of: 'provider', code: 'missing-times' }];
  if (selfPacedFits(frame, hoursPerWeek)) {
    return missing.length === 0 ? metByBudget() : unknownCare('incomplete', ...missing);
  }
  return budgetHangsOnCare(frame, true)
    ? unknownCare('care-not-stated', { of: 'person', field: 'children.care' }, ...missing)
    : unknownCare('self-paced-hours', { of: 'provider', code: 'self-paced-hours' }, ...missing);
}

/** Open by itself, or some place would close it: a counting one with room, or an open one for a child without any care. */
function isOpen(gap: RemainingGap, newCare: NewCare): boolean {
  return gap.open.length > 0 || newCare.placeable;
}

function stillOpen(gaps: readonly RemainingGap[], newCare: NewCare, doubts: readonly Doubt[]): Outcome {
  const byPlace = !newCare.countingCloses;
  const reasons = new Set<CareReason>([
    ...gaps.flatMap((gap) => gap.open),
    ...doubts.map(({ reason }) => reason),
  ]);
  const questions = [...gaps.flatMap((gap) => gap.questions), ...doubts.map(({ question }) => question)];
  const placeWouldDo: OpenQuestion = { of: 'carer', code: 'place-would-do' };
  return {
    result: 'unknown',
    reasons: [...[...reasons].sort(), ...(byPlace ? ['place-would-do' as const] : [])],
    questions: eachOnce(byPlace ? [...questions, placeWouldDo] : questions),
  };
}

/** Each question once, in an order that does not hang on which child asks first. */
function eachOnce(questions: readonly OpenQuestion[]): readonly OpenQuestion[] {
  const byText = new Map(questions.map((question) => [JSON.stringify(question), question]));
  return [...byText].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, question]) => question);
}

/** Whether half of each session, from its start, leaves no gap. */
function fitsInHalf(frame: Frame, variant: Variant): boolean {
  const halved = variant.sessions.map((session) => ({
    ...session,
    to: session.from + Math.ceil((session.to - session.from) / 2 / GRID_MINUTES) * GRID_MINUTES,
  }));
  return gapsAfterChildcare(frame, variant.offer, halved)?.length === 0;
}

/** The person's own home, the offer's place or both if they are not known, else where the children are. */
function placesInQuestion(frame: Frame, sessions: readonly PlacedSession[]): readonly OpenQuestion[] {
  const onSite = sessions.flatMap((session) => (session.isOnline ? [] : [session.at]));
  const questions = placeQuestions(frame, onSite);
  return questions.length > 0 ? questions : [{ of: 'person', field: 'children.care' }];
}
