import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import { problemResult, type RestHandler, type RestResult } from '../rest/rest-handler.ts';
import { toProxyEvent } from './rest-request-event.ts';

/** What API Gateway lets through. */
const LARGEST_BODY_BYTES = 10 * 1024 * 1024;
/** As long as API Gateway waits for a function. */
const LONGEST_REQUEST_MS = 29_000;
const LONGEST_STOP_MS = 3_000;

/** A listening server; `stop` resolves when every answer under way is out, or after three seconds. */
export type RestServer = { readonly port: number; readonly stop: () => Promise<void> };

type Deps = {
  readonly handler: RestHandler;
  readonly clock: Clock;
  readonly log: EventLog;
  /** What is not for API Gateway, as files that go straight to the object store; gives the status, `undefined` for all else. */
  readonly beside?: (request: IncomingMessage) => Promise<number | undefined>;
};

/** The whole body, or `undefined` when it is larger than the front door lets through. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    if (!(part instanceof Buffer)) continue;
    bytes += part.length;
    if (bytes > LARGEST_BODY_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function send(response: ServerResponse, result: RestResult): void {
  for (const [name, values] of Object.entries(result.multiValueHeaders ?? {}))
    response.setHeader(name, values);
  const body = Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8');
  response.writeHead(result.statusCode);
  response.end(body);
}

async function answer(deps: Deps, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const requestId = randomUUID();
  const status = await deps.beside?.(request);
  if (status !== undefined) {
    if (status !== 200) response.shouldKeepAlive = false;
    response.writeHead(status);
    response.end();
    return;
  }
  const body = await readBody(request);
  if (body === undefined) {
    response.shouldKeepAlive = false;
    send(response, problemResult('body-too-large', requestId));
    return;
  }
  const event = toProxyEvent(request, body, { requestId, now: deps.clock() });
  const result = await deps.handler(event).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : 'unknown';
    deps.log('request-failed', { requestId, error: name });
    return problemResult('internal-error', requestId);
  });
  send(response, result);
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => {
      server.closeAllConnections();
    }, LONGEST_STOP_MS);
    server.close(() => {
      clearTimeout(limit);
      resolve();
    });
    server.closeIdleConnections();
  });
}

/** Listens on 127.0.0.1 and gives each request to the handler as a REST API proxy event. Port 0 = any free one. */
export function startRestServer(
  deps: Deps,
  port: number,
): Promise<Result<RestServer, 'port-in-use' | 'port-refused'>> {
  const server = createServer((request, response) => {
    // What fails here is a connection that is gone; there is nobody left to answer.
    void answer(deps, request, response).catch(() => response.destroy());
  });
  server.requestTimeout = LONGEST_REQUEST_MS;
  return new Promise((resolve) => {
    server.once('error', (error) => {
      const isInUse = 'code' in error && error.code === 'EADDRINUSE';
      resolve(failed(isInUse ? 'port-in-use' : 'port-refused'));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const found = typeof address === 'object' && address !== null ? address.port : port;
      resolve(ok({ port: found, stop: () => stopServer(server) }));
    });
  });
}
