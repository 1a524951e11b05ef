import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { fieldErrors } from '../../shared/contract/field-errors.ts';
import { LIMITS } from '../../shared/contract/limits.ts';
import { StoreUnavailable } from '../../shared/ports/store-failures.ts';
import { answerProblem } from '../rest/answer-problem.ts';
import { addSecurityHeaders } from '../rest/json-security-headers.ts';
import { logRequest, type RestEnv } from '../rest/request-log.ts';
import { answerUnmatched } from '../rest/unmatched.ts';
import { PARTNER_KEY } from './documented.ts';
import { limitRequests } from './limit-requests.ts';
import type { PartnerDeps } from './partner-deps.ts';
import { addAskUpload } from './routes/ask-upload.ts';
import { addDownloadSupplements } from './routes/download-supplements.ts';
import { addPutOffer } from './routes/put-offer.ts';
import { addReadImport } from './routes/read-import.ts';
import { addReadOwnOffer } from './routes/read-own-offer.ts';
import { addSendImport } from './routes/send-import.ts';
import { addWithdrawOffer } from './routes/withdraw-offer.ts';

function answerThrown(error: Error, c: Context<RestEnv>, deps: PartnerDeps): Response {
  if (error instanceof HTTPException && error.status === 400)
    return answerProblem(c, 'invalid-request', [{ pointer: '', code: 'not-json' }]);
  deps.log('request-failed', { requestId: c.get('requestId'), error: error.name });
  return answerProblem(
    c,
    error instanceof StoreUnavailable ? 'temporary-reduced-capacity' : 'internal-error',
  );
}

/**
 * What partners write and send, as a pure function of what it depends on. Whoever asks was recognised before by the
 * authorizer at the front door; without one every route answers 401.
 */
export function createPartnerApi(deps: PartnerDeps): OpenAPIHono<RestEnv> {
  const app = new OpenAPIHono<RestEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const submitted = 'data' in result ? result.data : undefined;
      return answerProblem(c, 'invalid-request', fieldErrors(result.error.issues, submitted));
    },
  });
  const tooLarge = (c: Context<RestEnv>) => answerProblem(c, 'upload-too-large');
  app.use(logRequest(deps));
  app.use(addSecurityHeaders());
  app.use('/v1/partners/me/*', limitRequests(deps));
  app.use('/v1/partners/me/offers/*', bodyLimit({ maxSize: LIMITS.offerBytes, onError: tooLarge }));
  app.use('/v1/partners/me/uploads', bodyLimit({ maxSize: LIMITS.bodyBytes, onError: tooLarge }));
  app.use('/v1/partners/me/imports', bodyLimit({ maxSize: LIMITS.tableBytes, onError: tooLarge }));
  app.openAPIRegistry.registerComponent('securitySchemes', PARTNER_KEY, {
    type: 'http',
    scheme: 'bearer',
    description: 'The key that the operator has issued.',
  });
  addPutOffer(app, deps);
  addReadOwnOffer(app, deps);
  addWithdrawOffer(app, deps);
  addDownloadSupplements(app, deps);
  addSendImport(app, deps);
  addAskUpload(app, deps);
  addReadImport(app, deps);
  app.notFound((c) => answerUnmatched(app, c));
  app.onError((error, c) => answerThrown(error, c, deps));
  return app;
}
