import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { offerAnswer } from '../../../shared/contract/offer-answer.ts';
import { toOfferAnswer } from '../../../shared/contract/to-offer-answer.ts';
import { readPartnerOffer } from '../../../shared/use-cases/read-partner-offer.ts';
import { answerProblem } from '../../rest/answer-problem.ts';
import { jsonAnswer, problemAnswer } from '../../rest/documented-answers.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { allowedOffer } from '../allowed-partner.ts';
import { ETAG_HEADER, ownOfferPath, PARTNER_PROBLEMS, WITH_KEY } from '../documented.ts';
import type { PartnerDeps } from '../partner-deps.ts';
import { answerFailure } from '../partner-problem.ts';
import { etagOf } from '../preconditions.ts';

const route = createRoute({
  ...WITH_KEY,
  method: 'get',
  path: '/v1/partners/me/offers/{id}',
  operationId: 'readPartnerOffer',
  summary: "Read an offer of one's own as it is stored",
  description: 'Its ETag is what If-Match names. Unlike GET /v1/offers/{id} it never lags behind a write.',
  request: { params: ownOfferPath },
  responses: {
    200: { ...jsonAnswer('The offer.', offerAnswer), headers: ETAG_HEADER },
    ...PARTNER_PROBLEMS,
    404: problemAnswer('offer-not-found'),
    503: problemAnswer('temporary-reduced-capacity'),
  },
});

/** `GET /v1/partners/me/offers/{id}`. */
export function addReadOwnOffer(app: OpenAPIHono<RestEnv>, deps: PartnerDeps): void {
  app.openapi(route, async (c) => {
    const allowed = allowedOffer(c, c.req.valid('param').id);
    if (!allowed.ok) return answerProblem(c, allowed.failure);
    const { partner, id } = allowed.value;
    const read = await readPartnerOffer(deps, partner.feed, id);
    if (!read.ok) return answerFailure(c, read.failure);
    c.header('ETag', etagOf(read.value.version));
    c.header('Cache-Control', 'no-store');
    return c.json(toOfferAnswer(read.value.offer), 200);
  });
}
