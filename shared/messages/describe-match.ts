import type { CriterionResult, Match } from '../domain/matching/match-result.ts';
import { childrenInWords } from './in-words.ts';
import type { Messages } from './messages.ts';
import { sayCondition, sayGranting } from './say-change.ts';
import { sayCriterion } from './say-criterion.ts';
import { sayGaps } from './say-gaps.ts';
import { sayHeeds } from './say-heed.ts';
import { sayMet } from './say-met.ts';
import { sayPlaces } from './say-places.ts';
import { sayQuestion } from './say-question.ts';

/** A match in words: the verdict, and what led to it or is to be arranged, most important first, nothing twice. */
export type MatchText = { readonly summary: string; readonly reasons: readonly string[] };

/**
 * Says a match: in the summary the verdict with the smallest change (`nearly`), the first question (`ask`) or the first
 * reason (`no`); in the reasons what is unmet and unknown, gaps, and, unless it is `no`, whom to ask, places, heeds.
 */
export function describeMatch(messages: Messages, match: Match): MatchText {
  const unmet = match.criteria.filter(({ result }) => result === 'unmet');
  const unknown = match.criteria.filter(({ result }) => result === 'unknown');
  const questions = match.verdict === 'no' ? [] : unknown.flatMap((each) => each.questions ?? []);
  const asked = questions.map((question) => sayQuestion(messages, question));
  const against = unmet.flatMap((each) => sayCriterion(messages, each));
  const reasons = [
    ...sayMet(messages, match),
    ...against,
    ...sayGaps(messages, match),
    ...unknown.flatMap((each) => sayCriterion(messages, each)),
    ...asked,
    ...(match.verdict === 'no' ? [] : sayArrangements(messages, match)),
    ...(match.others === 0 ? [] : [messages.say('others', { count: match.others })]),
  ];
  const said = match.verdict === 'ask' ? asked[0] : match.verdict === 'no' ? against[0] : undefined;
  return {
    summary: summarize(messages, match, { said, unknown }),
    reasons: [...new Set(reasons)].filter((reason) => reason !== said),
  };
}

/** Whom to ask for the change, proposed places and heeds. */
function sayArrangements(messages: Messages, match: Match): readonly string[] {
  return [
    ...(match.change === undefined ? [] : sayGranting(messages, match.change, match.first)),
    ...sayPlaces(messages, match),
    ...sayHeeds(messages, match),
  ];
}

function summarize(
  messages: Messages,
  match: Match,
  { said, unknown }: { readonly said: string | undefined; readonly unknown: readonly CriterionResult[] },
): string {
  const { say } = messages;
  const { kind } = match.offer;
  switch (match.verdict) {
    case 'fits':
      return say('summary.fits', { kind });
    case 'fits-with-care':
      return say('summary.fits-with-care', { kind, ...childrenToPlace(messages, match) });
    case 'nearly':
      return sayNearly(messages, match, unknown.length > 0);
    case 'ask':
      return said === undefined
        ? say('summary.ask-plain', { kind })
        : say('summary.ask', { kind, question: said });
    case 'no':
      return say('summary.no', { kind, reason: said ?? '' }).trimEnd();
  }
}

/** With the change it is said to fit only where nothing else is left: nothing unknown, no place to find, no open holidays. */
function sayNearly(messages: Messages, match: Match, isAnyUnknown: boolean): string {
  const { say } = messages;
  const { kind } = match.offer;
  if (match.change === undefined) return say('summary.nearly-plain', { kind });
  const { change } = match.change;
  const condition = sayCondition(messages, change);
  const holidaysStayOpen = change.kind !== 'holiday-care' && match.heeds.some(({ id }) => id === 'holidays');
  if (isAnyUnknown || holidaysStayOpen) return say('summary.nearly-open', { kind, condition });
  return match.criteria.some(({ result }) => result === 'met-with-place')
    ? say('summary.nearly-with-care', { kind, condition, ...childrenToPlace(messages, match) })
    : say('summary.nearly', { kind, condition });
}

function childrenToPlace(messages: Messages, { care }: Match) {
  const children = care.map(({ child }) => child);
  return { children: childrenInWords(messages, children), count: children.length };
}
