import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

const LARGEST_BODY_BYTES = 16 * 1024 * 1024;

/** A request whose body has arrived in full; what dynalite looks at of a request. */
class WholeRequest extends Readable {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;

  constructor(request: IncomingMessage, body: Buffer) {
    super();
    this.method = request.method ?? 'GET';
    this.url = request.url ?? '/';
    this.headers = request.headers;
    if (body.length > 0) this.push(body);
    this.push(null);
  }

  override _read(): void {
    // All of it was pushed in the constructor.
  }
}

/**
 * Lets a server's own listener see a request only once its body is there. dynalite ends its process when a client goes
 * away in the middle of a body, as a killed import does; such a request is now dropped, and nothing of it is done.
 */
export function passOnWholeBodies(server: Server): void {
  const listeners = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void readBody(request).then((body) => {
      response.on('error', () => undefined);
      if (body === 'aborted') response.destroy();
      else if (body === 'too-large') response.writeHead(413).end();
      else for (const listener of listeners) listener.call(server, new WholeRequest(request, body), response);
    });
  });
}

function readBody(request: IncomingMessage): Promise<Buffer | 'aborted' | 'too-large'> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let bytes = 0;
    request.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes <= LARGEST_BODY_BYTES) parts.push(part);
    });
    request.on('end', () => {
      resolve(bytes > LARGEST_BODY_BYTES ? 'too-large' : Buffer.concat(parts));
    });
    request.on('error', () => {
      resolve('aborted');
    });
    request.on('close', () => {
      resolve('aborted');
    });
  });
}
