import type { CriterionResult } from '../domain/matching/match-result.ts';
import { WEEKDAY_NAMES } from '../domain/time/weekday.ts';
import { codeFact, numberFact, textFact, textsFact } from './facts.ts';
import { dateTextInWords } from './in-words.ts';
import type { Messages } from './messages.ts';
import { sayCare } from './say-care.ts';
import { sayCost } from './say-cost.ts';
import { sayGerman } from './say-german.ts';
import { sayGroups } from './say-heed.ts';
import { sayQualification } from './say-qualification.ts';

/** Reasons of single criteria that have words of their own. */
export const REASONS = {
  start: ['registration-over', 'started', 'too-early', 'too-late', 'ended'],
  'own-time': ['working-times-not-stated', 'varies', 'timetable-not-known', 'place-not-known'],
} as const;

/** Why a criterion is unmet, or what is not known of it: sentences of facts, without whom to ask. */
export function sayCriterion(messages: Messages, result: CriterionResult): readonly string[] {
  const { say } = messages;
  const { id, facts } = result;
  const isUnmet = result.result === 'unmet';
  switch (id) {
    case 'start':
      return [isUnmet ? sayStart(messages, result) : say('start.no-date')];
    case 'format':
      return [isUnmet ? sayFormat(messages, result) : say('format.not-stated')];
    case 'access':
      return [say(isUnmet ? 'access.unmet' : 'access.not-stated')];
    case 'reach':
      return [sayReach(messages, result)];
    case 'german':
      return [sayGerman(messages, result)];
    case 'qualification':
      return [sayQualification(messages, result)];
    case 'audience':
      return [say('audience.unmet', { groups: sayGroups(messages, facts) })];
    case 'age':
      return [sayAge(messages, result)];
    case 'seats': {
      const asOf = textFact(facts, 'asOf');
      return [
        asOf === undefined
          ? say('seats.none')
          : say('seats.none-as-of', { date: dateTextInWords(messages, asOf) }),
      ];
    }
    case 'cost':
      return sayCost(messages, result);
    case 'hours':
      return [sayHours(messages, result)];
    case 'own-time':
      return [sayOwnTime(messages, result)];
    case 'care':
      return sayCare(messages, result);
  }
}

/** The date each reason of the start is about. */
const START_DATES = {
  'registration-over': 'registerBy',
  started: 'first',
  'too-early': 'first',
  'too-late': 'first',
  ended: 'last',
} as const satisfies Record<(typeof REASONS.start)[number], string>;

function sayStart(messages: Messages, { facts }: CriterionResult): string {
  const reason = codeFact(facts, 'reason', REASONS.start);
  const date = reason && textFact(facts, START_DATES[reason]);
  return reason === undefined || date === undefined
    ? messages.say('start.unmet')
    : messages.say(`start.${reason}`, { date: dateTextInWords(messages, date) });
}

function sayFormat({ say }: Messages, { facts }: CriterionResult): string {
  const modes = textsFact(facts, 'modes');
  if (modes.includes('online')) return say(modes.includes('on-site') ? 'format.both' : 'format.online');
  return say('format.on-site');
}

function sayReach({ say }: Messages, { result, facts }: CriterionResult): string {
  const minutes = numberFact(facts, 'travelMinutes');
  const most = numberFact(facts, 'maxMinutes');
  return result !== 'unmet' || minutes === undefined || most === undefined
    ? say('reach.unknown')
    : say('reach.unmet', { minutes, most });
}

function sayAge({ say }: Messages, { facts }: CriterionResult): string {
  const [from, to] = [numberFact(facts, 'from'), numberFact(facts, 'to')].map((years) =>
    years === undefined ? undefined : String(years),
  );
  if (from !== undefined && to !== undefined) return say('age.from-to', { from, to });
  if (from !== undefined) return say('age.from', { from });
  return to === undefined ? say('age.other') : say('age.to', { to });
}

function sayHours({ say }: Messages, { result, facts }: CriterionResult): string {
  const wish = numberFact(facts, 'wish');
  const hours = numberFact(facts, result === 'unmet' ? 'reachable' : 'min');
  if (wish === undefined || hours === undefined) return say('hours.not-stated');
  return say(result === 'unmet' ? 'hours.too-few' : 'hours.part-time', { hours, wish });
}

function sayOwnTime({ say }: Messages, { result, facts }: CriterionResult): string {
  if (result === 'unmet') {
    const day = codeFact(facts, 'day', WEEKDAY_NAMES);
    return day === undefined
      ? say('own-time.clash-plain')
      : say('own-time.clash', { day: say(`weekday.${day}`) });
  }
  return say(`own-time.${codeFact(facts, 'reason', REASONS['own-time']) ?? 'unknown'}`);
}
