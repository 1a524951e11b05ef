import type { CriterionResult } from '../domain/matching/match-result.ts';
import type { OfferNeeds } from '../domain/offer/offer.ts';
import { codeFact } from './facts.ts';
import type { Messages } from './messages.ts';

const SCHOOLINGS = ['hauptschule', 'mittlere-reife', 'abitur'] as const satisfies readonly NonNullable<
  OfferNeeds['schooling']
>[];
const DEGREES = ['vocational', 'academic'] as const satisfies readonly NonNullable<OfferNeeds['degree']>[];

/** Which schooling and degree are asked for, and whether a foreign one is what is open. */
export function sayQualification(
  { say, lists }: Messages,
  { result, facts, questions = [] }: CriterionResult,
): string {
  const schooling = codeFact(facts, 'schooling', SCHOOLINGS);
  const degree = codeFact(facts, 'degree', DEGREES);
  const named = [
    ...(schooling === undefined ? [] : [say(`schooling.${schooling}`)]),
    ...(degree === undefined ? [] : [say(`degree.${degree}`)]),
  ];
  const list = facts['either'] === true ? lists.or : lists.and;
  const needed = named.length === 0 ? say('qualification.other') : list.format(named);
  if (result === 'unmet') return say('qualification.needed', { needed });
  return questions.some(({ of }) => of === 'provider')
    ? say('qualification.recognition', { needed })
    : say('qualification.unknown', { needed });
}
