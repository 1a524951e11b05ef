import { beforeEach, describe, expect, it } from 'vitest';
import { problem } from '../../../../shared/contract/problem.ts';
import { partnerApi, WRITER } from '../../../support/partner-under-test.ts';

const PATH = '/v1/partners/me/offers/k-1';
const FIELDS = /^"partner";r=(\d+);t=(\d+)$/;
const OTHER = { ...WRITER, feed: 'other-feed' as typeof WRITER.feed };

let api: ReturnType<typeof partnerApi>;
beforeEach(() => {
  api = partnerApi();
});
const left = (response: Response) =>
  FIELDS.exec(response.headers.get('ratelimit') ?? '')
    ?.slice(1)
    .map(Number);
async function useUp() {
  await Promise.all(Array.from({ length: 300 }, () => api.ask(PATH)));
}

describe('the quota of a partner', () => {
  it('is told with every answer, also with a failure', async () => {
    api.time.now += 15_000;
    const first = await api.ask(PATH);
    expect(first.status).toBe(404);
    expect(first.headers.get('ratelimit-policy')).toBe('"partner";q=300;w=60');
    expect(left(first)).toEqual([299, 45]);
    expect(left(await api.ask('/v1/partners/me/nothing'))).toEqual([298, 45]);
    expect(left(await api.ask(PATH, { method: 'PUT', body: {} }))).toEqual([297, 45]);
  });

  it('once used up refuses until the next minute, which Retry-After names, and does nothing', async () => {
    await useUp();
    const refused = await api.ask(PATH, { method: 'DELETE', headers: { 'if-match': '"x"' } });
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(problem.parse(await refused.json()).type).toBe('urn:vereinbar:problem:quota-exceeded');
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(left(refused)).toEqual([0, 60]);
    expect(api.logged).toHaveLogged('partner-quota-exceeded', { feed: 'traeger' });
    api.time.now += 60_000;
    expect(left(await api.ask(PATH))).toEqual([299, 60]);
  });

  it('is that of one feed: others are served', async () => {
    await useUp();
    expect((await api.ask(PATH)).status).toBe(429);
    expect((await api.ask(PATH, { as: OTHER })).status).toBe(404);
  });

  it('is counted for nobody who was not recognised', async () => {
    const response = await api.ask(PATH, { as: 'nobody' });
    expect(response.status).toBe(401);
    expect(response.headers.has('ratelimit')).toBe(false);
    expect(left(await api.ask(PATH))).toEqual([299, 60]);
  });
});
