import { candidateGroups, currentOffers } from '../../../shared/domain/matching/candidates.ts';
import type { Ranking } from '../../../shared/domain/matching/fast/ranking.ts';
import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import { VERDICTS, type Match, type Verdict } from '../../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import { wholeBetween, type Chance } from '../../support/seeded-chance.ts';
import { timed } from '../timing.ts';

/** What the reference found of some candidates, in its order, and how long all would have taken it. */
export type SampledReference = { readonly matches: readonly Match[]; readonly extrapolatedMs: number };

/** A match of a ranking, with the verdict that its position has by the counts. */
export type PlacedMatch = { readonly match: Match; readonly byCounts: Verdict };

/** Candidates of a request: offers that are dates of one course, or one offer. */
export type Groups = readonly (readonly CatalogueOffer[])[];

/** The candidates of a request by the reference. */
export function groupsOf({ offers, situation, today }: MatchingInput): Groups {
  return candidateGroups(currentOffers(offers, today), situation);
}

/**
 * The reference over some candidates and all childcare: removing an offer that is not childcare changes no other (section
 * 9), so their matches are those of the whole. Its time for all candidates follows from that for some and for none.
 */
export function sampleReference(input: MatchingInput, groups: Groups, sample: Groups): SampledReference {
  const childcare = currentOffers(input.offers, input.today).filter(({ kind }) => kind === 'childcare');
  const none = timed(() => matchOffers({ ...input, offers: childcare }));
  const some = timed(() => matchOffers({ ...input, offers: [...sample.flat(), ...childcare] }));
  const perGroup = sample.length === 0 ? 0 : (some.ms - none.ms) / sample.length;
  return { matches: some.value.matches, extrapolatedMs: none.ms + perGroup * groups.length };
}

/** Candidates by chance, each at most once. */
export function groupsByChance(chance: Chance, groups: Groups, size: number): Groups {
  return positionsByChance(chance, groups.length, size).map((position) => groups[position]!);
}

/** The matches at some positions of a ranking, best first. */
export function placesByChance(
  chance: Chance,
  { total, counts, slice }: Ranking,
  size: number,
): readonly PlacedMatch[] {
  const verdicts = VERDICTS.map((verdict, at) => ({
    verdict,
    upTo: VERDICTS.slice(0, at + 1).reduce((sum, each) => sum + counts[each], 0),
  }));
  return positionsByChance(chance, total, size).map((position) => ({
    match: slice(position, position + 1)[0]!,
    byCounts: verdicts.find(({ upTo }) => position < upTo)?.verdict ?? 'no',
  }));
}

/** The candidates for which the matches stand. */
export function groupsBehind(groups: Groups, matches: readonly PlacedMatch[]): Groups {
  const wanted = new Set(matches.map(({ match }) => match.offer.id));
  return groups.filter((group) => group.some(({ id }) => wanted.has(id)));
}

/** Whole numbers below `end`, ascending, each at most once. */
function positionsByChance(chance: Chance, end: number, size: number): readonly number[] {
  const found = new Set<number>();
  while (found.size < Math.min(size, end)) found.add(wholeBetween(chance, 0, end - 1));
  return [...found].sort((one, other) => one - other);
}
