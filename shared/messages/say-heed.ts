import type { Facts, Heed, Match } from '../domain/matching/match-result.ts';
import type { FactProvenance } from '../domain/offer/offer.ts';
import { AUDIENCES } from '../domain/offer/terms.ts';
import { codesFact, numberFact, numbersFact, textFact, textsFact } from './facts.ts';
import { childrenInWords, dateTextInWords } from './in-words.ts';
import type { Messages } from './messages.ts';

/** Facts of an offer that can have been read from a text. */
const FACT_MESSAGES = {
  timetable: 'fact.timetable',
  childcare: 'fact.childcare',
  teaches: 'fact.teaches',
  needs: 'fact.needs',
  growth: 'fact.growth',
  cost: 'fact.cost',
  places: 'fact.places',
  kind: 'fact.kind',
  absence: 'fact.absence',
} as const satisfies Record<FactProvenance['fact'], string>;

/** What there is to arrange or to know, in the order of the match. */
export function sayHeeds(messages: Messages, { heeds, care }: Match): readonly string[] {
  const isLate = care.some(({ proposals }) => proposals.some(({ open }) => open.includes('too-late')));
  return heeds.flatMap((heed) =>
    heed.id === 'settling-in' && isLate ? [messages.say('heed.settling-in-late')] : sayHeed(messages, heed),
  );
}

function sayHeed(messages: Messages, { id, facts }: Heed): readonly string[] {
  const { say } = messages;
  switch (id) {
    case 'holidays':
      return [say('heed.holidays', { count: numberFact(facts, 'count') ?? 0 })];
    case 'tight':
      return [say('heed.tight', { minutes: numberFact(facts, 'slackMinutes') ?? 0 })];
    case 'end-not-known':
    case 'cost-not-stated':
      return [say(`heed.${id}`)];
    case 'settling-in':
      return onDate(messages, facts, 'latest', (date) => say('heed.settling-in', { date }));
    case 'care-notice':
      return onDate(messages, facts, 'latest', (date) => {
        const notice = { date, law: textFact(facts, 'law') ?? '' };
        return facts['passed'] === true
          ? say('heed.care-notice-passed', notice)
          : say('heed.care-notice', notice);
      });
    case 'audience-label':
      return [say('heed.audience-label', { groups: sayGroups(messages, facts) })];
    case 'certainty':
      return [
        ...readFromText(messages, facts),
        ...onDate(messages, facts, 'checked', (date) => say('heed.certainty-old', { date })),
      ];
    case 'not-born-yet':
      return [
        say('heed.not-born-yet', { children: childrenInWords(messages, numbersFact(facts, 'children')) }),
      ];
  }
}

/** Whom an offer is for: `Frauen und Eltern`. */
export function sayGroups({ say, lists }: Messages, facts: Facts): string {
  const groups = codesFact(facts, 'groups', AUDIENCES).map((group) => say(`group.${group}`));
  return groups.length === 0 ? say('group.other') : lists.or.format(groups);
}

function onDate(
  messages: Messages,
  facts: Facts,
  name: string,
  sentence: (date: string) => string,
): readonly string[] {
  const text = textFact(facts, name);
  return text === undefined ? [] : [sentence(dateTextInWords(messages, text))];
}

function readFromText({ say, lists }: Messages, facts: Facts): readonly string[] {
  const read = textsFact(facts, 'readFromText');
  if (read.length === 0) return [];
  const known = Object.entries(FACT_MESSAGES).filter(([fact]) => read.includes(fact));
  const names = known.map(([, key]) => say(key));
  const other = known.length < read.length ? [say('fact.other')] : [];
  return [say('heed.certainty-text', { facts: lists.and.format([...names, ...other]) })];
}
