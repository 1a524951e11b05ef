import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { explanationAnswer } from '../../../shared/contract/match-answer.ts';
import { explanationRequest } from '../../../shared/contract/match-request.ts';
import { toExplanationAnswer } from '../../../shared/contract/to-match-answer.ts';
import { toSituation } from '../../../shared/contract/to-situation.ts';
import { explainOffer } from '../../../shared/use-cases/explain-offer.ts';
import { answerFrameOf, sayIndexAge } from '../answer-frame.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../api-env.ts';
import { jsonAnswer, POST_PROBLEMS, problemAnswer } from '../documented-answers.ts';
import { offerPath } from '../offer-path.ts';
import { answerFailure, answerProblem } from '../problem.ts';
import { wordingFor } from '../wording.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/offers/{id}/explanation',
  operationId: 'explainOffer',
  summary: 'Explain one offer for the situation of a family',
  description: 'All criteria with their facts, also for an offer that a match would leave out.',
  request: {
    params: offerPath,
    body: { required: true, content: { 'application/json': { schema: explanationRequest } } },
  },
  responses: {
    200: jsonAnswer('The offer with its verdict and reasons.', explanationAnswer),
    ...POST_PROBLEMS,
    404: problemAnswer('offer-not-found'),
  },
});

/** `POST /v1/offers/{id}/explanation`. */
export function addExplainOffer(app: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  app.openapi(route, async (c) => {
    const text = c.req.valid('json');
    const situation = toSituation(text, deps.inUse);
    if (!situation.ok) return answerProblem(c, 'invalid-request', situation.failure);
    const explained = await explainOffer(deps, {
      situation: situation.value,
      offer: c.req.valid('param').id,
    });
    if (!explained.ok) return answerFailure(c, explained.failure);
    sayIndexAge(c, explained.value.offers, deps.clock());
    c.header('Cache-Control', 'no-store');
    const wording = await wordingFor(c, deps.messagesIn, text.language);
    const frame = answerFrameOf(deps.inUse, explained.value);
    return c.json(toExplanationAnswer(frame, explained.value, wording), 200);
  });
}
