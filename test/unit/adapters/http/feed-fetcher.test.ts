import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createHttpFeedFetcher, type Network } from '../../../../shared/adapters/http/feed-fetcher.ts';
import { FETCH_LIMITS, type FetchLimits } from '../../../../shared/adapters/http/fetch-limits.ts';
import { recordLog } from '../../../support/log-matcher.ts';
import { startLoopbackSource, type LoopbackSource } from '../../../support/loopback-source.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let source: LoopbackSource | undefined;
afterEach(async () => {
  await source?.stop();
  source = undefined;
});

/** A source that answers so, and what comes of fetching `path` of it. */
async function fetchFrom(
  answer: Answer,
  parts: {
    path?: string;
    host?: string;
    network?: Partial<Network>;
    limits?: Partial<FetchLimits>;
    certificate?: 'good' | 'expired' | 'other-name';
  } = {},
) {
  source = await startLoopbackSource(answer, parts.certificate);
  const logged = recordLog();
  const fetchFeed = createHttpFeedFetcher({
    log: logged.log,
    contact: 'https://stadt.example',
    network: { ...source.network, ...parts.network },
    limits: { ...FETCH_LIMITS, ...parts.limits },
  });
  const url = `https://${parts.host ?? 'feed.test'}:${source.network.port}${parts.path ?? '/feed'}`;
  return { fetched: await fetchFeed({ url }), logged, source };
}

const text: Answer = (_request, response) => {
  response.end('id;title\n1;Kurs');
};

describe('a feed on the web', () => {
  it('is fetched with its hash', async () => {
    const { fetched } = await fetchFrom(text);
    const bytes = Buffer.from('id;title\n1;Kurs');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(fetched).toEqual({ ok: true, value: { bytes, sha256 } });
  });

  it('is asked for without cookie or referrer, with a contact', async () => {
    const { source } = await fetchFrom(text);
    const { headers } = source.asked[0]!;
    expect(Object.keys(headers).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ]);
    expect(headers['user-agent']).toBe('vereinbar-feeds/1 (https://stadt.example)');
  });

  it('is unpacked when it travels as gzip', async () => {
    const { fetched } = await fetchFrom((_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('id;title'));
    });
    expect(fetched.ok && Buffer.from(fetched.value.bytes).toString()).toBe('id;title');
  });

  it('is followed to another path of its own house', async () => {
    const { fetched, source } = await fetchFrom((request, response) => {
      if (request.url === '/feed')
        response.writeHead(302, { location: `https://daten.feed.test:${request.socket.localPort}/b` }).end();
      else response.end('b');
    });
    expect(fetched.ok && Buffer.from(fetched.value.bytes).toString()).toBe('b');
    expect(source.asked.map(({ path }) => path)).toEqual(['/feed', '/b']);
  });
});

describe('a source that fails', () => {
  it.each([
    [404, 'source-not-found'],
    [410, 'source-not-found'],
    [401, 'source-unreadable'],
    [429, 'source-unreadable'],
    [500, 'source-unreadable'],
    [503, 'source-unreadable'],
    [204, 'source-unreadable'],
    [206, 'source-unreadable'],
    [304, 'source-unreadable'],
  ])('with %d gives %s', async (status, failure) => {
    const { fetched } = await fetchFrom((_request, response) => {
      response.writeHead(status).end();
    });
    expect(fetched).toEqual({ ok: false, failure });
  });

  it('with a name that does not exist gives source-not-found', async () => {
    const { fetched, source } = await fetchFrom(text, { host: 'feed.nowhere' });
    expect(fetched).toEqual({ ok: false, failure: 'source-not-found' });
    expect(source.connections()).toBe(0);
  });

  it.each(['expired', 'other-name'] as const)('by the certificate (%s) is not asked', async (certificate) => {
    const { fetched, source } = await fetchFrom(text, { certificate });
    expect(fetched).toEqual({ ok: false, failure: 'source-unreadable' });
    expect(source.asked).toEqual([]);
  });

  it('by a certificate nobody trusts is not asked', async () => {
    source = await startLoopbackSource(text);
    const { authorities: _, ...network } = source.network;
    const fetchFeed = createHttpFeedFetcher({ log: recordLog().log, contact: '', network });
    expect(await fetchFeed({ url: `https://feed.test:${network.port}/` })).toEqual({
      ok: false,
      failure: 'source-unreadable',
    });
    expect(source.asked).toEqual([]);
  });

  it.each<[string, Answer]>([
    [
      'ends early',
      (_request, response) =>
        void response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy()),
    ],
    [
      'says it is gzip and is not',
      (_request, response) => void response.setHeader('content-encoding', 'gzip').end('plain'),
    ],
    [
      'stops in the middle of its gzip',
      (_request, response) =>
        void response.setHeader('content-encoding', 'gzip').end(gzipSync('a long text').subarray(0, 15)),
    ],
    [
      'is packed in a way nobody asked for',
      (_request, response) => void response.setHeader('content-encoding', 'br').end('x'),
    ],
    ['answers what is no HTTP', (_request, response) => void response.socket?.end('no HTTP\r\n\r\n')],
  ])('when it %s gives source-unreadable', async (_what, answer) => {
    expect((await fetchFrom(answer)).fetched).toEqual({ ok: false, failure: 'source-unreadable' });
  });
});

