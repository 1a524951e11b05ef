import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { seededChance, type Chance } from '../../support/seeded-chance.ts';
import { percentilesMs, rounded, type Figure } from '../figures.ts';
import { timed } from '../timing.ts';
import { differingPlaces } from './compare-answers.ts';
import { firstPageOf } from './fast-matcher.ts';
import {
  groupsBehind,
  groupsByChance,
  groupsOf,
  placesByChance,
  sampleReference,
} from './sampled-reference.ts';
import type { WholeMatchBench } from './whole-match-bench.ts';

/** One person's sample: the reference's time for all candidates, the fast matcher's, and what was compared. */
type Sample = {
  readonly extrapolatedMs: number;
  readonly fastMs: number | undefined;
  readonly compared: number;
  readonly differing: readonly string[];
};

/** The reference over candidates at some positions of the fast answer, compared match by match. */
export function sampledFigures(bench: WholeMatchBench): readonly Figure[] {
  const { families, plan, seed } = bench;
  if (plan.sampled === 0) return [];
  const chance = seededChance(seed);
  const samples = families.slice(-plan.sampled).map((situation) => sampleOf(bench, chance, situation));
  const reference = samples.map(({ extrapolatedMs }) => extrapolatedMs);
  const fast = samples.flatMap(({ fastMs }) => (fastMs === undefined ? [] : [fastMs]));
  const differing = samples.flatMap((sample) => sample.differing);
  const [first] = differing;
  return [
    {
      what: 'match',
      matcher: 'reference, sampled',
      levers: false,
      situations: samples.length,
      warmUp: 0,
      repetitions: 1,
      ...percentilesMs(reference),
      ...(fast.length > 0 && { timesFast: rounded(sum(reference) / sum(fast)) }),
      compared: sum(samples.map(({ compared }) => compared)),
      mismatches: differing.length,
      ...(first !== undefined && { firstDifference: first }),
      extrapolated: true,
      note: `compared: ${String(plan.sampledCandidates)} matches of each answer at positions by chance, with place and order, byte by byte`,
    },
  ];
}

function sampleOf({ input, plan, rank }: WholeMatchBench, chance: Chance, situation: Situation): Sample {
  const asked = { ...input, situation };
  const groups = groupsOf(asked);
  if (rank === undefined) {
    const sample = groupsByChance(chance, groups, plan.sampledCandidates);
    const { extrapolatedMs } = sampleReference(asked, groups, sample);
    return { extrapolatedMs, fastMs: undefined, compared: 0, differing: [] };
  }
  const { ms: fastMs, value: ranking } = timed(() => {
    const ranked = rank(asked);
    firstPageOf(ranked);
    return ranked;
  });
  const placed = placesByChance(chance, ranking, plan.sampledCandidates);
  const { matches, extrapolatedMs } = sampleReference(asked, groups, groupsBehind(groups, placed));
  const miscounted = ranking.total === groups.length ? [] : ['number of candidates'];
  return {
    extrapolatedMs,
    fastMs,
    compared: placed.length,
    differing: [...differingPlaces(placed, matches), ...miscounted],
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
