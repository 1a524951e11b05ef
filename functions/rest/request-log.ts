import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Clock } from '../../shared/ports/clock.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import { requestIdOf } from './request-id.ts';

/** Types of the context of an app behind the front door. `requestId` is ours, never the caller's. */
export type RestEnv = { Variables: { requestId: string } };

/** What logging requests takes from outside; `newRequestId` for a request that comes without one of ours. */
export type RequestLogDeps = {
  readonly clock: Clock;
  readonly log: EventLog;
  readonly newRequestId: () => string;
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The template of the route that answered, such as `/v1/offers/:id`; never the path that was asked for. */
function routeTemplate(c: Context<RestEnv>): string {
  return (
    matchedRoutes(c)
      .map(({ path }) => path)
      .findLast((path) => !path.includes('*')) ?? 'unmatched'
  );
}

/** Gives each request its id and, when it is answered, its one log line. */
export function logRequest(deps: RequestLogDeps): MiddlewareHandler<RestEnv> {
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
