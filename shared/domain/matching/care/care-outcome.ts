import { placeQuestions } from '../criteria/reach.ts';
import type { Frame } from '../frame.ts';
import type { GrantedChange, OpenQuestion } from '../match-result.ts';
import type { PlacedSession } from '../variants.ts';
import { unknownCare, type CareAssessment, type CareReason } from './care-assessment.ts';
import type { Doubt } from './doubts.ts';
import type { RemainingGap } from './remaining-gaps.ts';

/** What the care criterion says of a variant with sessions, without what is shown beside it. */
export type CareOutcome = Pick<CareAssessment, 'result' | 'reasons' | 'questions' | 'nearest'>;

/** Why a gap is open, and what would settle it. */
export type WhyOpen = Pick<RemainingGap, 'open' | 'questions'>;

/** Gaps of which each is open. `byPlace`: some only because an open place would close them. */
export type OpenGaps = { readonly gaps: readonly WhyOpen[]; readonly byPlace: boolean };

/** What is found out about the care of a variant; each is asked only where what comes before it does not settle the outcome. */
export type CareFindings = {
  readonly hasGaps: boolean;
  /** Counting new care closes all gaps. */
  readonly placesCloseAll: () => boolean;
  /** The change that makes it a near miss. */
  readonly nearest: () => GrantedChange | undefined;
  /** `undefined` where some gap is not open. */
  readonly openGaps: () => OpenGaps | undefined;
  /** An apprenticeship whose sessions, cut to half, leave no gap. */
  readonly fitsInHalf: () => boolean;
  readonly doubts: () => readonly Doubt[];
};

/** The first that holds, in the order of section 5. */
export function outcomeOf(found: CareFindings): CareOutcome {
  if (!found.hasGaps) return settled('met', found.doubts());
  if (found.placesCloseAll()) return settled('met-with-place', found.doubts());
  const nearest = found.nearest();
  if (nearest !== undefined) return { result: 'unmet', reasons: [], questions: [], nearest };
  const open = found.openGaps();
  if (open !== undefined) return stillOpen(open, found.doubts());
  if (found.fitsInHalf()) {
    const question: OpenQuestion = { of: 'provider', code: 'ask-part-time' };
    return { result: 'unknown', reasons: ['ask-part-time'], questions: [question] };
  }
  return { result: 'unmet', reasons: [], questions: [] };
}

function settled(result: 'met' | 'met-with-place', doubts: readonly Doubt[]): CareOutcome {
  if (doubts.length === 0) return { result, reasons: [], questions: [] };
  return {
    result: 'unknown',
    reasons: doubts.map(({ reason }) => reason),
    questions: doubts.map(({ question }) => question),
  };
}

function stillOpen({ gaps, byPlace }: OpenGaps, doubts: readonly Doubt[]): CareOutcome {
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

/** A way is not known: the person's own home, the offer's place or both are asked for, else where the children are. */
export function placeNotKnown(frame: Frame, sessions: readonly PlacedSession[]): CareAssessment {
  const onSite = sessions.flatMap((session) => (session.isOnline ? [] : [session.at]));
  const questions = placeQuestions(frame, onSite);
  return unknownCare(
    'place-not-known',
    ...(questions.length > 0 ? questions : [{ of: 'person' as const, field: 'children.care' as const }]),
  );
}
