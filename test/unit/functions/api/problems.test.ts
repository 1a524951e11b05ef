import { describe, expect, test } from 'vitest';
import { PROBLEMS, problem } from '../../../../shared/contract/problem.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { apiOver } from '../../../support/api-under-test.ts';
import { someOffer } from '../../../support/some-offer.ts';

const OFFERS = [someOffer('vhs:1')];
const down = () => Promise.reject(new StoreUnavailable('out'));

/** Checks that an answer is the problem of RFC 9457 with this code, and gives its body. */
async function problemOf(response: Response, code: keyof typeof PROBLEMS) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const body = problem.parse(await response.json());
  expect(body).toMatchObject({
    type: `urn:vereinbar:problem:${code}`,
    status: PROBLEMS[code].status,
    instance: `urn:vereinbar:request:${response.headers.get('x-request-id') ?? ''}`,
  });
  expect(response.status).toBe(PROBLEMS[code].status);
  return body;
}

describe('a failure is a problem with its cure', () => {
  test('400 for a body that is no JSON', async () => {
    const api = await apiOver(OFFERS);
    for (const body of ['{"age": 29', '', 'null garbage', '{"a":1}}']) {
      const { errors } = await problemOf(await api.post('/v1/matches', body), 'invalid-request');
      expect(errors, body).toMatchObject([{ pointer: '', code: 'not-json' }]);
    }
  });

  test('400 for JSON that is no object', async () => {
    const api = await apiOver(OFFERS);
    for (const body of ['null', '[]', '"text"', '1']) {
      const { errors } = await problemOf(await api.post('/v1/matches', body), 'invalid-request');
      expect(errors, body).toMatchObject([{ pointer: '', code: 'wrong-type' }]);
    }
  });

  test('400 names every wrong field by pointer, with the cure', async () => {
    const api = await apiOver(OFFERS);
    const body = { german: 'B7', busy: [{ days: ['mo'], from: '08:00', to: '08:00' }] };
    const { errors } = await problemOf(await api.post('/v1/matches', body), 'invalid-request');
    expect(errors?.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/busy/0/to slot-empty',
      '/german not-one-of',
    ]);
    expect(errors?.every(({ detail }) => detail.length > 10)).toBe(true);
  });

  test('400 for a postcode that does not exist, on both routes that take a situation', async () => {
    const api = await apiOver(OFFERS);
    for (const path of ['/v1/matches', '/v1/offers/vhs:1/explanation']) {
      const { errors } = await problemOf(
        await api.post(path, { home: { postcode: '00000' } }),
        'invalid-request',
      );
      expect(errors).toMatchObject([{ pointer: '/home/postcode', code: 'postcode-unknown' }]);
    }
  });

  test('404 for a path nobody serves, and for an offer that is not there', async () => {
    const api = await apiOver(OFFERS);
    await problemOf(await api.app.request('/v2/matches'), 'not-found');
    await problemOf(await api.app.request('/v1/offers/vhs:2'), 'offer-not-found');
    await problemOf(await api.app.request('/v1/offers/no%20id'), 'offer-not-found');
  });

  test('405 with the methods the path knows', async () => {
    const api = await apiOver(OFFERS);
    const response = await api.app.request('/v1/matches');
    await problemOf(response, 'method-not-allowed');
    expect(response.headers.get('allow')).toBe('POST');
    const other = await api.app.request('/v1/offers/vhs:1', { method: 'DELETE' });
    expect(other.headers.get('allow')).toBe('GET, HEAD');
  });

  test('405 for a GET that asks to be taken for a POST by a header', async () => {
    const api = await apiOver(OFFERS);
    const response = await api.app.request('/v1/matches', { headers: { 'x-http-method-override': 'POST' } });
    await problemOf(response, 'method-not-allowed');
  });

  test.each([
    'text/html',
    'application/xml;q=0.9, text/*',
    'application/json;q=0',
    '*/*, application/json;q=0.0',
  ])('406 for Accept: %s', async (accept) => {
    const api = await apiOver(OFFERS);
    await problemOf(await api.app.request('/v1/offers', { headers: { accept } }), 'not-acceptable');
  });

  test.each(['*/*', 'application/*', 'text/html, application/json;q=0.5', 'APPLICATION/JSON; charset=utf-8'])(
    'no failure for Accept: %s',
    async (accept) => {
      const api = await apiOver(OFFERS);
      expect((await api.app.request('/v1/offers', { headers: { accept } })).status).toBe(200);
    },
  );

  test('413 for a body of more than 16 KiB, with and without a stated length; not for one of exactly 16 KiB', async () => {
    const api = await apiOver(OFFERS);
    const exact = `{"age":29${' '.repeat(16 * 1024 - 10)}}`;
    expect((await api.post('/v1/matches', exact)).status).toBe(200);
    await problemOf(await api.post('/v1/matches', `${exact} `), 'body-too-large');
    const length = { 'content-length': String(exact.length + 1) };
    await problemOf(await api.post('/v1/matches', `${exact} `, length), 'body-too-large');
  });

  test('415 for a body that is not declared as JSON, or not declared', async () => {
    const api = await apiOver(OFFERS);
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', '']) {
      await problemOf(await api.post('/v1/matches', {}, { 'content-type': type }), 'unsupported-media-type');
    }
    const good = await api.post('/v1/matches', {}, { 'content-type': 'application/json; charset=utf-8' });
    expect(good.status).toBe(200);
  });

  test('500 carries the request id and nothing of the error', async () => {
    const api = await apiOver(OFFERS, {
      match: () => {
        throw new TypeError('the answer was 42');
      },
    });
    const body = await problemOf(await api.post('/v1/matches', {}), 'internal-error');
    expect(JSON.stringify(body)).not.toContain('42');
    expect(api.logged).toHaveLogged('request-failed', { error: 'TypeError', requestId: 'request-1' });
    expect(api.logged).toHaveLogged('request-completed', { status: 500, route: '/v1/matches' });
  });

  test('503 with Retry-After when the store is down and memory is empty, and the next request tries again', async () => {
    let isDown = true;
    const api = await apiOver(OFFERS, {
      catalogues: (store) => ({
        ...store,
        readPointers: async (region) => (isDown ? down() : store.readPointers(region)),
      }),
    });
    const response = await api.post('/v1/matches', {});
    await problemOf(response, 'temporary-reduced-capacity');
    expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(2);
    isDown = false;
    expect((await api.post('/v1/matches', {})).status).toBe(200);
  });

  test('503 before the first catalogue is published', async () => {
    const api = await apiOver([]);
    await problemOf(await api.post('/v1/matches', {}), 'no-catalogue-yet');
    await problemOf(await api.app.request('/v1/offers'), 'no-catalogue-yet');
  });

  test('503 when the full text of an offer cannot be read', async () => {
    const api = await apiOver(OFFERS, { offerStore: (store) => ({ ...store, readVersion: down }) });
    await problemOf(await api.app.request('/v1/offers/vhs:1'), 'temporary-reduced-capacity');
  });
});

