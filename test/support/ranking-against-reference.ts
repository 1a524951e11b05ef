import { expect } from 'vitest';
import { leversOn } from '../../shared/domain/matching/fast/levers/levers-ranking.ts';
import { rankOffers } from '../../shared/domain/matching/fast/ranking.ts';
import { buildIndex } from '../../shared/domain/matching/match-index/build-index.ts';
import { offerIdAt } from '../../shared/domain/matching/match-index/offer-ids.ts';
import { matchOffers } from '../../shared/domain/matching/match-offers.ts';
import type { Match, MatchResult } from '../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';

/**
 * Holds the ranking on an index to the reference. The ranking judges by itself for counts, exclusions, question, levers,
 * path and the one order, which is by verdict: with counts and order equal each offer's verdict is. Matches are made out
 * when asked for, and compared whole.
 */
export function expectSameAnswer(input: MatchingInput): void {
  const expected = matchOffers(input);
  const actual = answerOnIndex(input);
  const [text, expectedText] = [actual, expected].map((answer) => JSON.stringify(inOneForm(answer)));
  // Equal text is the usual case and quickly seen; what differs is told field by field.
  if (text !== expectedText) expect(actual).toEqual(expected);
  expect(text).toBe(expectedText);
}

/** Holds one match to that of the same offer on a page of the ranking, where the offer is a candidate there. */
export function expectSameMatch(input: MatchingInput, { others: _, ...match }: Match): void {
  const found = answerOnIndex(input).matches.find(({ offer }) => offer.id === match.offer.id);
  if (found === undefined) return;
  // How many others it stands for hangs on what offers there are.
  const { others: __, ...shown } = found;
  if (JSON.stringify(shown) !== JSON.stringify(match)) expect(shown).toEqual(match);
  expect(JSON.stringify(shown)).toBe(JSON.stringify(match));
}

/** The whole answer of the ranking, all matches made out, in the form of the reference. */
function answerOnIndex({ offers, ...asked }: MatchingInput): MatchResult {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const { total, slice, ...rest } = rankOffers({
    ...asked,
    levers: asked.levers ? leversOn : undefined,
    index: buildIndex(offers, asked.region),
    offers: { at: (segment, row) => byId.get(offerIdAt(segment.ids, row))!, withCare: () => offers },
  });
  return { ...rest, matches: slice(0, total) };
}

/** Fields of the answer itself in one sequence, which is not part of its meaning. */
function inOneForm(answer: MatchResult): readonly unknown[] {
  const { matches, counts, excluded, assumptions, nextQuestion, levers, path } = answer;
  const order = matches.map(({ offer }) => offer.id);
  return [order, counts, excluded, nextQuestion, levers, path, assumptions, matches];
}
