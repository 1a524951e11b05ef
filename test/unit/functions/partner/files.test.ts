import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { importReport } from '../../../../shared/contract/partner-import.ts';
import { uploadAnswer } from '../../../../shared/contract/partner-upload.ts';
import { problem, type ProblemCode } from '../../../../shared/contract/problem.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { partnerApi, PROVIDER, sentOffer, WRITER } from '../../../support/partner-under-test.ts';
import { SOME_REGION } from '../../../support/some-region.ts';

const IMPORTS = '/v1/partners/me/imports';
const UPLOADS = '/v1/partners/me/uploads';
const FILE = JSON.stringify([sentOffer()]);
const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');

let api: ReturnType<typeof partnerApi>;
beforeEach(() => {
  api = partnerApi();
});

async function problemOf(response: Response, code: ProblemCode) {
  const body = problem.parse(await response.json());
  expect(body.type).toBe(`urn:vereinbar:problem:${code}`);
  return body;
}

type Own = { readonly type?: string; readonly query?: string; readonly as?: typeof WRITER };
const send = (body: string | undefined, key: string, { type, query = '', as = WRITER }: Own = {}) =>
  api.ask(`${IMPORTS}${query}`, {
    method: 'POST',
    as,
    headers: { 'idempotency-key': `"${key}"`, ...(type !== undefined && { 'content-type': type }) },
    ...(body !== undefined && { body }),
  });
const runningOf = async (response: Response) => {
  expect(response.status).toBe(202);
  return importReport.parse(await response.json());
};
const stored = (id: string) => api.imports.readImport(SOME_REGION.region.id, WRITER.feed, id);

describe('a file of offers that is sent', () => {
  it('is kept as an original of the feed, and its import ordered; the report stays where the answer says', async () => {
    const response = await send(FILE, 'one', { type: 'application/json' });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const location = response.headers.get('location')!;
    const report = await runningOf(response);
    expect(report).toMatchObject({ state: 'running', of: 'offers', dryRun: false });
    expect(location).toBe(`${IMPORTS}/${report.id}`);
    expect(new TextDecoder().decode(api.kept.get(`traeger/${sha256Of(FILE)}`))).toBe(FILE);
    expect(api.ordered).toEqual([{ feed: 'traeger', sha256: sha256Of(FILE), sent: report.id }]);
    expect(await stored(report.id)).toMatchObject({
      file: { original: sha256Of(FILE), name: WRITER.name, dryRun: false },
    });
    expect(await (await api.ask(location)).json()).toEqual(report);
  });

  it('may say how it is to be read, and that it is only tried', async () => {
    const query = '?dryRun=true&format=table&map=kurse';
    const { id } = await runningOf(await send('Kennung;Titel', 'one', { type: 'text/csv', query }));
    expect(await stored(id)).toMatchObject({ file: { dryRun: true, format: 'table', map: 'kurse' } });
    expect(await (await api.ask(`${IMPORTS}/${id}`)).json()).toMatchObject({ dryRun: true, of: 'offers' });
  });

  it.each(['application/xml', 'text/html; charset=utf-8', 'application/gzip', 'application/octet-stream'])(
    'may be declared as %s',
    async (type) => {
      await runningOf(await send('<x/>', 'one', { type }));
    },
  );

  it.each([
    ['?format=word', '/format', 'not-one-of'],
    ['?format=ba-jobs', '/format', 'not-one-of'],
    ['?map=other', '/map', 'not-one-of'],
    ['?map=kurse&format=hsds', '/map', 'only-of-tables'],
    ['?dryRun=yes', '/dryRun', 'not-one-of'],
    ['?feed=other', '', 'unknown-field'],
    ['?upload=abc', '/upload', 'not-a-sha256'],
    [`?upload=${'a'.repeat(64)}`, '', 'one-of-several'],
  ])('with %s is told what is wrong at %s, and nothing is kept', async (query, pointer, code) => {
    const { errors } = await problemOf(await send(FILE, 'one', { query }), 'invalid-request');
    expect(errors).toMatchObject([{ pointer, code }]);
    expect([api.kept.size, api.ordered.length]).toEqual([0, 0]);
  });

  it('must not be empty', async () => {
    const { errors } = await problemOf(await send(undefined, 'one'), 'invalid-request');
    expect(errors).toMatchObject([{ pointer: '', code: 'one-of-several' }]);
  });

  it('of more than 4 MB is refused, with the way that is left', async () => {
    const { detail } = await problemOf(
      await send('x'.repeat(4 * 1024 * 1024 + 1), 'one'),
      'upload-too-large',
    );
    expect(detail).toContain(UPLOADS);
  });

  it('is none of a key that allows tables alone, whose parameters it cannot have', async () => {
    await problemOf(await send(FILE, 'one', { as: PROVIDER, type: 'application/json' }), 'not-a-table');
    const table = { as: PROVIDER, type: 'text/csv', query: '?map=kurse' };
    const { errors } = await problemOf(await send('x', 'two', table), 'invalid-request');
    expect(errors).toMatchObject([{ pointer: '/map', code: 'only-of-offers' }]);
  });

  it.each([
    [undefined, 'not-authenticated'],
    [{ ...WRITER, scopes: [] }, 'scope-missing'],
  ] as const)('needs a key: %j', async (as, code) => {
    const headers = { 'idempotency-key': '"one"' };
    const response = api.ask(IMPORTS, { method: 'POST', as: as ?? 'nobody', headers, body: FILE });
    await problemOf(await response, code);
  });
});

