import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { Match, MatchResult } from '../../../shared/domain/matching/match-result.ts';
import { VERDICTS } from '../../../shared/domain/matching/match-result.ts';
import { compareMatches } from '../../../shared/domain/matching/order.ts';

/** The parts of an answer in which two differ, byte by byte; empty where they are the same. */
export function differingParts(one: MatchResult, other: MatchResult): readonly string[] {
  const { matches, ...rest } = one;
  const { matches: otherMatches, ...otherRest } = other;
  const parts: [string, unknown, unknown][] = Object.keys({ ...rest, ...otherRest }).map((part) => [
    part,
    Reflect.get(rest, part),
    Reflect.get(otherRest, part),
  ]);
  const same = (left: unknown, right: unknown): boolean => textOf(left) === textOf(right);
  const differing = parts.filter(([, left, right]) => !same(left, right)).map(([part]) => part);
  return [...differing, ...differingMatches(matches, otherMatches)];
}

/** The offers whose matches differ, `order` where only their order does. */
function differingMatches(matches: readonly Match[], others: readonly Match[]): readonly string[] {
  const byId = new Map(others.map((match) => [match.offer.id, textOfMatch(match)]));
  const differing = matches.filter((match) => byId.get(match.offer.id) !== textOfMatch(match));
  if (differing.length > 0) return differing.map(({ offer }) => offer.id);
  const isInOrder = matches.every(({ offer }, index) => others[index]?.offer.id === offer.id);
  return matches.length === others.length && isInOrder ? [] : ['order'];
}

/** The offers of the sample whose match is another in the whole answer. */
export function differingFromSample(whole: MatchResult, sample: readonly Match[]): readonly string[] {
  const byId = new Map(whole.matches.map((match) => [match.offer.id, match]));
  return sample
    .filter((match) => {
      const found = byId.get(match.offer.id);
      return found === undefined || textOfMatch(found) !== textOfMatch(match);
    })
    .map(({ offer }) => offer.id);
}

/** What an answer of itself has wrong: matches out of order, or counts that are not theirs. */
export function innerFaults({ matches, counts }: MatchResult): readonly string[] {
  const outOfOrder = matches.some((match, index) => {
    const before = matches[index - 1];
    return before !== undefined && compareMatches(before, match) > 0;
  });
  const miscounted = VERDICTS.filter(
    (verdict) => counts[verdict] !== matches.filter((match) => match.verdict === verdict).length,
  );
  return [...(outOfOrder ? ['order'] : []), ...miscounted.map((verdict) => `counts ${verdict}`)];
}

/** A match without the offers themselves, which are the same objects or come from a store. */
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
