import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An object store and a queue on 127.0.0.1: just what the adapters ask of them, and what they were given. */
export type LoopbackCloud = {
  readonly endpoint: string;
  /** Objects by `<bucket>/<key>`. */
  readonly objects: Map<string, Buffer>;
  /** Bodies of messages in the order they came. */
  readonly messages: string[];
  readonly stop: () => Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Starts it; it accepts whatever credentials. */
export async function startLoopbackCloud(): Promise<LoopbackCloud> {
  const objects = new Map<string, Buffer>();
  const messages: string[] = [];
  const server = createServer((request, response) => {
    const key = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
    void bodyOf(request).then((body) => {
      if (request.headers['x-amz-target'] === 'AmazonSQS.SendMessage') {
        const { MessageBody: text } = JSON.parse(body.toString()) as { MessageBody: string };
        messages.push(text);
        const MD5OfMessageBody = createHash('md5').update(text).digest('hex');
        response.setHeader('content-type', 'application/x-amz-json-1.0');
        response.end(JSON.stringify({ MessageId: `message-${String(messages.length)}`, MD5OfMessageBody }));
      } else if (request.method === 'PUT') {
        objects.set(key, body);
        response.end();
      } else if (objects.has(key)) response.end(objects.get(key));
      else {
        response.writeHead(404, { 'content-type': 'application/xml' });
        response.end('<Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    objects,
    messages,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
