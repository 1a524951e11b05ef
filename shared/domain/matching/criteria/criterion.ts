import type { CareAssessment } from '../care/care-assessment.ts';
import type { Frame } from '../frame.ts';
import type { CriterionId, CriterionResult, Facts, NearMiss, OpenQuestion } from '../match-result.ts';
import type { Variant } from '../variants.ts';

/** What a criterion may look at: the request, one way of attending an offer, and what was found out about care. */
export type Candidate = { readonly frame: Frame; readonly variant: Variant; readonly care: CareAssessment };

/** One check; total, pure, one file each. */
export type Criterion = (candidate: Candidate) => CriterionResult;

/** The makers of results of one criterion. */
export type Outcomes = {
  readonly met: (facts?: Facts) => CriterionResult;
  readonly unmet: (facts: Facts, nearMiss?: NearMiss) => CriterionResult;
  readonly unknown: (facts: Facts, ...questions: readonly OpenQuestion[]) => CriterionResult;
  readonly notApplicable: (facts?: Facts) => CriterionResult;
};

/** Makers of results under the id of a criterion. */
export function outcomesOf(id: CriterionId): Outcomes {
  return {
    met: (facts = {}) => ({ id, result: 'met', facts }),
    unmet: (facts, nearMiss) => ({
      id,
      result: 'unmet',
      facts,
      ...(nearMiss === undefined ? {} : { nearMiss }),
    }),
    unknown: (facts, ...questions) => ({ id, result: 'unknown', facts, questions }),
    notApplicable: (facts = {}) => ({ id, result: 'not-applicable', facts }),
  };
}

/** An answer of the person that would settle it. */
export function askPerson(field: Extract<OpenQuestion, { of: 'person' }>['field']): OpenQuestion {
  return { of: 'person', field };
}

/** A question to whoever makes the offer. */
export function askProvider(code: string): OpenQuestion {
  return { of: 'provider', code };
}