describe('a file is ordered once for each key', () => {
  it('while it is worked on the same request is told to wait; once it is done, its report is given', async () => {
    const { id } = await runningOf(await send(FILE, 'same'));
    await problemOf(await send(FILE, 'same'), 'import-running');
    const report = JSON.stringify({
      id,
      state: 'done',
      of: 'offers',
      dryRun: false,
      faults: [],
      faultsInAll: 0,
    });
    await api.imports.finishImport(SOME_REGION.region.id, WRITER.feed, { ...(await stored(id))!, report });
    expect(await runningOf(await send(FILE, 'same'))).toMatchObject({ id, state: 'done' });
    expect(api.ordered).toHaveLength(1);
  });

  it.each([
    ['another file', '[]', ''],
    ['another way', FILE, '?dryRun=true'],
    ['another format', FILE, '?format=offers-json'],
  ])('refuses %s under the same key', async (_what, body, query) => {
    await send(FILE, 'same');
    await problemOf(await send(body, 'same', { query }), 'key-used-otherwise');
  });

  it('whose order got lost is ordered anew half a minute later', async () => {
    const announce = () => Promise.reject(new StoreUnavailable('out'));
    const dying = partnerApi(api.stores, { announce, imports: api.imports });
    const ask = (one: typeof api) =>
      one.ask(IMPORTS, { method: 'POST', headers: { 'idempotency-key': '"k"' }, body: FILE });
    await problemOf(await ask(dying), 'temporary-reduced-capacity');
    const alive = partnerApi(api.stores, { imports: api.imports });
    await problemOf(await ask(alive), 'import-running');
    alive.time.now += 30_000;
    await runningOf(await ask(alive));
    expect(alive.ordered).toHaveLength(1);
  });
});

describe('an address for a large file', () => {
  const sha256 = 'a'.repeat(64);
  const asked = (body: unknown, as = WRITER) => api.ask(UPLOADS, { method: 'POST', as, body });

  it('is made for exactly one file of the own feed, for a quarter of an hour', async () => {
    const response = await asked({ sha256, bytes: 7_000_000 });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(uploadAnswer.parse(await response.json())).toEqual({
      method: 'PUT',
      url: `https://originals.example/traeger/${sha256}`,
      headers: { 'content-length': '7000000' },
      until: '2025-03-24T12:15:00.000Z',
    });
  });

  it('orders nothing; the import names what was put there', async () => {
    await asked({ sha256, bytes: 1 });
    expect(api.ordered).toEqual([]);
    const { id } = await runningOf(await send(undefined, 'one', { query: `?upload=${sha256}` }));
    expect(api.ordered).toEqual([{ feed: 'traeger', sha256, sent: id }]);
    expect(api.kept.size).toBe(0);
  });

  it.each([
    [{ sha256: 'A'.repeat(64), bytes: 1 }, '/sha256', 'not-a-sha256'],
    [{ sha256 }, '/bytes', 'required'],
    [{ sha256, bytes: 0 }, '/bytes', 'out-of-range'],
    [{ sha256, bytes: 50 * 1024 * 1024 + 1 }, '/bytes', 'out-of-range'],
    [{ sha256, bytes: 1, feed: 'other' }, '', 'unknown-field'],
  ])('%j is told what is wrong at %s', async (body, pointer, code) => {
    const { errors } = await problemOf(await asked(body), 'invalid-request');
    expect(errors).toMatchObject([{ pointer, code }]);
  });

  it('is not for a key of supplements', async () => {
    await problemOf(await asked({ sha256, bytes: 1 }, PROVIDER), 'scope-missing');
  });
});
