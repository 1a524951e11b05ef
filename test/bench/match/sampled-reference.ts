import { candidateGroups, currentOffers } from '../../../shared/domain/matching/candidates.ts';
import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import type { Match } from '../../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import type { Chance } from '../../support/seeded-chance.ts';
import { timed } from '../timing.ts';

/** What the reference found of some candidates, and how long all would have taken it. */
export type SampledReference = { readonly matches: readonly Match[]; readonly extrapolatedMs: number };

/**
 * The reference over some of the candidates, taken by chance, and all childcare: removing an offer that is not childcare
 * changes no other (section 9), so their matches are those of the whole. Its time for all follows from that for some
 * and for none.
 */
export function sampleReference(chance: Chance, input: MatchingInput, size: number): SampledReference {
  const current = currentOffers(input.offers, input.today);
  const groups = candidateGroups(current, input.situation);
  const sample = sampleOf(chance, groups, size);
  const childcare = current.filter(({ kind }) => kind === 'childcare');
  const none = timed(() => matchOffers({ ...input, offers: childcare }));
  const some = timed(() => matchOffers({ ...input, offers: [...sample.flat(), ...childcare] }));
  const perGroup = sample.length === 0 ? 0 : (some.ms - none.ms) / sample.length;
  return { matches: some.value.matches, extrapolatedMs: none.ms + perGroup * groups.length };
}

/** As many of the values as asked for, each as likely, in their order. */
function sampleOf<Value>(chance: Chance, values: readonly Value[], size: number): readonly Value[] {
  let wanted = Math.min(size, values.length);
  return values.filter((_, index) => {
    const isTaken = chance() * (values.length - index) < wanted;
    if (isTaken) wanted -= 1;
    return isTaken;
  });
}
