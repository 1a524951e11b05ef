import { createConnection } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { createRestHandler, type RestHandler } from '../../../../functions/rest/rest-handler.ts';
import { startRestServer, type RestServer } from '../../../../functions/local/rest-server.ts';
import { apiOver } from '../../../support/api-under-test.ts';
import { recordLog } from '../../../support/log-matcher.ts';
import { someOffer } from '../../../support/some-offer.ts';

const running: RestServer[] = [];

async function serve(handler: RestHandler) {
  const logged = recordLog();
  const started = await startRestServer({ handler, clock: () => 0, log: logged.log }, 0);
  if (!started.ok) throw new Error(started.failure);
  running.push(started.value);
  return { logged, port: started.value.port, url: `http://127.0.0.1:${started.value.port}` };
}

async function serveApi() {
  const api = await apiOver([someOffer('vhs:1')]);
  return serve(createRestHandler(api.app));
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

describe('the local server', () => {
  test('answers a match over HTTP as the app does', async () => {
    const { url } = await serveApi();
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${url}/v1/matches`, { method: 'POST', headers, body: '{"german":"B1"}' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toMatchObject({ matches: [{ offer: { id: 'vhs:1' } }] });
  });

  test('gives the event all that API Gateway documents', async () => {
    const events: unknown[] = [];
    const { url } = await serve((event) => {
      events.push(event);
      return Promise.resolve({ statusCode: 204, body: '', isBase64Encoded: false, multiValueHeaders: {} });
    });
    const body = new Uint8Array([0xff, 0xfe]);
    await fetch(`${url}/a%20b/c?x=1&x=%C3%A4&y=`, { method: 'PUT', body, headers: { 'X-One': 'two' } });
    expect(events[0]).toMatchObject({
      resource: '/{proxy+}',
      path: '/a%20b/c',
      httpMethod: 'PUT',
      headers: { 'X-One': 'two' },
      multiValueHeaders: { 'X-One': ['two'] },
      queryStringParameters: { x: 'ä', y: '' },
      multiValueQueryStringParameters: { x: ['1', 'ä'], y: [''] },
      pathParameters: { proxy: 'a%20b/c' },
      stageVariables: null,
      body: '//4=',
      isBase64Encoded: true,
      requestContext: { httpMethod: 'PUT', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown },
    });
  });

  test('answers 413 for more than the front door lets through, and goes on serving', async () => {
    const { url } = await serveApi();
    const headers = { 'content-type': 'application/json' };
    const body = ' '.repeat(10 * 1024 * 1024 + 1);
    const refused = await fetch(`${url}/v1/matches`, { method: 'POST', headers, body }).then(
      (response) => response.status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(refused);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('answers 500 with the request id alone when the handler fails', async () => {
    const { url, logged } = await serve(() => Promise.reject(new RangeError('secret')));
    const response = await fetch(url);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret');
    expect(logged).toHaveLogged('request-failed', { error: 'RangeError' });
  });

  test('survives a client that goes away in the middle of its body', async () => {
    const { url, port } = await serveApi();
    await new Promise<void>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => {
        socket.write('POST /v1/matches HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"german"');
        socket.destroy();
      });
      socket.once('close', () => {
        resolve();
      });
    });
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });

  test('says so when its port is taken', async () => {
    const { port } = await serveApi();
    const second = await startRestServer(
      { handler: () => Promise.reject(new Error('unused')), clock: () => 0, log: recordLog().log },
      port,
    );
    expect(second).toEqual({ ok: false, failure: 'port-in-use' });
  });
});
