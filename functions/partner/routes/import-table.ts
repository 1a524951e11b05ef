import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import { importReport } from '../../../shared/contract/partner-import.ts';
import { importPartnerTable } from '../../../shared/use-cases/partner-import.ts';
import { todayOf } from '../../../shared/use-cases/region-in-use.ts';
import { answerProblem } from '../../rest/answer-problem.ts';
import { jsonAnswer, problemAnswer } from '../../rest/documented-answers.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { allowedPartner } from '../allowed-partner.ts';
import { PARTNER_PROBLEMS, WITH_KEY } from '../documented.ts';
import type { PartnerDeps } from '../partner-deps.ts';
import { answerFailure } from '../partner-problem.ts';
import { idempotencyKeyIn } from '../preconditions.ts';
import { TABLE_TYPES, tableKindOf } from '../table-kinds.ts';

const route = createRoute({
  ...WITH_KEY,
  method: 'post',
  path: '/v1/partners/me/imports',
  operationId: 'importTable',
  summary: 'Send the filled-in table of supplements',
  description:
    'Every fault is named by line and column; of an offer with a fault nothing is stated, the others count. With dryRun nothing is stored. Sent again with the same Idempotency-Key within 24 hours, the same report is given and nothing done twice.',
  request: {
    headers: z.object({
      'idempotency-key': z.string().meta({
        description: 'A text in double quotes, new for each new request.',
        examples: ['"8e03978e"'],
      }),
    }),
    query: z.strictObject({ dryRun: z.enum(['true', 'false']).optional() }),
    body: {
      required: true,
      content: {
        [TABLE_TYPES.csv]: { schema: { type: 'string' as const } },
        [TABLE_TYPES.xlsx]: { schema: { type: 'string' as const } },
      },
    },
  },
  responses: {
    201: {
      ...jsonAnswer('The report.', importReport),
      headers: { Location: { description: 'Where the report stays.', schema: { type: 'string' as const } } },
    },
    400: problemAnswer('invalid-request'),
    ...PARTNER_PROBLEMS,
    409: problemAnswer('import-running'),
    413: problemAnswer('upload-too-large'),
    415: problemAnswer('not-a-table'),
    422: problemAnswer('key-used-otherwise'),
    503: problemAnswer('temporary-reduced-capacity', 'no-catalogue-yet'),
  },
});

/** `POST /v1/partners/me/imports`. */
export function addImportTable(app: OpenAPIHono<RestEnv>, deps: PartnerDeps): void {
  app.openapi(route, async (c) => {
    const allowed = allowedPartner(c, 'supplements');
    if (!allowed.ok) return answerProblem(c, allowed.failure);
    const key = idempotencyKeyIn(c.req.header('idempotency-key'));
    if (key === undefined)
      return answerProblem(c, 'invalid-request', [
        { pointer: '/idempotency-key', code: 'not-an-idempotency-key' },
      ]);
    const kind = tableKindOf(c.req.header('content-type'));
    if (kind === undefined) return answerProblem(c, 'not-a-table');
    const done = await importPartnerTable(deps, {
      partner: allowed.value,
      region: deps.inUse.region.id,
      today: todayOf(deps.inUse, deps.clock()),
      key,
      kind,
      bytes: new Uint8Array(await c.req.arrayBuffer()),
      dryRun: c.req.valid('query').dryRun === 'true',
    });
    if (!done.ok) return answerFailure(c, done.failure);
    const report = importReport.parse(JSON.parse(done.value));
    c.header('Location', `/v1/partners/me/imports/${report.id}`);
    c.header('Cache-Control', 'no-store');
    return c.json(report, 201);
  });
}
