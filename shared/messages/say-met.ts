import type { Match } from '../domain/matching/match-result.ts';
import { dateInWords } from './in-words.ts';
import type { Messages } from './messages.ts';

/** Why it fits, for what fits: the first day, the way, the care. Nothing for other verdicts. */
export function sayMet(messages: Messages, match: Match): readonly string[] {
  const { say } = messages;
  if (match.verdict !== 'fits' && match.verdict !== 'fits-with-care') return [];
  const isMet = (id: string) => match.criteria.some((each) => each.id === id && each.result === 'met');
  return [
    ...sayBegin(messages, match),
    ...sayWay(messages, match),
    ...(isMet('care') ? [say('care.met')] : []),
  ];
}

function sayBegin(messages: Messages, { offer, first }: Match): readonly string[] {
  if (offer.rolling) return [messages.say('start.rolling')];
  return first === null ? [] : [messages.say('start.met', { date: dateInWords(messages, first) })];
}

function sayWay({ say }: Messages, { travelMinutes }: Match): readonly string[] {
  if (travelMinutes === null) return [];
  return [travelMinutes === 0 ? say('reach.none') : say('reach.met', { minutes: travelMinutes })];
}
