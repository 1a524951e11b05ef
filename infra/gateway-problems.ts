import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** What the front door answers by itself, before a function is asked. */
type GatewayProblem = {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
};

const NOT_FOUND: GatewayProblem = {
  code: 'not-found',
  status: 404,
  title: 'No such resource',
  detail: 'Nothing is served at this path. /openapi.json lists what is.',
};
const REFUSED: GatewayProblem = {
  code: 'access-refused',
  status: 403,
  title: 'The request was refused',
  detail:
    'The front door let the request not pass. If it was an ordinary one, tell the operator the request id in instance.',
};
const NO_KEY: GatewayProblem = {
  code: 'not-authenticated',
  status: 401,
  title: 'The request names no valid key',
  detail: 'Send the key you were given in the Authorization header.',
};
const INVALID: GatewayProblem = {
  code: 'invalid-request',
  status: 400,
  title: 'The request is not valid',
  detail: 'Its form is not HTTP as the OpenAPI document describes it. Correct it and send again.',
};
const TOO_LARGE: GatewayProblem = {
  code: 'body-too-large',
  status: 413,
  title: 'The body is too large',
  detail: 'A body may have 16384 bytes. Shorten lists; the OpenAPI document names their limits.',
};
const WRONG_TYPE: GatewayProblem = {
  code: 'unsupported-media-type',
  status: 415,
  title: 'The body is not declared as JSON',
  detail: 'Send the body with Content-Type: application/json.',
};
const TOO_MANY: GatewayProblem = {
  code: 'too-many-requests',
  status: 429,
  title: 'Too many requests at once',
  detail: 'Try again after the seconds named in Retry-After.',
};
const OURS: GatewayProblem = {
  code: 'internal-error',
  status: 500,
  title: 'Something failed on our side',
  detail: 'The failure was recorded under the request id in instance. Trying again later may help.',
};
const TOO_SLOW: GatewayProblem = {
  code: 'answer-timed-out',
  status: 504,
  title: 'The answer took too long',
  detail: 'Trying again may help; a smaller request is answered faster.',
};

/** The answer to every kind of failure that the front door knows. */
const ANSWERS: readonly (readonly [ResponseType, GatewayProblem])[] = [
  [ResponseType.ACCESS_DENIED, REFUSED],
  [ResponseType.API_CONFIGURATION_ERROR, OURS],
  [ResponseType.AUTHORIZER_CONFIGURATION_ERROR, OURS],
  [ResponseType.AUTHORIZER_FAILURE, OURS],
  [ResponseType.BAD_REQUEST_BODY, INVALID],
  [ResponseType.BAD_REQUEST_PARAMETERS, INVALID],
  [ResponseType.DEFAULT_4XX, INVALID],
  [ResponseType.DEFAULT_5XX, OURS],
  [ResponseType.EXPIRED_TOKEN, NO_KEY],
  [ResponseType.INTEGRATION_FAILURE, OURS],
  [ResponseType.INTEGRATION_TIMEOUT, TOO_SLOW],
  [ResponseType.INVALID_API_KEY, NO_KEY],
  [ResponseType.INVALID_SIGNATURE, NO_KEY],
  [ResponseType.MISSING_AUTHENTICATION_TOKEN, NOT_FOUND],
  [ResponseType.QUOTA_EXCEEDED, TOO_MANY],
  [ResponseType.REQUEST_TOO_LARGE, TOO_LARGE],
  [ResponseType.RESOURCE_NOT_FOUND, NOT_FOUND],
  [ResponseType.THROTTLED, TOO_MANY],
  [ResponseType.UNAUTHORIZED, NO_KEY],
  [ResponseType.UNSUPPORTED_MEDIA_TYPE, WRONG_TYPE],
  [ResponseType.WAF_FILTERED, REFUSED],
];

const RETRY_AFTER_SECONDS = '5';

/** Makes every answer of the front door itself problem+json (RFC 9457), with headers as the functions send them. */
export function addGatewayProblems(api: RestApi): void {
  for (const [type, { code, status, title, detail }] of ANSWERS) {
    const body = {
      type: `urn:vereinbar:problem:${code}`,
      title,
      status,
      detail,
      instance: 'urn:vereinbar:request:$context.requestId',
    };
    api.addGatewayResponse(type.responseType, {
      type,
      statusCode: String(status),
      templates: { 'application/json': JSON.stringify(body) },
      responseHeaders: {
        'content-type': "'application/problem+json'",
        'cache-control': "'no-store'",
        'x-content-type-options': "'nosniff'",
        'strict-transport-security': "'max-age=63072000; includeSubDomains; preload'",
        ...(status === 429 ? { 'retry-after': `'${RETRY_AFTER_SECONDS}'` } : {}),
      },
    });
  }
}