describe('a source that is too large', () => {
  const tooLarge = { ok: false, failure: 'source-too-large' };
  const bytes =
    (count: number): Answer =>
    (_request, response) =>
      void response.end(Buffer.alloc(count, 'a'));

  it('on the wire is cut off', async () => {
    const streamed: Answer = (_request, response) => {
      response.write('a'.repeat(60));
      response.end('a'.repeat(60));
    };
    expect((await fetchFrom(streamed, { limits: { wireBytes: 100 } })).fetched).toEqual(tooLarge);
  });

  it('by its own word is not read at all', async () => {
    expect((await fetchFrom(bytes(101), { limits: { wireBytes: 100 } })).fetched).toEqual(tooLarge);
  });

  it('is taken up to the very limit', async () => {
    expect((await fetchFrom(bytes(100), { limits: { wireBytes: 100, decodedBytes: 100 } })).fetched.ok).toBe(
      true,
    );
  });

  const bomb: Answer = (_request, response) => {
    response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(20_000_000)));
  };
  it('when unpacked is cut off', async () => {
    const limits = { decodedBytes: 5_000_000, ratio: 1_000_000 };
    expect((await fetchFrom(bomb, { limits })).fetched).toEqual(tooLarge);
  });

  it('compared with what was sent is cut off', async () => {
    expect((await fetchFrom(bomb)).fetched).toEqual(tooLarge);
  });
});

describe('a source that is slow', () => {
  it.each<[string, Answer, Partial<FetchLimits>]>([
    ['to answer', () => undefined, { firstByteMs: 50 }],
    [
      'byte after byte',
      (_request, response) => {
        const drip = setInterval(() => response.write('a'), 20);
        response.once('close', () => {
          clearInterval(drip);
        });
      },
      { totalMs: 200 },
    ],
  ])('%s is given up', async (_what, answer, limits) => {
    expect((await fetchFrom(answer, { limits })).fetched).toEqual({
      ok: false,
      failure: 'source-unreadable',
    });
  });
});

describe('an inner address', () => {
  const refused = { ok: false, failure: 'source-unreadable' };
  const onlyPublic = { isPublic: (address: string) => address === '203.0.113.1' };

  it('is not asked as an address', async () => {
    const { fetched, source, logged } = await fetchFrom(text, { host: '127.0.0.1', network: onlyPublic });
    expect(fetched).toEqual(refused);
    expect(source.connections()).toBe(0);
    expect(logged).toHaveLogged('feed-address-refused', { reason: 'not-public' });
  });

  it('is not asked by a name that leads to it', async () => {
    const { fetched, source, logged } = await fetchFrom(text, { network: onlyPublic });
    expect(fetched).toEqual(refused);
    expect(source.connections()).toBe(0);
    expect(logged).toHaveLogged('feed-address-refused', { reason: 'not-public' });
  });

  it('is not asked when a name leads to a public one as well', async () => {
    const resolveName: Network['resolveName'] = () =>
      Promise.resolve([
        { address: '127.0.0.1', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    const { fetched, source } = await fetchFrom(text, { network: { resolveName } });
    expect(fetched).toEqual(refused);
    expect(source.connections()).toBe(0);
  });

  it('is not reached by a name that changes its mind: it is looked up once', async () => {
    let lookups = 0;
    const resolveName: Network['resolveName'] = () => {
      lookups += 1;
      return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    };
    const { fetched } = await fetchFrom(text, { network: { resolveName } });
    expect([fetched.ok, lookups]).toEqual([true, 1]);
  });

  it('is not asked when it turns out to be the peer', async () => {
    let looks = 0;
    // Public while it is text and name, inner once connected.
    const isPublic = () => (looks += 1) < 2;
    const { fetched, source, logged } = await fetchFrom(text, { network: { isPublic } });
    expect(fetched).toEqual(refused);
    expect(source.asked).toEqual([]);
    expect(logged).toHaveLogged('feed-address-refused', { reason: 'not-public' });
  });

  it.each([
    ['another scheme', 'http://feed.test/', 'not-https'],
    ['another port', 'https://feed.test:9001/', 'other-port'],
    ['a name elsewhere', 'https://elsewhere.test/', 'other-port'],
    ['the metadata of a cloud', 'https://169.254.169.254/', 'other-port'],
    ['credentials', 'https://me@feed.test:PORT/', 'credentials'],
    ['another house', 'https://elsewhere.test:PORT/', 'other-host'],
    ['an address', 'https://127.0.0.1:PORT/', 'other-host'],
    ['nothing', 'https://', 'no-address'],
  ])('is not reached by a redirect to %s', async (_what, location, reason) => {
    const { fetched, source, logged } = await fetchFrom((request, response) => {
      response.writeHead(302, { location: location.replace('PORT', String(request.socket.localPort)) }).end();
    });
    expect(fetched).toEqual(refused);
    expect(source.asked).toHaveLength(1);
    expect(logged).toHaveLogged('feed-address-refused', { reason });
  });

  it('ends a circle of redirects after three', async () => {
    const { fetched, source } = await fetchFrom((_request, response) => {
      response.writeHead(302, { location: '/feed' }).end();
    });
    expect(fetched).toEqual(refused);
    expect(source.asked).toHaveLength(4);
  });
});

it('the public network needs no seam: this machine is refused as it comes', async () => {
  source = await startLoopbackSource(text);
  const logged = recordLog();
  const fetchFeed = createHttpFeedFetcher({ log: logged.log, contact: '' });
  for (const url of ['https://127.0.0.1/', 'https://localhost/', 'https://[::1]/', 'https://2130706433/'])
    expect(await fetchFeed({ url })).toEqual({ ok: false, failure: 'source-unreadable' });
  expect(logged.lines).toHaveLength(4);
});

it('a file is nothing for the web', async () => {
  const fetchFeed = createHttpFeedFetcher({ log: recordLog().log, contact: '' });
  expect(await fetchFeed({ file: 'a.json' })).toEqual({ ok: false, failure: 'source-unreadable' });
});
