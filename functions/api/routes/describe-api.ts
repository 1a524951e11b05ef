import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiEnv } from '../api-env.ts';

/** `GET /openapi.json`: the OpenAPI 3.1 document of all routes added before. Built once, on first use. */
export function addDescribeApi(app: OpenAPIHono<ApiEnv>): void {
  let text: string | undefined;
  app.get('/openapi.json', (c) => {
    text ??= JSON.stringify(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Vereinbar',
          version: '1.0.0',
          description:
            'Matches the situation of a family to local training, work and childcare: timetable, way and booked care of every child together. Times are local (Europe/Berlin), HH:MM; dates YYYY-MM-DD; money in cents. Absent = not known.',
          license: { name: 'EUPL-1.2' },
        },
        servers: [{ url: '/' }],
      }),
    );
    return c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' });
  });
}
