import type { CriterionResult } from '../domain/matching/match-result.ts';
import { FUNDINGS } from '../domain/offer/terms.ts';
import { codesFact, numberFact } from './facts.ts';
import { moneyInWords } from './in-words.ts';
import type { Messages } from './messages.ts';

/** What it costs, with what the search reckons, and the funding that the provider names. */
export function sayCost(messages: Messages, { facts }: CriterionResult): readonly string[] {
  const { say, lists } = messages;
  const cost = numberFact(facts, 'costCents');
  const budget = numberFact(facts, 'budgetCents');
  if (cost === undefined || budget === undefined) return [say('cost.unknown')];
  const funding = codesFact(facts, 'funding', FUNDINGS).map((code) => say(`funding.${code}`));
  return [
    say('cost.above', { cost: moneyInWords(messages, cost), budget: moneyInWords(messages, budget) }),
    ...(funding.length === 0 ? [] : [say('cost.funding', { funding: lists.and.format(funding) })]),
  ];
}
