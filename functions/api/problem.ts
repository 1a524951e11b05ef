import type { FieldCode } from '../../shared/contract/field-codes.ts';
import type { FieldError } from '../../shared/contract/field-errors.ts';
import type { ProblemCode } from '../../shared/contract/problem.ts';
import type { NoOffers } from '../../shared/use-cases/current-offers.ts';
import type { CursorFailure } from '../../shared/use-cases/page-cursor.ts';
import { answerProblem, type ProblemAnswer } from '../rest/answer-problem.ts';
import type { ApiContext } from './api-env.ts';

export { answerProblem } from '../rest/answer-problem.ts';

/** Which problem a use-case's failure is, and which field it is about. */
const FAILURES = {
  'store-unavailable': { code: 'temporary-reduced-capacity' },
  'no-catalogue-yet': { code: 'no-catalogue-yet' },
  'offer-not-found': { code: 'offer-not-found' },
  'catalogue-changed': { code: 'catalogue-changed' },
  'cursor-invalid': { code: 'invalid-request', error: { pointer: '/cursor', code: 'cursor-invalid' } },
  'cursor-of-another-request': {
    code: 'invalid-request',
    error: { pointer: '/cursor', code: 'cursor-of-another-request' },
  },
  'near-not-known': { code: 'invalid-request', error: { pointer: '/near', code: 'postcode-unknown' } },
} as const satisfies Record<
  NoOffers | CursorFailure | 'offer-not-found' | 'near-not-known',
  { readonly code: ProblemCode; readonly error?: { readonly pointer: string; readonly code: FieldCode } }
>;

/** The expected failures of the API's use-cases. */
export type UseCaseFailure = keyof typeof FAILURES;

/** Answers with the problem of a use-case's failure. */
export function answerFailure<Failure extends UseCaseFailure>(
  c: ApiContext,
  failure: Failure,
): Response & ProblemAnswer<(typeof FAILURES)[Failure]['code']> {
  const known: { readonly code: (typeof FAILURES)[Failure]['code']; readonly error?: FieldError } =
    FAILURES[failure];
  return answerProblem(c, known.code, known.error && [known.error]);
}
