import { FIELD_CODES } from './field-codes.ts';
import { PROBLEMS, type Problem, type ProblemCause } from './problem.ts';

/** The body of a failure; `requestId` is ours, never the caller's. */
export function toProblem(cause: ProblemCause, requestId: string): Problem {
  const { status, title, detail } = PROBLEMS[cause.code];
  return {
    type: `urn:vereinbar:problem:${cause.code}`,
    title,
    status,
    detail,
    instance: `urn:vereinbar:request:${requestId}`,
    errors: cause.errors?.map(({ pointer, code, meant, allowed }) => ({
      pointer,
      code,
      detail: FIELD_CODES[code],
      ...(meant === undefined ? {} : { meant }),
      ...(allowed === undefined ? {} : { allowed }),
    })),
  };
}
