import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { offerAnswer } from '../../../shared/contract/offer-answer.ts';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import { readOffer } from '../../../shared/use-cases/read-offer.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../api-env.ts';
import { isUnchanged, PUBLIC_CACHING } from '../conditional.ts';
import { jsonAnswer, problemAnswer } from '../documented-answers.ts';
import { offerPath } from '../offer-path.ts';
import { answerFailure } from '../problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/offers/{id}',
  operationId: 'readOffer',
  summary: 'One offer in full',
  description:
    'Every field the matcher uses, so that a verdict can be worked out again. Send the ETag back as If-None-Match.',
  request: { params: offerPath },
  responses: {
    200: jsonAnswer('The offer.', offerAnswer),
    304: { description: 'The offer is what the ETag names.' },
    404: problemAnswer('offer-not-found'),
    406: problemAnswer('not-acceptable'),
    500: problemAnswer('internal-error'),
    503: problemAnswer('temporary-reduced-capacity', 'no-catalogue-yet'),
  },
});

/** `GET /v1/offers/{id}`. The ETag is the digest of the body. */
export function addReadOffer(app: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  app.openapi(route, async (c) => {
    const read = await readOffer(deps, { offer: c.req.valid('param').id });
    if (!read.ok) return answerFailure(c, read.failure);
    const answer = toOfferAnswer(read.value);
    const etag = `"${deps.seal.digest(JSON.stringify(answer))}"`;
    c.header('ETag', etag);
    c.header('Cache-Control', PUBLIC_CACHING);
    return isUnchanged(c.req.header('if-none-match'), etag) ? c.body(null, 304) : c.json(answer, 200);
  });
}
