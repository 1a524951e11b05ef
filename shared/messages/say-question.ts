import type { OpenQuestion } from '../domain/matching/match-result.ts';
import type { Messages } from './messages.ts';

/** Questions to whoever makes an offer that have words of their own. */
export const PROVIDER_QUESTIONS = [
  'format',
  'step-free',
  'place',
  'german',
  'recognition',
  'start-date',
  'funding',
  'hours',
  'part-time',
  'timetable',
  'missing-times',
  'core-hours',
  'self-paced-hours',
  'working-times',
  'shift-times',
  'childcare-certain',
  'childcare-ages',
  'childcare-hours',
  'childcare-free',
  'ask-part-time',
] as const;

/** Questions to who cares for the children that have words of their own. */
export const CARER_QUESTIONS = ['helper-irregular', 'school-entry', 'place-would-do'] as const;

/** Whom to ask what: `Fragen Sie den Anbieter: Wann ist der Beginn?` */
export function sayQuestion({ say }: Messages, question: OpenQuestion): string {
  switch (question.of) {
    case 'person':
      return say('ask.person', { question: say(`person.${question.field}`) });
    case 'provider': {
      const code = PROVIDER_QUESTIONS.find((known) => known === question.code) ?? 'other';
      return say('ask.provider', { question: say(`provider.${code}`) });
    }
    case 'carer': {
      const code = CARER_QUESTIONS.find((known) => known === question.code) ?? 'other';
      return say(`carer.${code}`);
    }
  }
}
