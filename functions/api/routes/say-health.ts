import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { readinessAnswer } from '../../../shared/contract/readiness-answer.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../api-env.ts';
import { jsonAnswer } from '../documented-answers.ts';

const healthz = createRoute({
  method: 'get',
  path: '/healthz',
  operationId: 'sayHealth',
  summary: 'Whether the process answers',
  responses: { 200: jsonAnswer('It does.', z.strictObject({ ok: z.literal(true) })) },
});

const readyz = createRoute({
  method: 'get',
  path: '/readyz',
  operationId: 'sayReadiness',
  summary: 'Whether there are offers to answer from, and how old they are',
  responses: {
    200: jsonAnswer('Ready; degraded says whether the offers are overdue.', readinessAnswer),
    503: jsonAnswer('Nothing to answer from yet, or not all of it.', readinessAnswer),
  },
});

/** `GET /healthz` and `GET /readyz`. */
export function addHealth(app: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  app.openapi(healthz, (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ ok: true as const }, 200);
  });
  app.openapi(readyz, async (c) => {
    c.header('Cache-Control', 'no-store');
    const read = await deps.currentOffers.read();
    if (!read.ok) {
      c.header('Retry-After', '2');
      const degraded = read.failure === 'store-unavailable';
      return c.json({ ready: false, degraded, offers: 0, sampleOffers: 0, feeds: [] }, 503);
    }
    const { fingerprint, offers, feeds, sampleCount, checkedAt, degraded } = read.value;
    const loaded = new Set(feeds.map(({ pointer }) => pointer.feed));
    const awaited = (deps.awaitedFeeds?.() ?? []).filter((feed) => !loaded.has(feed));
    if (awaited.length > 0) c.header('Retry-After', '2');
    const secondsSince = (instant: number) => Math.max(0, Math.floor((deps.clock() - instant) / 1000));
    return c.json(
      {
        ready: awaited.length === 0,
        degraded,
        catalogue: fingerprint,
        offers: offers.length,
        sampleOffers: sampleCount,
        feeds: feeds.map(({ pointer, catalogue }) => ({
          feed: pointer.feed,
          sequence: pointer.sequence,
          offers: catalogue.entries.length,
          ageSeconds: secondsSince(pointer.lastSeenAt),
        })),
        ...(awaited.length > 0 && { awaited }),
        checkedSecondsAgo: secondsSince(checkedAt),
      },
      awaited.length === 0 ? 200 : 503,
    );
  });
}
