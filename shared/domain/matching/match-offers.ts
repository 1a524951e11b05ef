import type { CatalogueOffer } from '../offer/catalogue.ts';
import { candidateGroups, currentOffers } from './candidates.ts';
import { assumptionsOf, frameOf } from './frame.ts';
import { judgeOffer, judgingContext, trialContext } from './judge.ts';
import { leversFor } from './levers/levers.ts';
import { CRITERIA, type CriterionId, type Match, type MatchResult, type Verdict } from './match-result.ts';
import type { MatchingInput } from './matching-input.ts';
import { nextQuestion } from './next-question.ts';
import { compareMatches } from './order.ts';

/** Matches a situation against all offers by the meaning of the matching page; pure, never fails on parsed input. */
export function matchOffers(input: MatchingInput): MatchResult {
  const matches = judgeAll(input, judgingContext);
  const question = nextQuestion(matches);
  return {
    matches,
    counts: countVerdicts(matches),
    excluded: countExcluded(matches),
    assumptions: assumptionsOf(frameOf(input.situation, input.region, input.today)),
    ...(question === undefined ? {} : { nextQuestion: question }),
    ...(input.levers ? leversFor(input, matches, (changed) => judgeAll(changed, trialContext)) : {}),
  };
}

/** One offer judged by itself, whatever goal it serves; `undefined` when it is not among the offers. */
export function explainOffer(input: MatchingInput, id: CatalogueOffer['id']): Match | undefined {
  const offer = input.offers.find((each) => each.id === id);
  if (offer === undefined) return undefined;
  const frame = frameOf(input.situation, input.region, input.today);
  return judgeOffer(judgingContext(frame, currentOffers(input.offers, input.today)), offer);
}

/** Every candidate with its verdict, in the one order; of the dates of one course the best stands for all. */
function judgeAll(
  { situation, offers, region, today }: MatchingInput,
  contextOf: typeof judgingContext,
): readonly Match[] {
  const current = currentOffers(offers, today);
  const context = contextOf(frameOf(situation, region, today), current);
  return candidateGroups(current, situation)
    .map((group) => bestOf(group.map((offer) => judgeOffer(context, offer))))
    .sort(compareMatches);
}

function bestOf(dates: readonly Match[]): Match {
  const [best, ...others] = [...dates].sort(compareMatches);
  if (best === undefined) throw new Error('a group has at least one offer');
  return { ...best, others: others.reduce((sum, other) => sum + 1 + other.others, best.others) };
}

function countVerdicts(matches: readonly Match[]): Readonly<Record<Verdict, number>> {
  const counts: Record<Verdict, number> = { fits: 0, 'fits-with-care': 0, nearly: 0, ask: 0, no: 0 };
  for (const { verdict } of matches) counts[verdict] += 1;
  return counts;
}

/** Offers that do not fit, each once under its first unmet criterion, in the order of the table. */
function countExcluded(matches: readonly Match[]): MatchResult['excluded'] {
  const firstUnmet = matches
    .filter(({ verdict }) => verdict === 'no')
    .map(({ criteria }) => criteria.find(({ result }) => result === 'unmet')?.id);
  return CRITERIA.map((criterion: CriterionId) => ({
    criterion,
    count: firstUnmet.filter((id) => id === criterion).length,
  })).filter(({ count }) => count > 0);
}
