import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { fieldErrors } from '../../shared/contract/field-errors.ts';
import { LIMITS } from '../../shared/contract/limits.ts';
import { acceptsJson } from '../rest/accepts-json.ts';
import { addSecurityHeaders } from '../rest/json-security-headers.ts';
import { logRequest } from '../rest/request-log.ts';
import { answerUnmatched } from '../rest/unmatched.ts';
import type { ApiDeps } from './api-deps.ts';
import type { ApiContext, ApiEnv } from './api-env.ts';
import { answerProblem } from './problem.ts';
import { addBrowseOffers } from './routes/browse-offers.ts';
import { addDescribeApi } from './routes/describe-api.ts';
import { addExplainOffer } from './routes/explain-offer.ts';
import { addMatchSituation } from './routes/match-situation.ts';
import { addReadOffer } from './routes/read-offer.ts';
import { addHealth } from './routes/say-health.ts';
import { addShareServices } from './routes/share-services.ts';

/** Failures that hono and its validators throw: 415, and 400 for a body that is no JSON. */
function answerThrown(error: Error, c: ApiContext, deps: ApiDeps): Response {
  if (error instanceof HTTPException && error.status === 415)
    return answerProblem(c, 'unsupported-media-type');
  if (error instanceof HTTPException && error.status === 400)
    return answerProblem(c, 'invalid-request', [{ pointer: '', code: 'not-json' }]);
  deps.log('request-failed', { requestId: c.get('requestId'), error: error.name });
  return answerProblem(c, 'internal-error');
}

/** The JSON API as a pure function of what it depends on; the same object runs in a Lambda, locally and in tests. */
export function createApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const app = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      return answerProblem(
        c,
        'invalid-request',
        fieldErrors(result.error.issues, 'data' in result ? result.data : undefined),
      );
    },
  });
  app.use(logRequest(deps));
  app.use(addSecurityHeaders());
  app.use(
    bodyLimit({ maxSize: LIMITS.bodyBytes, onError: (c: ApiContext) => answerProblem(c, 'body-too-large') }),
  );
  app.use(async (c, next) => {
    if (!acceptsJson(c.req.header('accept'))) return answerProblem(c, 'not-acceptable');
    await next();
    return undefined;
  });
  addMatchSituation(app, deps);
  addExplainOffer(app, deps);
  addBrowseOffers(app, deps);
  addReadOffer(app, deps);
  addShareServices(app, deps);
  addHealth(app, deps);
  addDescribeApi(app);
  app.notFound((c) => answerUnmatched(app, c));
  app.onError((error, c) => answerThrown(error, c, deps));
  return app;
}
