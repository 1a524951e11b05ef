import type { Context } from 'hono';
import type { RestEnv } from '../rest/request-log.ts';
import { etagOf } from './preconditions.ts';
import { answerProblem, type ProblemAnswer } from '../rest/answer-problem.ts';

/** Failures of a use-case that are a problem of their own name, but for those of a feed that cannot be read. */
const FAILURES = {
  'feed-busy': 'feed-busy',
  'feed-damaged': 'temporary-reduced-capacity',
  'feed-full': 'feed-full',
  'feed-imported': 'feed-imported',
  'offer-not-found': 'offer-not-found',
  'no-catalogue': 'no-catalogue-yet',
  'import-running': 'import-running',
  'import-not-found': 'import-not-found',
  'key-used-otherwise': 'key-used-otherwise',
} as const;

/** Answers with the problem of a use-case's failure. */
export function answerFailure<Failure extends keyof typeof FAILURES>(
  c: Context<RestEnv>,
  failure: Failure,
): Response & ProblemAnswer<(typeof FAILURES)[Failure]> {
  return answerProblem(c, FAILURES[failure]);
}

/** 412 with the version that is current, if there is one. */
export function answerStale(
  c: Context<RestEnv>,
  version: string | undefined,
): Response & ProblemAnswer<'version-changed'> {
  if (version !== undefined) c.header('ETag', etagOf(version));
  return answerProblem(c, 'version-changed');
}
