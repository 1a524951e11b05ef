import type { Change, GrantedChange } from '../domain/matching/match-result.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import {
  childrenInWords,
  dateInWords,
  durationInWords,
  onDaysInWords,
  spanInWords,
  timeInWords,
} from './in-words.ts';
import type { Messages } from './messages.ts';

/** A change as the first half of a sentence: `Wenn der Weg 15 Minuten länger sein darf`. */
export function sayCondition(messages: Messages, change: Change): string {
  const { say } = messages;
  switch (change.kind) {
    case 'holiday-care':
    case 'online-too':
      return say(`change.${change.kind}`);
    case 'care-class':
      return say('change.care-class', {
        ...concerned(messages, change.children),
        hours: String(change.to),
        until: timeInWords(messages, change.until),
      });
    case 'school-allday':
      return say('change.school-allday', {
        ...concerned(messages, change.children),
        until: timeInWords(messages, change.until),
      });
    case 'new-care':
      return say('change.new-care', {
        ...concerned(messages, change.children),
        hours: String(change.to),
        span: spanInWords(messages, { from: change.from, to: change.until }, 'from-to'),
      });
    case 'care-earlier':
      return say('change.care-earlier', {
        children: childrenInWords(messages, change.children),
        duration: durationInWords(messages, change.minutes),
      });
    case 'edge-hours':
      return sayEdgeHours(messages, change);
    case 'travel':
      return say('change.travel', { duration: durationInWords(messages, change.minutes) });
    case 'german':
      return say('change.german', { level: say(`level.${change.to}`) });
    case 'start-later':
      return say('change.start-later', { months: change.months });
    case 'helper-on-dates':
      return say('change.helper-on-dates', {
        children: childrenInWords(messages, change.children),
        dates: messages.lists.and.format(change.dates.map((date) => dateInWords(messages, date))),
      });
    case 'more-hours-later':
      return say('change.more-hours-later', { hours: change.hours });
  }
}

function concerned(messages: Messages, children: readonly number[]) {
  return { children: childrenInWords(messages, children), count: children.length };
}

function sayEdgeHours(messages: Messages, change: Extract<Change, { kind: 'edge-hours' }>): string {
  const { from, until, minutes } = change;
  const who = {
    children: childrenInWords(messages, change.children),
    days: onDaysInWords(messages, change.days),
  };
  return from === undefined || until === undefined
    ? messages.say('change.edge-hours-longer', { ...who, duration: durationInWords(messages, minutes ?? 0) })
    : messages.say('change.edge-hours', {
        ...who,
        span: spanInWords(messages, { from, to: until }, 'from-to'),
      });
}

/** Whom to ask for a change and, where that takes time by rule, from when it can be had; `first` is the offer's first day. */
export function sayGranting(
  messages: Messages,
  { grantedBy, from }: GrantedChange,
  first: LocalDate | null,
): readonly string[] {
  const { say } = messages;
  return [
    say(`granted-by.${grantedBy}`),
    ...(from === undefined
      ? []
      : [
          say(first !== null && first < from ? 'granted.from-after-start' : 'granted.from', {
            date: dateInWords(messages, from),
          }),
        ]),
  ];
}
