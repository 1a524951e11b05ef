import type { CriterionResult } from '../match-result.ts';
import type { Candidate } from './criterion.ts';

/** Every child is looked after while the parent is away; found out beforehand, here put in the form of a criterion. */
export function care({ care: assessed }: Candidate): CriterionResult {
  const { result, reasons, questions, nearest, gapMinutesPerWeek } = assessed;
  const facts = {
    ...(gapMinutesPerWeek === null ? {} : { gapMinutesPerWeek }),
    ...(reasons.length === 0 ? {} : { reasons }),
  };
  return {
    id: 'care',
    result,
    facts,
    ...(result === 'unknown' ? { questions } : {}),
    ...(nearest === undefined || result !== 'unmet' ? {} : { nearMiss: 'care' }),
  };
}
