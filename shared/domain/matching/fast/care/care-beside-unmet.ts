import { careAnswerTo, type CareQuestion } from './care-of-offer.ts';
import type { CareAnswer } from './care-result.ts';
import { withoutNearMisses, type CareTerms } from './care-terms.ts';

/**
 * The care criterion of variants of which another criterion is unmet: a near miss in care makes them no near miss, so that it is looked for only
 * where it would stand before what is open.
 */
export function careBesideUnmet(terms: CareTerms): (question: CareQuestion) => CareAnswer {
  let unsought: CareTerms | undefined;
  return (question) => {
    if (isAnswered(terms, question)) return careAnswerTo(terms, question);
    const answer = careAnswerTo((unsought ??= withoutNearMisses(terms)), question);
    return answer.result === 'unknown' ? careAnswerTo(terms, question) : answer;
  };
}

function isAnswered({ known }: CareTerms, question: CareQuestion): boolean {
  return (
    question.kind === 'sessions' && question.number !== undefined && known[question.number] !== undefined
  );
}
