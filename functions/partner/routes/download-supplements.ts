import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { supplementFile, type TableKind } from '../../../shared/use-cases/supplement-table.ts';
import { answerProblem } from '../../rest/answer-problem.ts';
import { problemAnswer } from '../../rest/documented-answers.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { allowedPartner } from '../allowed-partner.ts';
import { PARTNER_PROBLEMS, WITH_KEY } from '../documented.ts';
import type { PartnerDeps } from '../partner-deps.ts';
import { answerFailure } from '../partner-problem.ts';
import { TABLE_TYPES } from '../table-kinds.ts';

function routeOf(kind: TableKind) {
  return createRoute({
    ...WITH_KEY,
    method: 'get',
    path: `/v1/partners/me/supplements.${kind}`,
    operationId: `downloadSupplements${kind === 'csv' ? 'Csv' : 'Xlsx'}`,
    summary: `The table in which a provider states what its feed does not say, as ${kind.toUpperCase()}`,
    description: `Every current course with what is stated of it: days, times, childcare, German at the start, absence. Fill it in and send it to POST /v1/partners/me/imports.${kind === 'xlsx' ? ' Send Accept with the media type of the file.' : ''}`,
    responses: {
      200: {
        description: 'The table.',
        content: { [TABLE_TYPES[kind]]: { schema: { type: 'string' as const } } },
      },
      ...PARTNER_PROBLEMS,
      503: problemAnswer('temporary-reduced-capacity', 'no-catalogue-yet'),
    },
  });
}

/** `GET /v1/partners/me/supplements.csv` and `.xlsx`. */
export function addDownloadSupplements(app: OpenAPIHono<RestEnv>, deps: PartnerDeps): void {
  for (const kind of ['csv', 'xlsx'] as const) {
    app.openapi(routeOf(kind), async (c) => {
      const allowed = allowedPartner(c, 'supplements');
      if (!allowed.ok) return answerProblem(c, allowed.failure);
      const { feed } = allowed.value;
      const file = await supplementFile(deps, { region: deps.inUse.region.id, feed, kind });
      if (!file.ok) return answerFailure(c, file.failure);
      c.header('Content-Type', TABLE_TYPES[kind]);
      c.header('Content-Disposition', `attachment; filename="${feed}.${kind}"`);
      c.header('Cache-Control', 'no-store');
      return c.body(new Uint8Array(file.value), 200);
    });
  }
}
