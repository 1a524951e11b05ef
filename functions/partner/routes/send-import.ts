import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as z from 'zod';
import { FILE_TYPES, importReport } from '../../../shared/contract/partner-import.ts';
import { sha256Text } from '../../../shared/contract/partner-upload.ts';
import type { Partner } from '../../../shared/domain/partner/partner.ts';
import { failed, ok, type Result } from '../../../shared/domain/result.ts';
import { importPartnerTable } from '../../../shared/use-cases/partner-import.ts';
import { todayOf } from '../../../shared/use-cases/region-in-use.ts';
import { FILE_FORMATS, sendPartnerFile } from '../../../shared/use-cases/send-partner-file.ts';
import type { FieldError } from '../../../shared/contract/field-errors.ts';
import { answerProblem } from '../../rest/answer-problem.ts';
import { jsonAnswer, problemAnswer } from '../../rest/documented-answers.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { partnerAllowed } from '../allowed-partner.ts';
import { PARTNER_PROBLEMS, WITH_KEY } from '../documented.ts';
import type { PartnerDeps } from '../partner-deps.ts';
import { answerFailure } from '../partner-problem.ts';
import { idempotencyKeyIn } from '../preconditions.ts';
import { tableKindOf } from '../table-kinds.ts';

const query = z.strictObject({
  dryRun: z.enum(['true', 'false']).optional(),
  format: z
    .enum(FILE_FORMATS)
    .optional()
    .meta({ description: 'How the file of offers is read; absent = told by its content.' }),
  map: z
    .string()
    .optional()
    .meta({ description: 'Name of a column map of the region, for a table of offers: kurse.' }),
  upload: sha256Text.optional().meta({
    description: 'SHA-256 of a file that was put to an address of POST …/uploads; the body is empty.',
  }),
});
const located = {
  Location: { description: 'Where the report stays.', schema: { type: 'string' as const } },
};

const route = createRoute({
  ...WITH_KEY,
  method: 'post',
  path: '/v1/partners/me/imports',
  operationId: 'sendImport',
  summary: 'Send all offers of a feed as a file, or the filled-in table of supplements',
  description:
    "What the key allows decides which it is. A key for offers: a file of all offers of the partner's feed in any format that feeds have (its own Content-Type or application/octet-stream), packed with gzip or not. It passes the same readers, guards and quarantine as every feed; what it no longer holds is withdrawn after two files at least a day apart; from then on offers of the feed are not written one by one. The answer is 202, and the report tells what became of it, with dryRun what would. A key for supplements: the table, as CSV or XLSX; the answer is 201 with the report; of an offer with a fault nothing is stated, the others count. Sent again with the same Idempotency-Key within 24 hours, the same report is given and nothing done twice.",
  request: {
    headers: z.object({
      'idempotency-key': z.string().meta({
        description: 'A text in double quotes, new for each new request.',
        examples: ['"8e03978e"'],
      }),
    }),
    query,
    body: {
      content: Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: { type: 'string' as const } }])),
    },
  },
  responses: {
    201: { ...jsonAnswer('The report of a table.', importReport), headers: located },
    202: { ...jsonAnswer('The report of a file as far as it is.', importReport), headers: located },
    400: problemAnswer('invalid-request'),
    ...PARTNER_PROBLEMS,
    409: problemAnswer('import-running'),
    413: problemAnswer('upload-too-large'),
    415: problemAnswer('not-a-table'),
    422: problemAnswer('key-used-otherwise'),
    503: problemAnswer('temporary-reduced-capacity', 'no-catalogue-yet'),
  },
});

type Wanted = {
  readonly partner: Partner;
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly query: z.output<typeof query>;
};

/** `POST /v1/partners/me/imports`. */
export function addSendImport(app: OpenAPIHono<RestEnv>, deps: PartnerDeps): void {
  const region = deps.inUse.region.id;
  app.openapi(route, async (c) => {
    const allowed = partnerAllowed(c, ['offers', 'supplements']);
    if (!allowed.ok) return answerProblem(c, allowed.failure);
    const partner = allowed.value;
    const key = idempotencyKeyIn(c.req.header('idempotency-key'));
    if (key === undefined)
      return answerProblem(c, 'invalid-request', [
        { pointer: '/idempotency-key', code: 'not-an-idempotency-key' },
      ]);
    const isFile = partner.scopes.includes('offers');
    const kind = tableKindOf(c.req.header('content-type'));
    if (!isFile && kind === undefined) return answerProblem(c, 'not-a-table');
    const wanted: Wanted = {
      partner,
      key,
      bytes: new Uint8Array(await c.req.arrayBuffer()),
      query: c.req.valid('query'),
    };
    const dryRun = wanted.query.dryRun === 'true';
    if (isFile || kind === undefined) {
      const file = fileOf(deps, wanted);
      if (!file.ok) return answerProblem(c, 'invalid-request', [file.failure]);
      const sent = await sendPartnerFile(deps, { partner, region, key, dryRun, ...file.value });
      return sent.ok ? c.json(reportIn(c, sent.value), 202) : answerFailure(c, sent.failure);
    }
    const foreign = (['format', 'map', 'upload'] as const).find((name) => wanted.query[name] !== undefined);
    if (foreign !== undefined)
      return answerProblem(c, 'invalid-request', [{ pointer: `/${foreign}`, code: 'only-of-offers' }]);
    const today = todayOf(deps.inUse, deps.clock());
    const table = { partner, region, today, key, kind, bytes: wanted.bytes, dryRun };
    const done = await importPartnerTable(deps, table);
    return done.ok ? c.json(reportIn(c, done.value), 201) : answerFailure(c, done.failure);
  });
}

function reportIn(c: Context<RestEnv>, text: string): z.output<typeof importReport> {
  const report = importReport.parse(JSON.parse(text));
  c.header('Location', `/v1/partners/me/imports/${report.id}`);
  c.header('Cache-Control', 'no-store');
  return report;
}

type File = Pick<Parameters<typeof sendPartnerFile>[1], 'content' | 'format' | 'map'>;

/** What is sent: a body, or the name of what was uploaded, and how it is to be read. */
function fileOf({ mapNames }: PartnerDeps, { bytes, query: said }: Wanted): Result<File, FieldError> {
  const { format, map, upload } = said;
  if (map !== undefined && !mapNames.includes(map)) return failed({ pointer: '/map', code: 'not-one-of' });
  const isTable = format === undefined || format === 'table';
  if (map !== undefined && !isTable) return failed({ pointer: '/map', code: 'only-of-tables' });
  if ((upload === undefined) === (bytes.length === 0)) return failed({ pointer: '', code: 'one-of-several' });
  return ok({
    content: upload === undefined ? { bytes } : { sha256: upload },
    ...(format !== undefined && { format }),
    ...(map !== undefined && { map }),
  });
}
