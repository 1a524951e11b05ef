import type { Gap, Match } from '../domain/matching/match-result.ts';
import type { Weekday } from '../domain/time/weekday.ts';
import { childrenInWords, daysInWords, spanInWords } from './in-words.ts';
import type { Messages } from './messages.ts';
import { isCareOpen } from './say-care.ts';

const MOST_SENTENCES = 6;

/** The same hours of one child on several weekdays. */
type GapOnDays = Omit<Gap, 'day'> & { readonly days: readonly Weekday[] };

/** Where a child is without care: `Mittwoch 14:30 bis 15:10 Uhr fehlt Betreuung für Kind 1 (12 Termine).` At most 7. */
export function sayGaps(messages: Messages, match: Match): readonly string[] {
  const { say } = messages;
  const key = isCareOpen(match) ? 'gap.open' : 'gap';
  const gaps = onDays(match.gaps);
  const sentences = gaps.slice(0, MOST_SENTENCES).map(({ child, days, from, to, dates }) =>
    say(key, {
      child: childrenInWords(messages, [child]),
      dates,
      days: daysInWords(messages, days),
      span: spanInWords(messages, { from, to }, 'span'),
    }),
  );
  const more = gaps.length - sentences.length;
  return more === 0 ? sentences : [...sentences, say('gap.more', { count: more })];
}

/** By child and hours, in the order of their first weekday. */
function onDays(gaps: readonly Gap[]): readonly GapOnDays[] {
  const byHours = new Map<string, GapOnDays>();
  for (const { child, day, from, to, dates } of gaps) {
    const hours = `${child} ${from} ${to}`;
    const known = byHours.get(hours);
    byHours.set(hours, {
      child,
      from,
      to,
      days: [...(known?.days ?? []), day],
      dates: (known?.dates ?? 0) + dates,
    });
  }
  return [...byHours.values()];
}
