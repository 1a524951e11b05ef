import { formatLocalDate } from '../../time/local-date.ts';
import type { CriterionResult } from '../match-result.ts';
import { outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, notApplicable } = outcomesOf('seats');

/** A place is free, as far as stated. */
export function seats({ variant }: Candidate): CriterionResult {
  const stated = variant.offer.seats;
  if (stated?.free === undefined) return notApplicable();
  const facts = {
    free: stated.free,
    ...(stated.asOf === undefined ? {} : { asOf: formatLocalDate(stated.asOf) }),
  };
  return stated.free > 0 ? met(facts) : unmet(facts);
}
