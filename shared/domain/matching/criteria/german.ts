import { compareGerman, germanLevelAbove, type GermanLevel } from '../../offer/german-level.ts';
import type { CriterionResult } from '../match-result.ts';
import { askPerson, askProvider, outcomesOf, type Candidate } from './criterion.ts';

const { met, unmet, unknown, notApplicable } = outcomesOf('german');

/** Enough German for the offer; for a language course, not more than it teaches. */
export function german({ frame, variant }: Candidate): CriterionResult {
  const own = frame.situation.german;
  const { teaches, needs, leadsTo } = variant.offer;
  if (teaches?.german.to !== undefined) {
    const { to } = teaches.german;
    const entry = teaches.german.from ?? germanLevelAbove(to, -1);
    return taught(own, higher(entry, needs.german ?? entry), to);
  }
  if (needs.german !== undefined) return required(own, needs.german);
  if (leadsTo !== 'degree') return notApplicable();
  return usualGate(own, frame.region.usualGermanGate);
}

function higher(one: GermanLevel, other: GermanLevel): GermanLevel {
  return compareGerman(one, other) < 0 ? other : one;
}

function taught(own: GermanLevel | undefined, from: GermanLevel, to: GermanLevel): CriterionResult {
  const facts = { teachesFrom: from, teachesTo: to };
  if (own === undefined) return unknown(facts, askPerson('german'));
  if (compareGerman(own, to) >= 0) return unmet({ ...facts, own, reason: 'too-easy' });
  return compareGerman(own, from) < 0 ? tooLow(own, from, facts) : met({ ...facts, own });
}

function required(own: GermanLevel | undefined, needed: GermanLevel): CriterionResult {
  const facts = { needed };
  if (own === undefined) return unknown(facts, askPerson('german'));
  return compareGerman(own, needed) < 0 ? tooLow(own, needed, facts) : met({ ...facts, own });
}

function tooLow(
  own: GermanLevel,
  needed: GermanLevel,
  facts: Readonly<Record<string, string>>,
): CriterionResult {
  const isNear = germanLevelAbove(own, 1) === needed;
  return unmet({ ...facts, own, reason: 'too-low' }, isNear ? 'german' : undefined);
}

/** Offers that lead to a degree and state no level usually ask for one all the same. */
function usualGate(own: GermanLevel | undefined, gate: GermanLevel): CriterionResult {
  if (own === undefined) return unknown({ usualGate: gate }, askPerson('german'));
  return compareGerman(own, gate) < 0
    ? unknown({ usualGate: gate, own }, askProvider('german'))
    : notApplicable({ usualGate: gate, own });
}
