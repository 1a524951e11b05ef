import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { LIMITS } from '../../../shared/contract/limits.ts';
import { matchAnswer } from '../../../shared/contract/match-answer.ts';
import { matchRequest } from '../../../shared/contract/match-request.ts';
import { toMatchAnswer } from '../../../shared/contract/to-match-answer.ts';
import { toSituation } from '../../../shared/contract/to-situation.ts';
import { matchSituation } from '../../../shared/use-cases/match-situation.ts';
import { answerFrameOf, sayIndexAge } from '../answer-frame.ts';
import type { ApiDeps } from '../api-deps.ts';
import type { ApiEnv } from '../api-env.ts';
import { jsonAnswer, POST_PROBLEMS, problemAnswer } from '../documented-answers.ts';
import { answerFailure, answerProblem } from '../problem.ts';
import { wordingFor } from '../wording.ts';

const route = createRoute({
  method: 'post',
  path: '/v1/matches',
  operationId: 'matchSituation',
  summary: 'Match the situation of a family against all current offers',
  description:
    'Anonymous; nothing of the body is stored or logged. The same body gives the same answer as long as `catalogue` and `region.today` are the same.',
  request: { body: { required: true, content: { 'application/json': { schema: matchRequest } } } },
  responses: {
    200: jsonAnswer('Matches with verdicts, reasons and gaps.', matchAnswer),
    ...POST_PROBLEMS,
    410: problemAnswer('catalogue-changed'),
  },
});

/** `POST /v1/matches`. */
export function addMatchSituation(app: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  app.openapi(route, async (c) => {
    const { limitPerVerdict, cursor, levers, explain, ...text } = c.req.valid('json');
    const situation = toSituation(text, deps.inUse);
    if (!situation.ok) return answerProblem(c, 'invalid-request', situation.failure);
    const matched = await matchSituation(deps, {
      situation: situation.value,
      limitPerVerdict,
      pageSize: LIMITS.pageOfMatches,
      explain,
      levers,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (!matched.ok) return answerFailure(c, matched.failure);
    const { result, page, next } = matched.value;
    sayIndexAge(c, matched.value.offers, deps.clock());
    c.header('Cache-Control', 'no-store');
    const wording = await wordingFor(c, deps.messagesIn, text.language);
    const frame = answerFrameOf(deps.inUse, matched.value);
    return c.json(toMatchAnswer(frame, result, { page, next, wording }), 200);
  });
}
