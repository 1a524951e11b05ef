import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { importReport } from '../../../shared/contract/partner-import.ts';
import { readPartnerImport } from '../../../shared/use-cases/partner-import.ts';
import { answerProblem } from '../../rest/answer-problem.ts';
import { jsonAnswer, problemAnswer } from '../../rest/documented-answers.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { partnerAllowed } from '../allowed-partner.ts';
import { PARTNER_PROBLEMS, WITH_KEY } from '../documented.ts';
import type { PartnerDeps } from '../partner-deps.ts';
import { answerFailure } from '../partner-problem.ts';

const route = createRoute({
  ...WITH_KEY,
  method: 'get',
  path: '/v1/partners/me/imports/{id}',
  operationId: 'readImport',
  summary: 'What became of a file or table that was sent',
  request: { params: z.strictObject({ id: z.string().meta({ description: 'The id of the report.' }) }) },
  responses: {
    200: jsonAnswer('The report.', importReport),
    ...PARTNER_PROBLEMS,
    404: problemAnswer('import-not-found'),
    503: problemAnswer('temporary-reduced-capacity'),
  },
});

const IMPORT_ID = /^[0-9a-f]{32}$/;

/** `GET /v1/partners/me/imports/{id}`. */
export function addReadImport(app: OpenAPIHono<RestEnv>, deps: PartnerDeps): void {
  app.openapi(route, async (c) => {
    const allowed = partnerAllowed(c, ['offers', 'supplements']);
    if (!allowed.ok) return answerProblem(c, allowed.failure);
    const { id } = c.req.valid('param');
    if (!IMPORT_ID.test(id)) return answerProblem(c, 'import-not-found');
    const about = { partner: allowed.value, region: deps.inUse.region.id, id };
    const read = await readPartnerImport(deps, about);
    if (!read.ok) return answerFailure(c, read.failure);
    c.header('Cache-Control', 'no-store');
    return c.json(importReport.parse(JSON.parse(read.value)), 200);
  });
}
