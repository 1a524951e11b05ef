import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentOffer } from '../support/partner-under-test.ts';
import { dataFolder, runToEnd, startLocalSystem, type RunningSystem } from '../support/local-system.ts';

let folder: string;
let system: RunningSystem;
const DORTMUND = { VEREINBAR_REGION: 'dortmund' };
beforeAll(async () => {
  folder = await dataFolder();
  system = await startLocalSystem(folder, DORTMUND);
});
afterAll(async () => {
  await system.stop();
  await rm(folder, { recursive: true, force: true });
});

const cli = (...command: readonly string[]) =>
  runToEnd(['functions/local/cli.ts', ...command], { ...DORTMUND, VEREINBAR_DATA: folder });
type Sent = Omit<RequestInit, 'headers'> & { readonly headers?: Readonly<Record<string, string>> };
const ask = (path: string, key: string | undefined, { headers = {}, ...init }: Sent = {}) =>
  fetch(`${system.url}/v1/partners/me${path}`, {
    ...init,
    headers: { ...headers, ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) },
  });
const keyFor = async (feed: string): Promise<string> => {
  const { code, out } = await cli('keys', 'add', feed, '--name', 'Träger der Stadt');
  expect(code).toBe(0);
  return out.split('\n')[0]!;
};
const put = (key: string | undefined, condition: Record<string, string>, title: string) =>
  ask('/offers/k-1', key, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...condition },
    body: JSON.stringify(
      sentOffer({ title, places: [], online: true, timetable: { certainty: 'stated', complete: false } }),
    ),
  });

/** Every file below the data folder, as text. */
async function everythingStored(): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1').catch(() => ''));
  return (await Promise.all(texts)).join('\n');
}

test('a partner gets a key, writes, is told when somebody wrote before, withdraws, and loses the key', async () => {
  const key = await keyFor('traeger');
  expect((await put(undefined, { 'if-none-match': '*' }, 'Eins')).status).toBe(401);
  expect((await put(`${key.slice(0, -1)}_`, { 'if-none-match': '*' }, 'Eins')).status).toBe(401);
  expect((await put(key, {}, 'Eins')).status).toBe(428);
  const made = await put(key, { 'if-none-match': '*' }, 'Eins');
  expect(made.status).toBe(201);
  const etag = made.headers.get('etag')!;
  const changed = await put(key, { 'if-match': etag }, 'Zwei');
  expect(changed.status).toBe(200);
  expect((await put(key, { 'if-match': etag }, 'Drei')).status).toBe(412);
  expect(await (await ask('/offers/k-1', key)).json()).toMatchObject({
    title: 'Zwei',
    freshness: { statedBy: 'Träger der Stadt' },
  });
  const gone = await ask('/offers/k-1', key, {
    method: 'DELETE',
    headers: { 'if-match': changed.headers.get('etag')! },
  });
  expect(gone.status).toBe(204);
  expect((await ask('/offers/k-1', key)).status).toBe(404);

  const id = key.split('_')[2]!;
  expect((await cli('keys', 'list')).out).toContain(`${id} live · traeger · offers · Träger der Stadt`);
  expect((await cli('keys', 'revoke', id)).code).toBe(0);
  expect((await ask('/offers/k-1', key)).status).toBe(401);
  expect((await cli('keys', 'list')).out).toContain(`${id} revoked`);
  const stored = await everythingStored();
  expect(stored).toContain(id);
  expect(stored).not.toContain(key.split('_')[3]!);
  expect(system.out()).not.toContain('vrb_');
});

