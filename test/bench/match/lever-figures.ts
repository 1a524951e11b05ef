import { currentOffers } from '../../../shared/domain/matching/candidates.ts';
import type { Ranking } from '../../../shared/domain/matching/fast/ranking.ts';
import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import { seededChance } from '../../support/seeded-chance.ts';
import { percentilesMs, rounded, type Figure } from '../figures.ts';
import { timed } from '../timing.ts';
import { differingParts } from './compare-answers.ts';
import { wholeAnswerOf } from './fast-matcher.ts';
import { groupsByChance, groupsOf } from './sampled-reference.ts';
import type { WholeMatchBench } from './whole-match-bench.ts';

/**
 * Whole answers with levers by the fast matcher and the reference over some candidates of some persons and all childcare,
 * byte by byte: over all candidates the reference would take an hour. `rankAlone` builds an index of these offers first.
 */
export function leverFigures(
  { input, families, plan, seed }: WholeMatchBench,
  rankAlone: (input: MatchingInput) => Ranking,
): readonly Figure[] {
  const chance = seededChance(seed);
  const runs = families.slice(-plan.levers.situations).map((situation) => {
    const asked = { ...input, situation };
    const childcare = currentOffers(input.offers, input.today).filter(({ kind }) => kind === 'childcare');
    const some = groupsByChance(chance, groupsOf(asked), plan.levers.candidates).flat();
    const offers = [...some, ...childcare];
    const reference = timed(() => matchOffers({ ...asked, offers }));
    const fast = timed(() => rankAlone({ ...asked, offers }));
    return { reference, fast, differing: differingParts(wholeAnswerOf(fast.value), reference.value) };
  });
  const [first] = runs.flatMap(({ differing }) => differing);
  return [
    {
      what: 'match',
      matcher: 'reference, few offers',
      levers: true,
      situations: runs.length,
      warmUp: 0,
      repetitions: 1,
      ...percentilesMs(runs.map(({ reference }) => reference.ms)),
      timesFast: rounded(
        sumOf(runs.map(({ reference }) => reference.ms)) / sumOf(runs.map(({ fast }) => fast.ms)),
      ),
      compared: runs.length,
      mismatches: runs.filter(({ differing }) => differing.length > 0).length,
      ...(first !== undefined && { firstDifference: first }),
      extrapolated: false,
      note: `compared: whole answers over ${String(plan.levers.candidates)} candidates and all childcare, byte by byte; not over all offers`,
    },
  ];
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
