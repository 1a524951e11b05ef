import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { Match, MatchResult } from '../../../shared/domain/matching/match-result.ts';
import type { PlacedMatch } from './sampled-reference.ts';

/** The parts of an answer in which two differ, byte by byte; empty where they are the same. */
export function differingParts(one: MatchResult, other: MatchResult): readonly string[] {
  const { matches, ...rest } = one;
  const { matches: otherMatches, ...otherRest } = other;
  const differing = Object.keys({ ...rest, ...otherRest }).filter(
    (part) => textOf(Reflect.get(rest, part)) !== textOf(Reflect.get(otherRest, part)),
  );
  return [...differing, ...differingMatches(matches, otherMatches)];
}

/** The offers whose matches differ; `order` where only their order or number does. */
function differingMatches(matches: readonly Match[], others: readonly Match[]): readonly string[] {
  const byId = new Map(others.map((match) => [match.offer.id, textOfMatch(match)]));
  const differing = matches.filter((match) => byId.get(match.offer.id) !== textOfMatch(match));
  if (differing.length > 0) return differing.map(({ offer }) => offer.id);
  const isInOrder = matches.every(({ offer }, index) => others[index]?.offer.id === offer.id);
  return matches.length === others.length && isInOrder ? [] : ['order'];
}

/**
 * What is wrong with matches at some positions of an answer, best first: the parts in which they differ from the same
 * candidates by the reference, and the offers that stand among those of another verdict.
 */
export function differingPlaces(
  placed: readonly PlacedMatch[],
  reference: readonly Match[],
): readonly string[] {
  const misplaced = placed.filter(({ match, byCounts }) => match.verdict !== byCounts);
  const matches = placed.map(({ match }) => match);
  return [
    ...differingMatches(matches, reference),
    ...misplaced.map(({ match }) => `place of ${match.offer.id}`),
  ];
}

/** A match with ids instead of offers, which are the same objects or come from a store. */
function textOfMatch({ offer, care, ...rest }: Match): string {
  const proposals = care.map((each) => ({
    ...each,
    proposals: each.proposals.map((proposal) => ({ ...proposal, offer: proposal.offer.id })),
  }));
  return canonicalJson({ ...rest, offer: offer.id, care: proposals });
}

function textOf(value: unknown): string {
  return canonicalJson([value]);
}
