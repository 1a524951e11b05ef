import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Network } from '../../shared/adapters/http/feed-fetcher.ts';

const folder = join(import.meta.dirname, 'loopback-certificates');
const pem = (name: string) => readFileSync(join(folder, `${name}.pem`), 'utf8');

/** A source of feeds on this machine, with the network in which its names lead to it, and the paths it was asked for. */
export type LoopbackSource = {
  readonly network: Network;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  readonly connections: () => number;
  readonly stop: () => Promise<void>;
};

/** Starts an https server on 127.0.0.1. Every name ending in `.test` leads to it, and its address counts as public. */
export async function startLoopbackSource(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  certificate: 'good' | 'expired' | 'other-name' = 'good',
): Promise<LoopbackSource> {
  const asked: LoopbackSource['asked'] = [];
  let connections = 0;
  const server = createServer({ key: pem('key'), cert: pem(certificate) }, (request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    connections: () => connections,
    network: {
      resolveName: (name) =>
        Promise.resolve(name.endsWith('.test') ? [{ address: '127.0.0.1', family: 4 }] : []),
      isPublic: (address) => address === '127.0.0.1',
      port,
      authorities: pem('authority'),
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