describe('every answer', () => {
  test('has the headers that keep browsers from running, framing or sniffing it', async () => {
    const api = await apiOver(OFFERS);
    const answers = await Promise.all([
      api.post('/v1/matches', {}),
      api.post('/v1/matches', '{'),
      api.app.request('/v1/offers'),
      api.app.request('/nowhere'),
      api.app.request('/openapi.json'),
    ]);
    for (const { headers } of answers) {
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
      );
      expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains; preload');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('set-cookie')).toBeNull();
    }
  });

  test('leaves one line in the log: route template, method, status, duration, id', async () => {
    const api = await apiOver(OFFERS);
    await api.app.request('/v1/offers/vhs:1?secret=1');
    const line = JSON.parse(api.logged.lines.at(-1)!) as Record<string, unknown>;
    expect(Object.keys(line)).toEqual([
      'at',
      'level',
      'code',
      'says',
      'requestId',
      'route',
      'method',
      'status',
      'durationMs',
    ]);
    expect(api.logged).toHaveLogged('request-completed', {
      route: '/v1/offers/:id',
      method: 'GET',
      status: 200,
      requestId: 'request-1',
    });
    expect(api.logged.lines.filter((text) => text.includes('request-completed'))).toHaveLength(1);
  });

  test('has the id of the front door where there is one, never the caller’s', async () => {
    const api = await apiOver(OFFERS);
    const env = { requestContext: { requestId: '0f6c-front-door' } };
    const response = await api.app.request('/healthz', { headers: { 'x-request-id': 'mine' } }, env);
    expect(response.headers.get('x-request-id')).toBe('0f6c-front-door');
    const forged = await api.app.request('/healthz', {}, { requestContext: { requestId: 'a b\n' } });
    expect(forged.headers.get('x-request-id')).toBe('request-1');
  });
});
