import { VERDICTS, type Assumption, type MatchResult } from '../domain/matching/match-result.ts';
import { TRAVEL_MEANS } from '../domain/place/travel-means.ts';
import { codeFact, numberFact, textFact } from './facts.ts';
import { dateTextInWords, moneyInWords } from './in-words.ts';
import type { Messages } from './messages.ts';
import { sayCondition, sayGranting } from './say-change.ts';

/** A whole answer in words, without its matches. */
export type ResultText = {
  /** How many there are of each verdict, best first; what fits even when nothing does. */
  readonly counts: readonly string[];
  readonly assumptions: readonly string[];
  readonly excluded: readonly string[];
  /** Each change that opens offers, with whom to ask. */
  readonly levers: readonly string[];
  /** The two things that are in the way of most offers, and what helps with each. */
  readonly path: readonly string[];
  readonly nextQuestion?: string;
};

/** Says what an answer holds beside its matches, in its order. */
export function describeResult(messages: Messages, result: Omit<MatchResult, 'matches'>): ResultText {
  const { say } = messages;
  const { counts, assumptions, excluded, levers = [], nextQuestion } = result;
  return {
    counts: VERDICTS.flatMap((verdict) =>
      verdict === 'fits' || counts[verdict] > 0 ? [say(`counts.${verdict}`, { count: counts[verdict] })] : [],
    ),
    assumptions: assumptions.map((assumption) => sayAssumption(messages, assumption)),
    excluded: excluded.map(({ criterion, count }) => say(`excluded.${criterion}`, { count })),
    levers: levers.map(({ change, opens }) => {
      const lever = say('lever', { condition: sayCondition(messages, change.change), count: opens });
      return [lever, ...sayGranting(messages, change, null)].join(' ');
    }),
    path: sayPath(messages, result.path),
    ...(nextQuestion === undefined
      ? {}
      : {
          nextQuestion: say('next-question', {
            question: say(`person.${nextQuestion.field}`),
            count: nextQuestion.settles,
          }),
        }),
  };
}

function sayPath(messages: Messages, path: MatchResult['path']): readonly string[] {
  if (path === undefined) return [];
  const { say } = messages;
  const [one, other] = path.criteria;
  return [
    say('path', { count: path.offers, one: say(`criterion.${one}`), other: say(`criterion.${other}`) }),
    ...path.changes.map(({ change }) => {
      const part = say('path.change', { condition: sayCondition(messages, change.change) });
      return [part, ...sayGranting(messages, change, null)].join(' ');
    }),
  ];
}

/** What was taken for granted, as one sentence or two. */
function sayAssumption(messages: Messages, { id, facts }: Assumption): string {
  const { say } = messages;
  switch (id) {
    case 'home-centre':
      return say('assumed.home-centre');
    case 'home-outside':
      return say(facts['placed'] === false ? 'assumed.home-outside-not-placed' : 'assumed.home-outside');
    case 'travel': {
      const means = codeFact(facts, 'by', TRAVEL_MEANS);
      const minutes = numberFact(facts, 'maxMinutes');
      return means === undefined || minutes === undefined
        ? say('assumed.other')
        : say('assumed.travel', { means: say(`means.${means}`), minutes });
    }
    case 'window': {
      const [from, until] = [textFact(facts, 'from'), textFact(facts, 'until')];
      return from === undefined || until === undefined
        ? say('assumed.other')
        : say('assumed.window', {
            from: dateTextInWords(messages, from),
            until: dateTextInWords(messages, until),
          });
    }
    case 'budget': {
      const cents = numberFact(facts, 'cents');
      return cents === undefined
        ? say('assumed.other')
        : say('assumed.budget', { amount: moneyInWords(messages, cents) });
    }
  }
}
