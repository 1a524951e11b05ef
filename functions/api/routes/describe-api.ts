import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';

/**
 * `GET /openapi.json`: the OpenAPI 3.1 document of this API and of what partners write. It is made of their routes by
 * test/support/write-openapi.ts and is read when first asked for, so that no function carries what makes it.
 */
export function addDescribeApi(app: OpenAPIHono<ApiEnv>): void {
  let text: string | undefined;
  app.get('/openapi.json', async (c) => {
    text ??= JSON.stringify((await import('../openapi.json', { with: { type: 'json' } })).default);
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' });
  });
}
