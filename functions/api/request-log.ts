import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { ApiDeps } from './api-deps.ts';
import type { ApiContext, ApiEnv } from './api-env.ts';
import { requestIdOf } from './request-id.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The template of the route that answered, such as `/v1/offers/:id`; never the path that was asked for. */
function routeTemplate(c: ApiContext): string {
  return (
    matchedRoutes(c)
      .map(({ path }) => path)
      .findLast((path) => !path.includes('*')) ?? 'unmatched'
  );
}

/** Gives each request its id and, when it is answered, its one log line. */
export function logRequest(deps: Pick<ApiDeps, 'clock' | 'log' | 'newRequestId'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const startedAt = deps.clock();
    const requestId = requestIdOf(c.env) ?? deps.newRequestId();
    c.set('requestId', requestId);
    await next();
    c.header('X-Request-Id', requestId);
    deps.log('request-completed', {
      route: routeTemplate(c),
      method: METHODS.includes(c.req.method) ? c.req.method : 'OTHER',
      status: c.res.status,
      durationMs: deps.clock() - startedAt,
      requestId,
    });
  };
}
