import type { CriterionResult } from '../match-result.ts';
import { askPerson, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown, notApplicable } = outcomesOf('age');

/** The person's own age is within the limits the offer states, both included. */
export function age({ frame, variant }: Candidate): CriterionResult {
  const limits = variant.offer.needs.ageYears;
  if (limits?.from === undefined && limits?.to === undefined) return notApplicable();
  const { from, to } = limits;
  const facts = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const own = frame.situation.age;
  if (own === undefined) return unknown(facts, askPerson('age'));
  return own >= (from ?? own) && own <= (to ?? own) ? met(facts) : unmet(facts);
}
