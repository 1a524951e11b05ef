import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { withdrawPartnerOffer } from '../../../shared/use-cases/withdraw-partner-offer.ts';
import { answerProblem } from '../../rest/answer-problem.ts';
import { problemAnswer } from '../../rest/documented-answers.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { allowedOffer } from '../allowed-partner.ts';
import { ifMatch, ownOfferPath, PARTNER_PROBLEMS, WITH_KEY } from '../documented.ts';
import type { PartnerDeps } from '../partner-deps.ts';
import { answerFailure, answerStale } from '../partner-problem.ts';
import { versionsIn } from '../preconditions.ts';

const route = createRoute({
  ...WITH_KEY,
  method: 'delete',
  path: '/v1/partners/me/offers/{id}',
  operationId: 'deletePartnerOffer',
  summary: "Withdraw an offer of one's own",
  description: 'If-Match names the version that is meant. A tombstone stays in the change log.',
  request: { params: ownOfferPath, headers: ifMatch },
  responses: {
    204: { description: 'The offer is withdrawn; people see it for a minute at most.' },
    ...PARTNER_PROBLEMS,
    404: problemAnswer('offer-not-found'),
    409: problemAnswer('feed-imported'),
    412: problemAnswer('version-changed'),
    428: problemAnswer('precondition-required'),
    503: problemAnswer('temporary-reduced-capacity', 'feed-busy'),
  },
});

/** `DELETE /v1/partners/me/offers/{id}`. */
export function addWithdrawOffer(app: OpenAPIHono<RestEnv>, deps: PartnerDeps): void {
  app.openapi(route, async (c) => {
    const allowed = allowedOffer(c, c.req.valid('param').id);
    if (!allowed.ok) return answerProblem(c, allowed.failure);
    const { partner, id } = allowed.value;
    const versions = versionsIn(c.req.header('if-match'));
    if (versions === undefined) return answerProblem(c, 'precondition-required');
    const owner = `partner-${c.get('requestId')}`;
    const done = await withdrawPartnerOffer(deps, { partner, id, versions, owner });
    if (done.ok) return c.body(null, 204);
    const { failure } = done;
    return failure.code === 'stale' ? answerStale(c, failure.version) : answerFailure(c, failure.code);
  });
}
