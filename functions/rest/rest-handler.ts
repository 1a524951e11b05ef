import type { Env, Hono } from 'hono';
import {
  defaultIsContentTypeBinary,
  handle,
  type APIGatewayProxyResult,
  type LambdaEvent,
} from 'hono/aws-lambda';
import { PROBLEM_MEDIA_TYPE, PROBLEMS, type ProblemCode } from '../../shared/contract/problem.ts';
import { toProblem } from '../../shared/contract/to-problem.ts';
import { headersOf, queryOf, restEvent, type ParsedRestEvent } from './rest-event.ts';

// hono marks its Lambda adapter as deprecated in favour of a package that is not published yet.

/** The answer to a REST API proxy event. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
export type RestResult = APIGatewayProxyResult;

/** Takes an event of API Gateway's REST API (payload 1.0) and answers it; never throws for what a caller sent. */
export type RestHandler = (event: unknown) => Promise<RestResult>;

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const WITHOUT_BODY = ['GET', 'HEAD'];

/** An answer that is given before there is a request to give to the app. */
export function problemResult(code: ProblemCode, requestId: string): RestResult {
  return {
    statusCode: PROBLEMS[code].status,
    isBase64Encoded: false,
    body: JSON.stringify(toProblem({ code }, requestId)),
    multiValueHeaders: {
      'content-type': [PROBLEM_MEDIA_TYPE],
      'cache-control': ['no-store'],
      'x-content-type-options': ['nosniff'],
    },
  };
}

/**
 * The event rebuilt of what the app may know: a host of ours (the caller's would be put into an address, and what is
 * wrong with an address is printed with it), no caller's address, and no body where the method has none.
 */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
function rebuiltEvent(event: ParsedRestEvent): LambdaEvent {
  const { httpMethod, path, body, isBase64Encoded, requestContext } = event;
  const hasBody = !WITHOUT_BODY.includes(httpMethod) && typeof body === 'string';
  return {
    version: '1.0',
    resource: '/{proxy+}',
    httpMethod,
    path: path.startsWith('/') ? path : `/${path}`,
    headers: {},
    multiValueHeaders: headersOf(event),
    multiValueQueryStringParameters: queryOf(event),
    body: hasBody ? body : null,
    isBase64Encoded,
    requestContext: {
      requestId: requestContext.requestId,
      domainName: 'localhost',
      accountId: '',
      apiId: '',
      authorizer: { ...requestContext.authorizer },
      domainPrefix: '',
      extendedRequestId: '',
      httpMethod,
      identity: { sourceIp: '', userAgent: '' },
      path: '',
      protocol: '',
      requestTime: '',
      requestTimeEpoch: 0,
      resourcePath: '',
      stage: '',
    },
  };
}

/** Text stays text, but for CSV: its byte order mark would be lost on the way. */
function isBinary(contentType: string): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  return contentType.startsWith('text/csv') || defaultIsContentTypeBinary(contentType);
}

/** An app behind API Gateway's REST API. The same function runs in the Lambda and in the local system. */
export function createRestHandler<E extends Env>(app: Hono<E>): RestHandler {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- see above
  const answer = handle(app, { isContentTypeBinary: isBinary });
  return async (event) => {
    const parsed = restEvent.safeParse(event);
    if (!parsed.success) return problemResult('internal-error', 'unknown');
    const { httpMethod, requestContext } = parsed.data;
    if (!METHODS.includes(httpMethod)) return problemResult('method-not-allowed', requestContext.requestId);
    return answer(rebuiltEvent(parsed.data));
  };
}
