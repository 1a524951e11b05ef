import { beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../../shared/contract/limits.ts';
import { FIELD_CODE_NAMES, FIELD_CODES } from '../../../../shared/contract/field-codes.ts';
import { apiOver } from '../../../support/api-under-test.ts';
import { openapiDocument } from '../../../support/openapi-document.ts';
import { partnerApi } from '../../../support/partner-under-test.ts';

type Json = Record<string, unknown>;
type Operation = {
  operationId: string;
  responses: Record<string, { content?: Json }>;
  security?: unknown;
  requestBody?: {
    content: Record<string, { schema: { required?: string[]; additionalProperties?: boolean } }>;
  };
};
type OpenApi = {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, Json> }>; securitySchemes: unknown };
};

let text: string;
let document: OpenApi;
let served: readonly string[];

beforeAll(async () => {
  const { app } = await apiOver([]);
  text = await (await app.request('/openapi.json')).text();
  document = JSON.parse(text) as OpenApi;
  served = [...app.routes, ...partnerApi().app.routes]
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replaceAll(/:([a-z]+)/g, '{$1}')}`);
});

describe('the OpenAPI document', () => {
  test('is of version 3.1 and the same at every start', async () => {
    expect(document.openapi).toBe('3.1.0');
    const { app } = await apiOver([]);
    expect(await (await app.request('/openapi.json')).text()).toBe(text);
  });

  test('is what the routes say: test/support/write-openapi.ts writes it anew', async () => {
    expect(document).toEqual(await openapiDocument());
  });

  test('asks for a key on every path of partners, and on no other', () => {
    for (const [path, operations] of Object.entries(document.paths))
      for (const { security } of Object.values(operations))
        expect(security !== undefined, path).toBe(path.startsWith('/v1/partners/'));
    expect(document.components.securitySchemes).toEqual({
      partnerKey: expect.objectContaining({ type: 'http', scheme: 'bearer' }) as unknown,
    });
  });

  test('says of an offer that is sent which fields it must have', () => {
    const body = document.paths['/v1/partners/me/offers/{id}']?.['put']?.requestBody;
    const schema = body?.content['application/json']?.schema;
    expect(schema?.required).toEqual(['id', 'kind', 'title', 'provider']);
    expect(schema?.additionalProperties).toBe(false);
  });

  test('describes exactly the routes that are served, but itself', () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    const expected = [...new Set(served)].filter((route) => route !== 'get /openapi.json');
    expect(described.toSorted()).toEqual(expected.toSorted());
    expect(described).toContain('post /v1/offers/{id}/explanation');
  });

  test('gives every failure as problem+json', () => {
    for (const operation of Object.values(document.paths).flatMap(Object.values) as Operation[]) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (Number(status) < 400 || operation.operationId === 'sayReadiness') continue;
        expect(Object.keys(content ?? {}), `${operation.operationId} ${status}`).toEqual([
          'application/problem+json',
        ]);
      }
    }
  });

  test('names the limits of a request', () => {
    const { schemas } = document.components;
    expect(schemas['MatchRequest']?.properties?.['children']?.['maxItems']).toBe(LIMITS.children);
    expect(schemas['MatchRequest']?.properties?.['busy']?.['maxItems']).toBe(LIMITS.busySlots);
    expect(schemas['Child']?.properties?.['care']?.['maxItems']).toBe(LIMITS.careEntriesPerChild);
    expect(schemas['MatchRequest']).toMatchObject({ additionalProperties: false });
  });

  test('has every reference it makes', () => {
    const references = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name!);
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter((name) => !Object.hasOwn(document.components.schemas, name))).toEqual([]);
  });

  test('lists every code a field can have', () => {
    expect(FIELD_CODE_NAMES.toSorted()).toEqual(Object.keys(FIELD_CODES).toSorted());
  });
});
