import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startRestServer, type RestServer } from '../../../../functions/local/rest-server.ts';
import { createUploadDoor } from '../../../../functions/local/upload-door.ts';
import { createHmacSeal } from '../../../../shared/adapters/crypto/hmac-seal.ts';
import { FEED } from '../../../support/numbered-offers.ts';
import { SOME_REGION } from '../../../support/some-region.ts';

const FILE = Buffer.alloc(11 * 1024 * 1024, 'x'); // more than the front door lets through
const sha256 = createHash('sha256').update(FILE).digest('hex');
const WANTED = { region: SOME_REGION.region.id, feed: FEED, sha256, bytes: FILE.length };

const kept = new Map<string, number>();
let now = 0;
let server: RestServer;
const door = createUploadDoor({
  originals: {
    keep: (_region, feed, fetched) => {
      kept.set(`${feed}/${fetched.sha256}`, fetched.bytes.length);
      return Promise.resolve();
    },
  },
  seal: createHmacSeal('a key'),
  clock: () => now,
  address: () => `http://127.0.0.1:${String(server.port)}`,
});
beforeEach(async () => {
  kept.clear();
  now = 1000;
  const handler = () => Promise.reject(new Error('no file comes here'));
  const started = await startRestServer(
    { handler, clock: () => now, log: () => undefined, beside: door.take },
    0,
  );
  if (!started.ok) throw new Error(started.failure);
  server = started.value;
});
afterEach(() => server.stop());

const put = async (own: { url?: string; headers?: object; body?: Buffer; method?: string } = {}) => {
  const { url, headers } = await door.links(WANTED);
  const { 'content-length': _byFetch, ...sent } = { ...headers, ...own.headers } as Record<string, string>;
  const { body = FILE, method = 'PUT' } = own;
  return fetch(own.url ?? url, { method, headers: sent, body: new Uint8Array(body) }).then(
    ({ status }) => status,
    () => 403, // refused before all of it was sent
  );
};

it('takes exactly the file an address was made for, however large', async () => {
  expect(await put()).toBe(200);
  expect([...kept]).toEqual([[`${FEED}/${sha256}`, FILE.length]]);
  expect(await put()).toBe(200);
});

it('refuses another file of the same size', async () => {
  expect(await put({ body: Buffer.alloc(FILE.length, 'y') })).toBe(400);
  expect(kept.size).toBe(0);
});

it.each([
  ['a shorter file', () => put({ body: FILE.subarray(1) })],
  ['another type', () => put({ headers: { 'content-type': 'text/csv' } })],
  ['another hash in the header', () => put({ headers: { 'x-amz-checksum-sha256': 'AAAA' } })],
  ['another method', () => put({ method: 'POST' })],
])('refuses %s', async (_what, act) => {
  expect(await act()).toBe(403);
  expect(kept.size).toBe(0);
});

it.each(['feed', 'region', 'bytes', 'until', 'seal'])('refuses an address with another %s', async (name) => {
  const { url } = await door.links(WANTED);
  const altered = new URL(url);
  altered.searchParams.set(name, name === 'bytes' || name === 'until' ? '9999999999999' : 'other');
  expect(await put({ url: altered.href })).toBe(403);
  altered.searchParams.delete(name);
  expect(await put({ url: altered.href })).toBe(403);
  expect(kept.size).toBe(0);
});

it('refuses an address that has ended', async () => {
  const { url } = await door.links(WANTED);
  now += 15 * 60_000;
  expect(await put({ url })).toBe(403);
});

it('leaves every other path to the front door', async () => {
  expect((await fetch(`http://127.0.0.1:${String(server.port)}/v1/offers`)).status).toBe(500);
});
