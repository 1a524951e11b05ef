import type { CriterionResult } from '../match-result.ts';
import { askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unknown, notApplicable } = outcomesOf('cost');

/** Free or within the budget; above it somebody else may pay, so it is asked. */
export function cost({ frame, variant }: Candidate): CriterionResult {
  const { cost: stated, funding } = variant.offer;
  if (stated?.free === true) return met({ free: true });
  if (stated?.cents === undefined) return notApplicable();
  const facts = { costCents: stated.cents, budgetCents: frame.budgetCents };
  return stated.cents <= frame.budgetCents
    ? met(facts)
    : unknown({ ...facts, funding }, askProvider('funding'));
}
