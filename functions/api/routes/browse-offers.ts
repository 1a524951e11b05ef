import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { browseAnswer, browseQuery } from '../../../shared/contract/browse-query.ts';
import { LIMITS } from '../../../shared/contract/limits.ts';
import { toOfferCard } from '../../../shared/contract/offer-card.ts';
import { browseOffers, firstDayOf } from '../../../shared/use-cases/browse-offers.ts';
import { answerFrameOf, sayIndexAge } from '../answer-frame.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../api-env.ts';
import { isUnchanged, PUBLIC_CACHING } from '../conditional.ts';
import { jsonAnswer, problemAnswer } from '../documented-answers.ts';
import { answerFailure } from '../problem.ts';

const route = createRoute({
  method: 'get',
  path: '/v1/offers',
  operationId: 'browseOffers',
  summary: 'Browse the current offers',
  description: 'All offers that are not over, those outside every goal too; narrowed by the filters given.',
  request: { query: browseQuery },
  responses: {
    200: jsonAnswer('A page of offers.', browseAnswer),
    304: { description: 'The page is what the ETag names.' },
    400: problemAnswer('invalid-request'),
    406: problemAnswer('not-acceptable'),
    410: problemAnswer('catalogue-changed'),
    500: problemAnswer('internal-error'),
    503: problemAnswer('temporary-reduced-capacity', 'no-catalogue-yet'),
  },
});

/** `GET /v1/offers`. */
export function addBrowseOffers(app: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  app.openapi(route, async (c) => {
    const { near, cursor, limit, ...filters } = c.req.valid('query');
    const browsed = await browseOffers(deps, {
      filters,
      limit: limit ?? LIMITS.pageOfOffers.usual,
      ...(near === undefined ? {} : { near }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!browsed.ok) return answerFailure(c, browsed.failure);
    const { total, timesNotKnown, page, next } = browsed.value;
    const answer = {
      ...answerFrameOf(deps.inUse, browsed.value),
      total,
      timesNotKnown,
      offers: page.map((offer) => toOfferCard(offer, { place: offer.places[0], first: firstDayOf(offer) })),
      next,
    };
    sayIndexAge(c, browsed.value.offers, deps.clock());
    const etag = `"${deps.seal.digest(JSON.stringify(answer))}"`;
    c.header('ETag', etag);
    c.header('Cache-Control', PUBLIC_CACHING);
    return isUnchanged(c.req.header('if-none-match'), etag) ? c.body(null, 304) : c.json(answer, 200);
  });
}
