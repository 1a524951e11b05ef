import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createDynamoCatalogueStore } from '../../../../shared/adapters/dynamodb/catalogue-store.ts';
import { createDynamoAccess } from '../../../../shared/adapters/dynamodb/dynamo-access.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { freshRegion } from '../../../support/numbered-offers.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function pretendStore(answer: (response: ServerResponse) => void) {
  let requests = 0;
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      requests += 1;
      answer(response);
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const access = createDynamoAccess({ path: 'request', table: 'vereinbar', endpoint, log: () => undefined });
  return { catalogues: createDynamoCatalogueStore(access), requests: () => requests };
}

const throttled = (response: ServerResponse) => {
  response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' });
  response.end('{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"slow down"}');
};
const empty = (response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
  response.end('{"Items":[],"Count":0}');
};

describe('the client on the request path', () => {
  it('gives up on a store that takes the request and stays silent', async () => {
    const { catalogues } = await pretendStore(() => undefined);
    await expect(catalogues.readPointers(freshRegion())).rejects.toThrow(StoreUnavailable);
  });

  it('tries twice when throttled, then gives up', async () => {
    const { catalogues, requests } = await pretendStore(throttled);
    await expect(catalogues.readPointers(freshRegion())).rejects.toThrow(/ThrottlingException/);
    expect(requests()).toBe(2);
  });

  it('gets through when throttled once', async () => {
    const answers = [throttled, empty];
    const { catalogues, requests } = await pretendStore((response) => answers.shift()?.(response));
    expect(await catalogues.readPointers(freshRegion())).toEqual([]);
    expect(requests()).toBe(2);
  });

  it('is unavailable when nobody listens', async () => {
    const { catalogues } = await pretendStore(empty);
    server!.close();
    server!.closeAllConnections();
    await expect(catalogues.readPointers(freshRegion())).rejects.toThrow(StoreUnavailable);
  });
});
