import type { CareReason } from '../domain/matching/care/care-assessment.ts';
import type { CriterionResult, Match } from '../domain/matching/match-result.ts';
import { numberFact, textsFact } from './facts.ts';
import { durationInWords } from './in-words.ts';
import type { Messages } from './messages.ts';

/** The message for each reason why it cannot be told whether care does. */
const REASON_MESSAGES = {
  'course-childcare': 'care.course-childcare',
  'helper-irregular': 'care.helper-irregular',
  'school-entry': 'care.school-entry',
  'care-not-stated': 'care.care-not-stated',
  'timetable-not-known': 'care.timetable-not-known',
  'place-not-known': 'care.place-not-known',
  incomplete: 'care.incomplete',
  'core-hours': 'care.core-hours',
  'self-paced-hours': 'care.self-paced-hours',
  'place-would-do': 'care.place-would-do',
  'day-parts': 'care.day-parts',
  'week-budget': 'care.week-budget',
  shift: 'care.shift',
  'ask-part-time': 'care.ask-part-time',
} as const satisfies Record<CareReason, string>;

/** What care lacks, or what is not known of it: one sentence for each reason; gaps are said by `sayGaps`. */
export function sayCare(messages: Messages, { result, facts }: CriterionResult): readonly string[] {
  const { say } = messages;
  const reasons = textsFact(facts, 'reasons');
  if (result === 'unmet') {
    const week = numberFact(facts, 'gapMinutesPerWeek') ?? 0;
    return [
      say(reasons.includes('day-parts') ? 'care.unmet-day-parts' : 'care.unmet'),
      ...(week > 0 ? [say('gap.week', { duration: durationInWords(messages, week) })] : []),
    ];
  }
  const known = Object.entries(REASON_MESSAGES).filter(([reason]) => reasons.includes(reason));
  return known.length === 0 ? [say('care.unknown')] : known.map(([, key]) => say(key));
}

/** Whether what is missing may yet turn out to be there. */
export function isCareOpen({ criteria }: Match): boolean {
  return criteria.some(({ id, result }) => id === 'care' && result === 'unknown');
}
