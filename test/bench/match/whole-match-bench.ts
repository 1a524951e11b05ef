import type { Ranking } from '../../../shared/domain/matching/fast/ranking.ts';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import type { Part, SizePlan } from './size-plan.ts';

/** What whole matches are measured on. `rank` is the fast matcher, where it takes part. */
export type WholeMatchBench = {
  readonly input: Omit<MatchingInput, 'situation'>;
  readonly families: readonly Situation[];
  readonly plan: SizePlan;
  readonly only: readonly Part[];
  readonly seed: number;
  readonly rank?: (input: MatchingInput) => Ranking;
  /** The same over an index of the input's own offers. */
  readonly rankAlone?: (input: MatchingInput) => Ranking;
};
