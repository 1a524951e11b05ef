import type { IncomingMessage } from 'node:http';
import type { RestEvent } from '../rest/rest-event.ts';

/** The whole proxy event (payload 1.0) as API Gateway documents it, so that what works here works there. */
export type ProxyEvent = RestEvent & {
  readonly resource: string;
  readonly pathParameters: Record<string, string> | null;
  readonly stageVariables: null;
  readonly requestContext: {
    readonly requestId: string;
    readonly httpMethod: string;
    readonly path: string;
    readonly resourcePath: string;
    readonly stage: string;
    readonly protocol: string;
    readonly domainName: string;
    readonly requestTimeEpoch: number;
    readonly identity: { readonly sourceIp: string };
  };
};

function headerLists(rawHeaders: readonly string[]): Record<string, string[]> {
  const lists = new Map<string, string[]>();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    lists.set(name, [...(lists.get(name) ?? []), rawHeaders[at + 1] ?? '']);
  }
  return Object.fromEntries(lists);
}

function queryLists(query: string): Record<string, string[]> {
  const parameters = new URLSearchParams(query);
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]));
}

function lastOfEach(lists: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? '']));
}

/** A request to the local server as the event the front door would make of it; text bodies as text, others in base64. */
export function toProxyEvent(
  request: Pick<IncomingMessage, 'method' | 'url' | 'rawHeaders'>,
  body: Buffer,
  about: { readonly requestId: string; readonly now: number },
): ProxyEvent {
  const [path = '/', query = ''] = splitOnce(request.url ?? '/', '?');
  const httpMethod = request.method ?? 'GET';
  const multiValueHeaders = headerLists(request.rawHeaders);
  const multiValueQueryStringParameters = queryLists(query);
  const text = body.toString('utf8');
  const isText = Buffer.from(text, 'utf8').equals(body);
  return {
    resource: '/{proxy+}',
    path,
    httpMethod,
    headers: lastOfEach(multiValueHeaders),
    multiValueHeaders,
    queryStringParameters: query === '' ? null : lastOfEach(multiValueQueryStringParameters),
    multiValueQueryStringParameters: query === '' ? null : multiValueQueryStringParameters,
    pathParameters: { proxy: path.slice(1) },
    stageVariables: null,
    body: body.length === 0 ? null : isText ? text : body.toString('base64'),
    isBase64Encoded: body.length > 0 && !isText,
    requestContext: {
      requestId: about.requestId,
      httpMethod,
      path,
      resourcePath: '/{proxy+}',
      stage: 'local',
      protocol: 'HTTP/1.1',
      domainName: '127.0.0.1',
      requestTimeEpoch: about.now,
      identity: { sourceIp: '127.0.0.1' },
    },
  };
}

function splitOnce(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}
