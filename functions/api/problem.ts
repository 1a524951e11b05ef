import type { TypedResponse } from 'hono';
import type { FieldCode } from '../../shared/contract/field-codes.ts';
import type { FieldError } from '../../shared/contract/field-errors.ts';
import {
  PROBLEM_MEDIA_TYPE,
  PROBLEMS,
  type Problem,
  type ProblemCode,
} from '../../shared/contract/problem.ts';
import { toProblem } from '../../shared/contract/to-problem.ts';
import type { NoOffers } from '../../shared/use-cases/current-offers.ts';
import type { CursorFailure } from '../../shared/use-cases/page-cursor.ts';
import type { ApiContext } from './api-env.ts';

/** Seconds after which a client may ask again when there is nothing to answer from. */
const RETRY_AFTER_SECONDS = 2;

/** The HTTP status of a problem. */
type StatusOf<Code extends ProblemCode> = (typeof PROBLEMS)[Code]['status'];

/** A problem as answer; its status is part of the type, so that a route can only give what it documents. */
export type ProblemAnswer<Code extends ProblemCode> = TypedResponse<Problem, StatusOf<Code>, 'json'>;

/** Answers with a problem; a 503 carries Retry-After. */
export function answerProblem<Code extends ProblemCode>(
  c: ApiContext,
  code: Code,
  errors?: readonly FieldError[],
): Response & ProblemAnswer<Code> {
  const status: StatusOf<Code> = PROBLEMS[code].status;
  const body = toProblem(errors === undefined ? { code } : { code, errors }, c.get('requestId'));
  const retry: Record<string, string> = status === 503 ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {};
  return c.json(body, status, { ...retry, 'Content-Type': PROBLEM_MEDIA_TYPE, 'Cache-Control': 'no-store' });
}

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
