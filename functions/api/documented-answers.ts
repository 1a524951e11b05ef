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

/** Problems of every route that answers from the catalogue with a body sent as JSON. */
export const POST_PROBLEMS = {
  400: problemAnswer('invalid-request'),
  406: problemAnswer('not-acceptable'),
  413: problemAnswer('body-too-large'),
  415: problemAnswer('unsupported-media-type'),
  500: problemAnswer('internal-error'),
  503: problemAnswer('temporary-reduced-capacity', 'no-catalogue-yet'),
};
