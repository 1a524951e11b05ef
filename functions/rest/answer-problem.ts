import type { Context, TypedResponse } from 'hono';
import type { FieldError } from '../../shared/contract/field-errors.ts';
import {
  PROBLEM_MEDIA_TYPE,
  PROBLEMS,
  type Problem,
  type ProblemCode,
} from '../../shared/contract/problem.ts';
import { toProblem } from '../../shared/contract/to-problem.ts';
import type { RestEnv } from './request-log.ts';

/** Seconds after which a client may ask again when there is nothing to answer from. */
const RETRY_AFTER_SECONDS = 2;

/** The HTTP status of a problem. */
type StatusOf<Code extends ProblemCode> = (typeof PROBLEMS)[Code]['status'];

/** A problem as answer; its status is part of the type, so that a route can only give what it documents. */
export type ProblemAnswer<Code extends ProblemCode> = TypedResponse<Problem, StatusOf<Code>, 'json'>;

/** Answers with a problem; a 503 carries Retry-After. */
export function answerProblem<Code extends ProblemCode>(
  c: Context<RestEnv>,
  code: Code,
  errors?: readonly FieldError[],
): Response & ProblemAnswer<Code> {
  const status: StatusOf<Code> = PROBLEMS[code].status;
  const body = toProblem(errors === undefined ? { code } : { code, errors }, c.get('requestId'));
  const retry: Record<string, string> = status === 503 ? { 'Retry-After': String(RETRY_AFTER_SECONDS) } : {};
  return c.json(body, status, { ...retry, 'Content-Type': PROBLEM_MEDIA_TYPE, 'Cache-Control': 'no-store' });
}
