import type { CriterionId, CriterionResult, OpenQuestion, SituationField } from '../match-result.ts';
import { CRITERIA } from '../match-result.ts';
import { FIELDS_IN_TABLE_ORDER } from '../next-question.ts';

/** Bits of what is asked: one for each field of the situation, in table order, and one for all other questions. */
export const ASK_OTHER = 1 << FIELDS_IN_TABLE_ORDER.length;

/** The bit of one field of the situation. */
export function askField(field: SituationField): number {
  return 1 << FIELDS_IN_TABLE_ORDER.indexOf(field);
}

/** The bits of some questions; none asks nobody in particular. */
export function askAll(questions: readonly OpenQuestion[]): number {
  if (questions.length === 0) return ASK_OTHER;
  return questions.reduce(
    (bits, question) => bits | (question.of === 'person' ? askField(question.field) : ASK_OTHER),
    0,
  );
}

/** The bit of one criterion. */
export function bitOf(id: CriterionId): number {
  return 1 << CRITERIA.indexOf(id);
}

/** The results of the care criterion. */
export type CareResult = CriterionResult['result'];
