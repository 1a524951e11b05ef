import * as z from 'zod';
import { FIELD_CODE_NAMES } from './field-codes.ts';
import type { FieldError } from './field-errors.ts';

/** Every kind of failure of the API: HTTP status, short title, and the cure. Codes are never given another meaning. */
export const PROBLEMS = {
  'invalid-request': {
    status: 400,
    title: 'The request is not valid',
    detail:
      'Each entry of errors names a field by JSON Pointer and what is wrong with it. Correct them and send again.',
  },
  'not-authenticated': {
    status: 401,
    title: 'The request names no valid key',
    detail: 'Send the key you were given in the Authorization header: Bearer, a blank, the key.',
  },
  'scope-missing': {
    status: 403,
    title: 'The key does not allow this',
    detail: 'The key is valid for other routes. Ask the operator for one that allows this as well.',
  },
  'not-found': {
    status: 404,
    title: 'No such resource',
    detail: 'Nothing is served at this path. /openapi.json lists what is.',
  },
  'offer-not-found': {
    status: 404,
    title: 'No such offer',
    detail: 'The offer is not in the current catalogue: it has ended, was withdrawn, or never existed.',
  },
  'import-not-found': {
    status: 404,
    title: 'No such import',
    detail: 'No import of this id was sent with a key of yours, or it is too long ago.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'The path does not know this method',
    detail: 'The Allow header lists the methods of this path.',
  },
  'not-acceptable': {
    status: 406,
    title: 'The answer cannot be given in an accepted format',
    detail:
      'Answers are application/json: name it, application/* or */* in the Accept header, or leave the header out.',
  },
  'import-running': {
    status: 409,
    title: 'The same import is still running',
    detail: 'It was sent before with this Idempotency-Key. Ask for it again after a few seconds.',
  },
  'feed-full': {
    status: 409,
    title: 'The feed holds as many offers as it may',
    detail: 'Delete offers that have ended, or send all offers as a file to POST /v1/partners/me/imports.',
  },
  'feed-imported': {
    status: 409,
    title: 'The offers of this feed come from a file',
    detail: 'They are not written one by one. Send a new file, or state facts beside them as a table.',
  },
  'catalogue-changed': {
    status: 410,
    title: 'The cursor is no longer valid',
    detail: 'The offers have changed since the first page. Start again without a cursor.',
  },
  'version-changed': {
    status: 412,
    title: 'The offer is not what the request believes it to be',
    detail:
      'The ETag header names its current version; without one there is no such offer. Read it and decide again.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    detail: 'A body may have 16384 bytes. Shorten lists; the OpenAPI document names their limits.',
  },
  'upload-too-large': {
    status: 413,
    title: 'The body is too large',
    detail:
      'An offer may have 65536 bytes, a table or file 4194304. Send a table in parts, and a larger file to an address of POST /v1/partners/me/uploads.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is not declared as JSON',
    detail: 'Send the body with Content-Type: application/json.',
  },
  'not-a-table': {
    status: 415,
    title: 'The body is not declared as a table',
    detail:
      'Send Content-Type: text/csv, or application/vnd.openxmlformats-officedocument.spreadsheetml.sheet for XLSX.',
  },
  'key-used-otherwise': {
    status: 422,
    title: 'The Idempotency-Key belongs to another request',
    detail: 'Another body or other parameters were sent with it in the last 24 hours. Take a new key.',
  },
  'precondition-required': {
    status: 428,
    title: 'The request does not say which version it is about',
    detail: 'Send the ETag of the offer as If-Match (not * and not weak), or If-None-Match: * to create one.',
  },
  'quota-exceeded': {
    status: 429,
    title: 'The quota of the partner is used up',
    detail:
      'The RateLimit fields name it. Try again after the seconds named in Retry-After, and send many offers as a file.',
  },
  'internal-error': {
    status: 500,
    title: 'Something failed on our side',
    detail: 'The failure was recorded under the request id in instance. Trying again later may help.',
  },
  'temporary-reduced-capacity': {
    status: 503,
    title: 'The offers cannot be read at the moment',
    detail: 'The store does not answer. Try again after the seconds named in Retry-After.',
  },
  'feed-busy': {
    status: 503,
    title: 'The feed is being written at the moment',
    detail: 'Another request writes to it. Try again after the seconds named in Retry-After.',
  },
  'no-catalogue-yet': {
    status: 503,
    title: 'No offers have been imported yet',
    detail: 'The first import is still running. Try again after the seconds named in Retry-After.',
  },
} as const satisfies Record<
  string,
  { readonly status: number; readonly title: string; readonly detail: string }
>;

/** The stable code of a problem; its `type` is `urn:vereinbar:problem:<code>`. */
export type ProblemCode = keyof typeof PROBLEMS;

/** Media type of every failure, RFC 9457. */
export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Body of every failure. */
export const problem = z
  .strictObject({
    type: z.string().meta({
      description: 'urn:vereinbar:problem:<code>',
      examples: ['urn:vereinbar:problem:invalid-request'],
    }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'The cure; never a submitted value.' }),
    instance: z.string().meta({ description: 'URN of the request id, for questions to the operator.' }),
    errors: z
      .array(
        z.strictObject({
          pointer: z
            .string()
            .meta({ description: 'JSON Pointer; empty = the whole body. Query parameters: /name.' }),
          code: z.enum(FIELD_CODE_NAMES),
          detail: z.string().meta({ description: 'The cure.' }),
          meant: z
            .string()
            .optional()
            .meta({ description: 'The documented name an unknown field comes closest to.' }),
          allowed: z
            .strictObject({ from: z.number().optional(), to: z.number().optional() })
            .optional()
            .meta({ description: 'The range, both ends included, of a number that lies outside.' }),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details.' });

/** A failure as JSON. */
export type Problem = z.infer<typeof problem>;

/** What a problem is made from. */
export type ProblemCause = { readonly code: ProblemCode; readonly errors?: readonly FieldError[] };
