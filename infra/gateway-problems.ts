import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/** What the front door answers by itself, before a function is asked, and for which kinds of failure. */
type GatewayProblem = {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly of: readonly ResponseType[];
};

/** The answer to every kind of failure that the front door knows. */
const PROBLEMS: readonly GatewayProblem[] = [
  {
    code: 'invalid-request',
    status: 400,
    title: 'The request is not valid',
    detail: 'Its form is not HTTP as the OpenAPI document describes it. Correct it and send again.',
    of: [ResponseType.BAD_REQUEST_BODY, ResponseType.BAD_REQUEST_PARAMETERS, ResponseType.DEFAULT_4XX],
  },
  {
    code: 'not-authenticated',
    status: 401,
    title: 'The request names no valid key',
    detail: 'Send the key you were given in the Authorization header: Bearer, a blank, the key.',
    of: [
      // What the authorizer refuses; nothing else of ours answers so.
      ResponseType.ACCESS_DENIED,
      ResponseType.EXPIRED_TOKEN,
      ResponseType.INVALID_API_KEY,
      ResponseType.INVALID_SIGNATURE,
      ResponseType.UNAUTHORIZED,
    ],
  },
  {
    code: 'access-refused',
    status: 403,
    title: 'The request was refused',
    detail:
      'The front door let the request not pass. If it was an ordinary one, tell the operator the request id in instance.',
    of: [ResponseType.WAF_FILTERED],
  },
  {
    code: 'not-found',
    status: 404,
    title: 'No such resource',
    detail: 'Nothing is served at this path. /openapi.json lists what is.',
    of: [ResponseType.MISSING_AUTHENTICATION_TOKEN, ResponseType.RESOURCE_NOT_FOUND],
  },
  {
    code: 'body-too-large',
    status: 413,
    title: 'The body is too large',
    detail: 'The OpenAPI document names the limits of bodies and of lists. Shorten the request.',
    of: [ResponseType.REQUEST_TOO_LARGE],
  },
  {
    code: 'unsupported-media-type',
    status: 415,
    title: 'The body is not declared as JSON',
    detail: 'Send the body with Content-Type: application/json.',
    of: [ResponseType.UNSUPPORTED_MEDIA_TYPE],
  },
  {
    code: 'too-many-requests',
    status: 429,
    title: 'Too many requests at once',
    detail: 'Try again after the seconds named in Retry-After.',
    of: [ResponseType.QUOTA_EXCEEDED, ResponseType.THROTTLED],
  },
  {
    code: 'internal-error',
    status: 500,
    title: 'Something failed on our side',
    detail: 'The failure was recorded under the request id in instance. Trying again later may help.',
    of: [
      ResponseType.API_CONFIGURATION_ERROR,
      ResponseType.AUTHORIZER_CONFIGURATION_ERROR,
      ResponseType.AUTHORIZER_FAILURE,
      ResponseType.DEFAULT_5XX,
      ResponseType.INTEGRATION_FAILURE,
    ],
  },
  {
    code: 'answer-timed-out',
    status: 504,
    title: 'The answer took too long',
    detail: 'Trying again may help; a smaller request is answered faster.',
    of: [ResponseType.INTEGRATION_TIMEOUT],
  },
];

const RETRY_AFTER_SECONDS = '5';

/** Makes every answer of the front door itself problem+json (RFC 9457), with headers as the functions send them. */
export function addGatewayProblems(api: RestApi): void {
  for (const { of: types, ...problem } of PROBLEMS)
    for (const type of types) addGatewayProblem(api, type, problem);
}

function addGatewayProblem(
  api: RestApi,
  type: ResponseType,
  { code, status, title, detail }: Omit<GatewayProblem, 'of'>,
): void {
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
      ...(status === 401 ? { 'www-authenticate': "'Bearer'" } : {}),
      ...(status === 429 ? { 'retry-after': `'${RETRY_AFTER_SECONDS}'` } : {}),
    },
  });
}
