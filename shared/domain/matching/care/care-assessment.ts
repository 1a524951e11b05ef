import type { LocalDate } from '../../time/local-date.ts';
import type { Gap, GrantedChange, OpenQuestion } from '../match-result.ts';
import type { NewCare } from './proposals.ts';
import type { OpenGapReason } from './remaining-gaps.ts';

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

const NOTHING_SHOWN = {
  gaps: [],
  newCare: [],
  openHolidayDates: [],
  slackMinutes: undefined,
} as const;

/** No child has to be looked after because of this offer. */
export function notApplicable(): CareAssessment {
  return { result: 'not-applicable', reasons: [], questions: [], gapMinutesPerWeek: 0, ...NOTHING_SHOWN };
}

/** It cannot be told, for one reason and with the question that would settle it. */
export function unknownCare(reason: CareReason, ...questions: readonly OpenQuestion[]): CareAssessment {
  return {
    result: 'unknown',
    reasons: [reason],
    questions,
    gapMinutesPerWeek: null,
    ...NOTHING_SHOWN,
  };
}

/** The week budget reaches the hours; there are no sessions that could leave a gap. */
export function metByBudget(): CareAssessment {
  return {
    result: 'met',
    reasons: ['week-budget'],
    questions: [],
    gapMinutesPerWeek: 0,
    ...NOTHING_SHOWN,
  };
}
