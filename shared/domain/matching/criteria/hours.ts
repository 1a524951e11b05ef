import type { CriterionResult } from '../match-result.ts';
import { askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown, notApplicable } = outcomesOf('hours');

/** The hours of a job, or those it can grow to, are about the hours wished for. */
export function hours({ frame, variant }: Candidate): CriterionResult {
  const { offer } = variant;
  const wish = frame.situation.work?.wantedHoursPerWeek;
  if (offer.kind !== 'job' || wish === undefined) return notApplicable();
  if (offer.hours === undefined) return unknown({ wish, reason: 'not-stated' }, askProvider('hours'));
  const tolerance = frame.region.figures.hoursToleranceHours;
  const { min } = offer.hours;
  const reachable = Math.max(offer.hours.max, statedGrowth(offer.growth));
  const present = frame.situation.work?.hoursPerWeek ?? 0;
  const facts = { wish, min, reachable, present };
  if (wish >= min - tolerance && wish <= reachable + tolerance) return met(facts);
  if (wish < min) return unknown({ ...facts, reason: 'part-time' }, askProvider('part-time'));
  return unmet(facts, reachable > present ? 'hours' : undefined);
}

/** Growth that was only read from a text is no promise. */
function statedGrowth(growth: Candidate['variant']['offer']['growth']): number {
  return growth?.certainty === 'stated' ? growth.toHours : 0;
}
