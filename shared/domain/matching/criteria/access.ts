import type { CriterionResult } from '../match-result.ts';
import { askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown, notApplicable } = outcomesOf('access');

/** Step-free, if asked for; nothing to enter online. */
export function access({ frame, variant }: Candidate): CriterionResult {
  if (!frame.situation.stepFree || !variant.modes.includes('on-site')) return notApplicable();
  const stepFree = variant.offer.access?.stepFree;
  if (stepFree === undefined) return unknown({ reason: 'not-stated' }, askProvider('step-free'));
  return stepFree ? met() : unmet({ stepFree: false });
}
