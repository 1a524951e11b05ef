import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { EventLog } from '../../ports/event-log.ts';
import type { FeedFetcher, FetchFailure } from '../../ports/feed-fetcher.ts';
import { askServer, PeerNotPublic } from './ask-server.ts';
import { checkUrl, type Refusal } from './check-url.ts';
import { FETCH_LIMITS, type FetchLimits } from './fetch-limits.ts';
import { isPublicAddress } from './public-address.ts';
import { readBody } from './read-body.ts';
import { pinHost, resolveBySystem, type ResolveName } from './resolve-host.ts';

/** The world a fetcher goes out into. A test gives its own, which is the only way to an address of this machine. */
export type Network = {
  readonly resolveName: ResolveName;
  readonly isPublic: (address: string) => boolean;
  readonly port: number;
  /** Certificates to trust instead of the system's. */
  readonly authorities?: string;
};

const PUBLIC_NETWORK: Network = { resolveName: resolveBySystem, isPublic: isPublicAddress, port: 443 };

/** `contact` is told to those who run the sources: a page or a mail address. */
export type HttpFetcherDeps = {
  readonly log: EventLog;
  readonly contact: string;
  readonly network?: Network;
  readonly limits?: FetchLimits;
};

const REDIRECTS = [301, 302, 303, 307, 308];
const GONE = [404, 410];

type Answer = Result<IncomingMessage, Refusal>;

/**
 * Fetches feeds from https addresses of the public network. Each address, that of a redirect too, is looked at three
 * times: as text, as what its name resolves to, and as the peer of the connection. A file is `source-unreadable` here.
 */
export function createHttpFeedFetcher(deps: HttpFetcherDeps): FeedFetcher {
  const { log, network = PUBLIC_NETWORK, limits = FETCH_LIMITS } = deps;
  const headers = {
    accept: '*/*',
    'accept-encoding': 'gzip',
    'user-agent': `vereinbar-feeds/1 (${deps.contact.replace(/[^\x20-\x7e]/g, '')})`,
  };

  async function ask(url: URL, signal: AbortSignal): Promise<Answer> {
    const lookup = await pinHost(url.hostname, network);
    if (!lookup.ok) return lookup;
    const question = { url, lookup: lookup.value, rules: network, limits, signal, headers };
    const { authorities } = network;
    return ok(await askServer(authorities === undefined ? question : { ...question, authorities }));
  }

  async function follow(start: string, signal: AbortSignal): Promise<Answer | Result<never, FetchFailure>> {
    let url = checkUrl(start, undefined, { ...network, home: undefined });
    const home = url.ok ? url.value.hostname : undefined;
    for (let hop = 0; hop <= limits.redirects; hop++) {
      if (!url.ok) return url;
      const answer = await ask(url.value, signal);
      if (!answer.ok) return answer;
      const { statusCode = 0, headers: given } = answer.value;
      if (statusCode === 200) return answer;
      answer.value.destroy();
      if (GONE.includes(statusCode)) return failed('source-not-found');
      if (!REDIRECTS.includes(statusCode)) return failed('source-unreadable');
      url = checkUrl(given.location ?? '', url.value.href, { ...network, home });
    }
    return failed('source-unreadable');
  }

  return async (source) => {
    if (!('url' in source)) return failed('source-unreadable');
    try {
      const answer = await follow(source.url, AbortSignal.timeout(limits.totalMs));
      if (!answer.ok) return failed(failureOf(answer.failure, log));
      const body = await readBody(answer.value, limits);
      if (!body.ok) return body;
      return ok({ bytes: body.value, sha256: createHash('sha256').update(body.value).digest('hex') });
    } catch (error) {
      if (error instanceof PeerNotPublic) return failed(failureOf('not-public', log));
      return failed('source-unreadable');
    }
  };
}

/** An address that may not be asked is told to the operator: it is a wrong setting or an attack, never an outage. */
function failureOf(failure: Refusal | FetchFailure, log: EventLog): FetchFailure {
  switch (failure) {
    case 'source-not-found':
    case 'source-unreadable':
    case 'source-too-large':
    case 'pages-differ':
      return failure;
    case 'host-unknown':
      return 'source-not-found';
    case 'no-address':
    case 'not-https':
    case 'other-port':
    case 'credentials':
    case 'other-host':
    case 'not-public':
      log('feed-address-refused', { reason: failure });
      return 'source-unreadable';
  }
}