test('a provider downloads the table, sends it filled in, and its facts are in the offer', async () => {
  const key = await keyFor('beispiel-kurse');
  const table = await ask('/supplements.csv', key);
  const bytes = new Uint8Array(await table.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [heading = '', first = '', ...rest] = new TextDecoder().decode(bytes).split('\r\n');
  const cells = first.split(';');
  cells[heading.replace('\ufeff', '').split(';').indexOf('Kinderbetreuung')] = 'während des Kurses';
  const body = [heading, cells.join(';'), ...rest].join('\r\n');
  const headers = { 'content-type': 'text/csv', 'idempotency-key': '"once"' };
  const sent = await ask('/imports', key, { method: 'POST', headers, body });
  expect(sent.status).toBe(201);
  const report: unknown = await sent.json();
  expect(report).toMatchObject({ state: 'done', stated: 1, faults: [] });
  const again = await ask('/imports', key, { method: 'POST', headers, body });
  expect(await again.json()).toEqual(report);

  await expect
    .poll(async () => (await fetch(`${system.url}/v1/offers/beispiel-kurse:${cells[0]!}`)).json(), {
      timeout: 30_000,
      interval: 200,
    })
    .toMatchObject({
      childcare: { during: true, certainty: 'stated' },
      provenance: expect.arrayContaining([
        expect.objectContaining({ fact: 'childcare', from: 'provider' }),
      ]) as unknown,
    });
  const sheet = await ask('/supplements.xlsx', key);
  expect([...new Uint8Array(await sheet.arrayBuffer()).subarray(0, 2)]).toEqual([0x50, 0x4b]);
});

test('a partner sends all offers as a file, tries it first, and puts a large one beside the front door', async () => {
  const key = await keyFor('verein');
  const offer = (id: string, summary: string) =>
    sentOffer({ id, summary, places: [], online: true, timetable: { certainty: 'stated', complete: false } });
  const file = JSON.stringify(['a', 'b'].map((id) => offer(id, 'kurz')));
  const order = (path: string, name: string, body?: string) =>
    ask(`/imports${path}`, key, {
      method: 'POST',
      headers: { 'idempotency-key': `"${name}"`, 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    });
  const ended = async (sent: Response) => {
    expect(sent.status).toBe(202);
    const path = sent.headers.get('location')!.replace('/v1/partners/me', '');
    const read = async () => (await (await ask(path, key)).json()) as { state: string };
    await expect.poll(async () => (await read()).state, { timeout: 30_000 }).not.toBe('running');
    return read();
  };
  expect(await ended(await order('?dryRun=true', 'try', file))).toMatchObject({
    state: 'done',
    counts: { added: 2 },
  });
  expect((await fetch(`${system.url}/v1/offers/verein:a`)).status).toBe(404);
  expect(await ended(await order('', 'run', file))).toMatchObject({ state: 'done', counts: { added: 2 } });
  expect((await fetch(`${system.url}/v1/offers/verein:a`)).status).toBe(200);
  expect((await put(key, { 'if-none-match': '*' }, 'Eins')).status).toBe(409);

  const large = JSON.stringify(
    ['a', 'b', 'c']
      .map((id) => offer(id, 'lang '.repeat(380)))
      .concat(
        Array.from({ length: 2200 }, (_, index) => ({
          ...offer(`no ${String(index)}`, 'lang '.repeat(380)),
        })),
      ),
  );
  expect(large.length).toBeGreaterThan(4 * 1024 * 1024);
  expect((await order('', 'too-large', large)).status).toBe(413);
  const sha256 = createHash('sha256').update(large).digest('hex');
  const asked = await ask('/uploads', key, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ sha256, bytes: Buffer.byteLength(large) }),
  });
  const { url, headers } = (await asked.json()) as { url: string; headers: Record<string, string> };
  const { 'content-length': _byFetch, ...sent } = headers;
  expect((await fetch(url, { method: 'PUT', headers: sent, body: large })).status).toBe(200);
  const report = await ended(await order(`?upload=${sha256}`, 'large'));
  expect(report).toMatchObject({ state: 'held-back', counts: { offers: 3, rejected: 2200 } });

  expect((await cli('import', 'release', 'verein')).out).toContain('published');
  const released = await order(`?upload=${sha256}`, 'large');
  expect(await released.json()).toMatchObject({ state: 'done', counts: { added: 1, changed: 2 } });
  const back = await cli('catalogue', 'use', 'verein', 'previous');
  expect(back).toMatchObject({ code: 0, err: '' });
  expect((await cli('catalogue', 'use', 'nobody', 'previous')).err).toContain('has no feed nobody');
});

test('a key for a table in an account is printed with its item, and stored nowhere here', async () => {
  const settings = { ...DORTMUND, VEREINBAR_DATA: folder, VEREINBAR_STAGE: 'staging' };
  const command = ['functions/local/cli.ts', 'keys', 'add', 'traeger', '--name', 'Träger', '--item'];
  const without = await runToEnd(command, settings);
  expect(without).toMatchObject({ code: 1, out: '' });
  expect(without.err).toContain('VEREINBAR_KEY_PEPPER');
  const { out } = await runToEnd(command, {
    ...settings,
    VEREINBAR_KEY_PEPPER: 'a pepper of thirty-two characters',
  });
  const [key = '', , item = ''] = out.split('\n');
  expect(key).toMatch(/^vrb_staging_/);
  expect(JSON.parse(item)).toMatchObject({
    pk: { S: 'dortmund#KEYS' },
    sk: { S: key.split('_')[2] },
    feed: { S: 'traeger' },
  });
  expect(item).not.toContain(key.split('_')[3]);
  expect((await cli('keys', 'list')).out).not.toContain(key.split('_')[2]);
});
