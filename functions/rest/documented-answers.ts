import type * as z from 'zod';
import { PROBLEM_MEDIA_TYPE, PROBLEMS, problem, type ProblemCode } from '../../shared/contract/problem.ts';

/** A JSON answer for the OpenAPI document. */
export function jsonAnswer<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } };
}

/** A problem for the OpenAPI document. */
export function problemAnswer(...codes: ProblemCode[]) {
  return {
    description: codes.map((code) => PROBLEMS[code].title).join('; '),
    content: { [PROBLEM_MEDIA_TYPE]: { schema: problem } },
  };
}
