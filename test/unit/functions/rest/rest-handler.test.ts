import { afterEach, describe, expect, test, vi } from 'vitest';
import { createRestHandler } from '../../../../functions/rest/rest-handler.ts';
import { apiOver } from '../../../support/api-under-test.ts';
import { someOffer } from '../../../support/some-offer.ts';

/** A REST API proxy event with the fields AWS documents for payload format 1.0; values are our own. */
function proxyEvent(own: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    resource: '/{proxy+}',
    path: '/v1/offers',
    httpMethod: 'GET',
    headers: { Accept: 'application/json', Host: 'api.example.org', 'User-Agent': 'curl' },
    multiValueHeaders: { Accept: ['application/json'], Host: ['api.example.org'], 'User-Agent': ['curl'] },
    queryStringParameters: null,
    multiValueQueryStringParameters: null,
    pathParameters: { proxy: 'v1/offers' },
    stageVariables: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'abcdef1234',
      authorizer: null,
      domainName: 'api.example.org',
      domainPrefix: 'api',
      extendedRequestId: 'JKJaXmPLvHcESHA=',
      httpMethod: 'GET',
      identity: { sourceIp: '192.0.2.1', userAgent: 'curl', accessKey: null, clientCert: null },
      path: '/prod/v1/offers',
      protocol: 'HTTP/1.1',
      requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
      requestTime: '24/Mar/2025:06:00:00 +0000',
      requestTimeEpoch: 1742796000000,
      resourceId: '123456',
      resourcePath: '/{proxy+}',
      stage: 'prod',
    },
    body: null,
    isBase64Encoded: false,
    ...own,
  };
}

async function send(own: Record<string, unknown>) {
  const api = await apiOver([someOffer('vhs:1')]);
  const result = await createRestHandler(api.app)(proxyEvent(own));
  const body: unknown = result.body === '' ? undefined : JSON.parse(result.body);
  return { ...result, body, logged: api.logged };
}

const json = { 'Content-Type': ['application/json'] };
const post = { httpMethod: 'POST', path: '/v1/matches', multiValueHeaders: json };

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an event of the REST API', () => {
  test('is answered with status, headers and body, under the id of the front door', async () => {
    const { statusCode, isBase64Encoded, multiValueHeaders, body } = await send({});
    expect({ statusCode, isBase64Encoded }).toEqual({ statusCode: 200, isBase64Encoded: false });
    expect(multiValueHeaders).toMatchObject({
      'content-type': ['application/json'],
      'x-request-id': ['c6af9ac6-7b61-11e6-9a41-93e8deadbeef'],
    });
    expect(body).toMatchObject({ total: 1 });
  });

  test('gives its query, every value of it', async () => {
    const multiValueQueryStringParameters = { kind: ['course'], q: ['Deutsch B2 & mehr'] };
    expect((await send({ multiValueQueryStringParameters })).body).toMatchObject({ total: 0 });
    const queryStringParameters = { kind: 'job' };
    expect((await send({ queryStringParameters })).body).toMatchObject({ total: 0 });
  });

  test('gives its body as text or in base64', async () => {
    const text = JSON.stringify({ german: 'B1' });
    expect((await send({ ...post, body: text })).statusCode).toBe(200);
    const body = Buffer.from(text).toString('base64');
    expect((await send({ ...post, body, isBase64Encoded: true })).statusCode).toBe(200);
  });

  test('with a problem for an answer carries it as it is', async () => {
    const { statusCode, multiValueHeaders, isBase64Encoded } = await send({ ...post, body: '{' });
    expect(statusCode).toBe(400);
    expect(isBase64Encoded).toBe(false);
    expect(multiValueHeaders?.['content-type']).toEqual(['application/problem+json']);
  });

  test('that is a GET with a body is answered as if it had none', async () => {
    expect((await send({ body: '{"a":1}' })).statusCode).toBe(200);
  });

  test('with single headers only is read too', async () => {
    const sent = {
      ...post,
      multiValueHeaders: null,
      headers: { 'content-type': 'application/json' },
      body: '{}',
    };
    expect((await send(sent)).statusCode).toBe(200);
  });

  test('without a method of ours is a 405', async () => {
    for (const httpMethod of ['TRACE', 'CONNECT', 'BREW', '']) {
      expect((await send({ httpMethod })).statusCode, httpMethod).toBe(405);
    }
  });

  test('that is no such event is a problem, not a crash', async () => {
    const api = await apiOver([]);
    const handler = createRestHandler(api.app);
    for (const event of [null, {}, 'text', { rawPath: '/' }]) {
      expect((await handler(event)).statusCode).toBe(500);
    }
  });

  test('never has what is wrong with its address, host or headers printed', async () => {
    const printed = (['error', 'warn', 'log'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    const hostile = [
      { path: 'Kanarie1x' },
      { path: '//Kanarie2x:99999/%zz?#[' },
      { multiValueHeaders: { Host: ['Kanarie3x:port]['] }, headers: { Host: 'Kanarie3x:port][' } },
      { multiValueHeaders: { 'Kanarie 4x': ['a'], Accept: ['Kanarie5x\r\nset: 1'] } },
      { multiValueHeaders: { 'x-name': ['Kanarie6x Ayşe'] } },
      { requestContext: { requestId: 'Kanarie7x\n', domainName: 'Kanarie8x [' } },
      { body: 'Kanarie9x', httpMethod: 'HEAD' },
    ];
    for (const own of hostile) {
      const { logged, body } = await send(own);
      expect(`${JSON.stringify(body)} ${logged.lines.join('')}`).not.toMatch(/Kanarie/);
    }
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([]);
  });
});
