import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import type { MatchResult } from '../../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { seededChance } from '../../support/seeded-chance.ts';
import { percentilesMs, rounded, type Figure } from '../figures.ts';
import { timed, timeEach } from '../timing.ts';
import { differingFromSample, differingParts, innerFaults } from './compare-answers.ts';
import { sampleReference } from './sampled-reference.ts';
import type { Part, SizePlan } from './size-plan.ts';

/** What whole matches are measured on. `matchFast` is absent where there is no fast matcher. */
export type WholeMatchBench = {
  readonly input: Omit<MatchingInput, 'situation'>;
  readonly families: readonly Situation[];
  readonly plan: SizePlan;
  readonly only: readonly Part[];
  readonly seed: number;
  readonly matchFast?: (input: MatchingInput) => MatchResult;
};

/** Full matches with proposals by the fast matcher and by the reference, and whether their answers are the same. */
export async function wholeMatchFigures(bench: WholeMatchBench): Promise<readonly Figure[]> {
  const { only, matchFast, input } = bench;
  const figures: Figure[] = [];
  if (matchFast !== undefined && only.includes('fast')) figures.push(await fastFigure(bench, matchFast));
  if (!only.includes('reference')) return figures;
  figures.push(...wholeReference(bench));
  if (!input.levers) figures.push(...sampledReference(bench));
  return figures;
}

async function fastFigure(
  { input, families, plan }: WholeMatchBench,
  matchFast: (input: MatchingInput) => MatchResult,
): Promise<Figure> {
  const milliseconds = await timeEach(families, (situation) => matchFast({ ...input, situation }), {
    warmUp: plan.warmUp,
    repetitions: 1,
  });
  const answers = families.slice(0, 3).map((situation) => matchFast({ ...input, situation }));
  return {
    what: 'match',
    matcher: 'fast',
    levers: input.levers,
    situations: families.length,
    warmUp: plan.warmUp,
    repetitions: 1,
    ...percentilesMs(milliseconds),
    compared: answers.length,
    mismatches: answers.filter((answer) => innerFaults(answer).length > 0).length,
    extrapolated: false,
    note: 'compared: order and counts of the answer in themselves',
  };
}

/** The whole answer of the reference, for few persons, since it takes seconds or minutes for each. */
function wholeReference({ input, families, plan, matchFast }: WholeMatchBench): readonly Figure[] {
  const count = input.levers ? plan.referenceLevers : plan.reference;
  if (count === 0) return [];
  const asked = families.slice(0, count);
  const runs = asked.map((situation) => timed(() => matchOffers({ ...input, situation })));
  const fast = asked.map((situation) => matchFast && timed(() => matchFast({ ...input, situation })));
  const differing = runs.flatMap(({ value }, index) => {
    const other = fast[index];
    return other === undefined ? [] : [differingParts(other.value, value)];
  });
  return [
    {
      what: 'match',
      matcher: 'reference',
      levers: input.levers,
      situations: count,
      warmUp: 0,
      repetitions: 1,
      ...percentilesMs(runs.map(({ ms }) => ms)),
      ...timesFast(
        runs.map(({ ms }) => ms),
        fast.flatMap((run) => (run === undefined ? [] : [run.ms])),
      ),
      compared: differing.length,
      mismatches: differing.filter((parts) => parts.length > 0).length,
      ...firstDifference(differing.flat()),
      extrapolated: false,
      note: 'compared: whole answers, byte by byte',
    },
  ];
}

/** The reference over some candidates of some persons, compared match by match; its time for all is extrapolated. */
function sampledReference({ input, families, plan, seed, matchFast }: WholeMatchBench): readonly Figure[] {
  const chance = seededChance(seed);
  const asked = families.slice(-plan.sampled);
  const samples = asked.map((situation) =>
    sampleReference(chance, { ...input, situation }, plan.sampledCandidates),
  );
  const fast = asked.map((situation) => matchFast && timed(() => matchFast({ ...input, situation })));
  const differing = samples.flatMap(({ matches }, index) => {
    const whole = fast[index];
    return whole === undefined ? [] : differingFromSample(whole.value, matches);
  });
  const milliseconds = samples.map(({ extrapolatedMs }) => extrapolatedMs);
  return [
    {
      what: 'match',
      matcher: 'reference, sampled',
      levers: false,
      situations: asked.length,
      warmUp: 0,
      repetitions: 1,
      ...percentilesMs(milliseconds),
      ...timesFast(
        milliseconds,
        fast.flatMap((run) => (run === undefined ? [] : [run.ms])),
      ),
      compared: matchFast === undefined ? 0 : samples.reduce((sum, { matches }) => sum + matches.length, 0),
      mismatches: differing.length,
      ...firstDifference(differing),
      extrapolated: true,
      note: `compared: matches of ${String(plan.sampledCandidates)} candidates by chance for each person, byte by byte`,
    },
  ];
}

function timesFast(milliseconds: readonly number[], fast: readonly number[]): Figure {
  const sum = (times: readonly number[]): number => times.reduce((total, ms) => total + ms, 0);
  return fast.length === 0 ? {} : { timesFast: rounded(sum(milliseconds) / sum(fast)) };
}

function firstDifference([first]: readonly string[]): Figure {
  return first === undefined ? {} : { firstDifference: first };
}
