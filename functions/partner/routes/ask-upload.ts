import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { uploadAnswer, uploadRequest } from '../../../shared/contract/partner-upload.ts';
import { answerProblem } from '../../rest/answer-problem.ts';
import { jsonAnswer, problemAnswer } from '../../rest/documented-answers.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { partnerAllowed } from '../allowed-partner.ts';
import { PARTNER_PROBLEMS, WITH_KEY } from '../documented.ts';
import type { PartnerDeps } from '../partner-deps.ts';

const route = createRoute({
  ...WITH_KEY,
  method: 'post',
  path: '/v1/partners/me/uploads',
  operationId: 'askUpload',
  summary: 'Ask for an address to which a file of offers is put that is too large for a request',
  description:
    'Put exactly this file there with exactly the headers named, within 15 minutes; then order its import with POST /v1/partners/me/imports?upload=<sha256>. Asking changes nothing, so that it takes no Idempotency-Key; the address takes no key and no other file.',
  request: { body: { required: true, content: { 'application/json': { schema: uploadRequest } } } },
  responses: {
    200: jsonAnswer('The address.', uploadAnswer),
    400: problemAnswer('invalid-request'),
    ...PARTNER_PROBLEMS,
    413: problemAnswer('upload-too-large'),
    503: problemAnswer('temporary-reduced-capacity'),
  },
});

/** `POST /v1/partners/me/uploads`. */
export function addAskUpload(app: OpenAPIHono<RestEnv>, deps: PartnerDeps): void {
  const region = deps.inUse.region.id;
  app.openapi(route, async (c) => {
    const allowed = partnerAllowed(c, ['offers']);
    if (!allowed.ok) return answerProblem(c, allowed.failure);
    const { feed } = allowed.value;
    const { url, headers, until } = await deps.uploadLinks({ region, feed, ...c.req.valid('json') });
    c.header('Cache-Control', 'no-store');
    return c.json(
      { method: 'PUT' as const, url, headers: { ...headers }, until: new Date(until).toISOString() },
      200,
    );
  });
}
