import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { openapiDocument } from './openapi-document.ts';

// Writes the OpenAPI document after a route or a schema of the contract was changed:
// node --import tsx test/support/write-openapi.ts

const target = new URL('../../functions/api/openapi.json', import.meta.url);
writeFileSync(
  target,
  await format(JSON.stringify(await openapiDocument()), { parser: 'json', printWidth: 110 }),
);
