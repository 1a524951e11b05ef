import type { Match } from '../domain/matching/match-result.ts';
import { childrenInWords } from './in-words.ts';
import type { Messages } from './messages.ts';

/** The first childcare place proposed for each child, what is open about it, and how many more there are. */
export function sayPlaces(messages: Messages, { care }: Match): readonly string[] {
  const { say, lists } = messages;
  return care.flatMap(({ child: index, proposals: [first, ...more] }) => {
    if (first === undefined) return [];
    const child = childrenInWords(messages, [index]);
    const open = first.open.map((code) => say(`place-open.${code}`));
    return [
      say('place.proposed', { child, title: first.offer.title, minutes: first.minutesFromHome }),
      ...(open.length === 0 ? [] : [say('place.open', { open: lists.and.format(open) })]),
      ...(more.length === 0 ? [] : [say('place.more', { child, count: more.length })]),
    ];
  });
}
