import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { AddressRules } from './check-url.ts';
import type { FetchLimits } from './fetch-limits.ts';

/** The peer of the connection is not a public address. */
export class PeerNotPublic extends Error {
  override readonly name = 'PeerNotPublic';
}

/** One request. `authorities` are certificates to trust instead of the system's. */
export type Question = {
  readonly url: URL;
  readonly lookup: LookupFunction;
  readonly rules: Pick<AddressRules, 'isPublic'>;
  readonly limits: Pick<FetchLimits, 'connectMs' | 'firstByteMs'>;
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
  readonly authorities?: string;
};

/**
 * Asks once, follows nothing, keeps no connection and sends no cookie. The third look: the address that was really
 * connected to, before the request goes out. Rejects on any failure of the connection, the certificate or the time.
 */
export function askServer(question: Question): Promise<IncomingMessage> {
  const { url, lookup, rules, limits, signal, headers, authorities } = question;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method: 'GET',
      agent: false,
      lookup,
      signal,
      headers,
      ...(authorities === undefined ? {} : { ca: authorities }),
    });
    let timer = setTimeout(() => asked.destroy(new Error('no connection in time')), limits.connectMs);
    asked.once('socket', (socket) => {
      socket.once('connect', () => {
        if (!rules.isPublic(socket.remoteAddress ?? '')) asked.destroy(new PeerNotPublic());
      });
      socket.once('secureConnect', () => {
        clearTimeout(timer);
        timer = setTimeout(() => asked.destroy(new Error('no answer in time')), limits.firstByteMs);
      });
    });
    asked.once('response', (response) => {
      clearTimeout(timer);
      resolve(response);
    });
    asked.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    asked.end();
  });
}
