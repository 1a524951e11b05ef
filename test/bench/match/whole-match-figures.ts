import type { Ranking } from '../../../shared/domain/matching/fast/ranking.ts';
import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import { percentilesMs, rounded, type Figure } from '../figures.ts';
import { timed, timeEach } from '../timing.ts';
import { differingParts } from './compare-answers.ts';
import { firstPageOf, wholeAnswerOf } from './fast-matcher.ts';
import { leverFigures } from './lever-figures.ts';
import { sampledFigures } from './sampled-figures.ts';
import type { WholeMatchBench } from './whole-match-bench.ts';

/** After which a row of the table is short of situations rather than longer. */
const BUDGET_MS = 60_000;

/** Full matches with proposals by the fast matcher and by the reference, and whether their answers are the same. */
export async function wholeMatchFigures(bench: WholeMatchBench): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  if (bench.rank !== undefined) figures.push(await fastFigure(bench, bench.rank));
  if (!bench.only.includes('reference')) return figures;
  if (!bench.input.levers) return [...figures, ...wholeReference(bench), ...sampledFigures(bench)];
  return bench.rankAlone === undefined ? figures : [...figures, ...leverFigures(bench, bench.rankAlone)];
}

async function fastFigure(
  { input, families, plan }: WholeMatchBench,
  rank: (input: MatchingInput) => Ranking,
): Promise<Figure> {
  const warmUp = Math.min(plan.warmUp, families.length);
  const repeat = { warmUp, repetitions: 1, budgetMs: BUDGET_MS };
  const ranked = await timeEach(families, (situation) => rank({ ...input, situation }), repeat);
  const answered = await timeEach(
    families,
    (situation) => firstPageOf(rank({ ...input, situation })),
    repeat,
  );
  const ranking = percentilesMs(ranked);
  return {
    what: 'match',
    matcher: 'fast',
    levers: input.levers,
    situations: answered.length,
    warmUp,
    repetitions: 1,
    ...percentilesMs(answered),
    rankings: ranked.length,
    rankingP50Ms: ranking.p50Ms,
    rankingP95Ms: ranking.p95Ms,
    rankingP99Ms: ranking.p99Ms,
    extrapolated: false,
    note: 'ranking of all offers and a first page of 20 matches of each verdict with facts and proposals; ranking: without the page. Fewer situations than asked for: their minute was over',
  };
}

/** The whole answer of the reference, for few persons, since it takes seconds or minutes for each. */
function wholeReference({ input, families, plan, rank }: WholeMatchBench): readonly Figure[] {
  const asked = families.slice(0, plan.reference);
  if (asked.length === 0) return [];
  const runs = asked.map((situation) => timed(() => matchOffers({ ...input, situation })));
  const rankings = asked.flatMap((situation) =>
    rank === undefined ? [] : [timed(() => wholePage(rank({ ...input, situation })))],
  );
  const differing = rankings.map(({ value }, index) =>
    differingParts(wholeAnswerOf(value), runs[index]!.value),
  );
  const [first] = differing.flat();
  return [
    {
      what: 'match',
      matcher: 'reference',
      levers: input.levers,
      situations: asked.length,
      warmUp: 0,
      repetitions: 1,
      ...percentilesMs(runs.map(({ ms }) => ms)),
      ...(rankings.length > 0 && { timesFast: rounded(sumOf(runs) / sumOf(rankings)) }),
      compared: differing.length,
      mismatches: differing.filter((parts) => parts.length > 0).length,
      ...(first !== undefined && { firstDifference: first }),
      extrapolated: false,
      note: 'compared: whole answers, byte by byte',
    },
  ];
}

/** A ranking whose first page has been made out, so that the time is that of an answer. */
function wholePage(ranking: Ranking): Ranking {
  firstPageOf(ranking);
  return ranking;
}

function sumOf(runs: readonly { readonly ms: number }[]): number {
  return runs.reduce((total, { ms }) => total + ms, 0);
}
