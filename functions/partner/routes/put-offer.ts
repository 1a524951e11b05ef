import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import * as z from 'zod';
import type { FieldCode } from '../../../shared/contract/field-codes.ts';
import { fieldErrors, type FieldError } from '../../../shared/contract/field-errors.ts';
import { offerReceipt, partnerOffer, partnerOfferSchema } from '../../../shared/contract/partner-offer.ts';
import type { FeedId, OfferId } from '../../../shared/domain/offer/offer-id.ts';
import {
  putPartnerOffer,
  type Belief,
  type NotAdmitted,
} from '../../../shared/use-cases/put-partner-offer.ts';
import { answerProblem } from '../../rest/answer-problem.ts';
import { jsonAnswer, problemAnswer } from '../../rest/documented-answers.ts';
import type { RestEnv } from '../../rest/request-log.ts';
import { allowedOffer, ownOfferId } from '../allowed-partner.ts';
import { ETAG_HEADER, ifMatch, ownOfferPath, PARTNER_PROBLEMS, WITH_KEY } from '../documented.ts';
import type { PartnerDeps } from '../partner-deps.ts';
import { answerFailure, answerStale } from '../partner-problem.ts';
import { asksForNew, etagOf, versionsIn } from '../preconditions.ts';

const route = createRoute({
  ...WITH_KEY,
  method: 'put',
  path: '/v1/partners/me/offers/{id}',
  operationId: 'putPartnerOffer',
  summary: "Write an offer of one's own",
  description:
    'If-Match names the version that is replaced, If-None-Match: * says that there is none yet. The offer passes the rules of every import: of a place of refuge only its telephone is kept, persons are left out. Writing what is there already does nothing.',
  request: {
    params: ownOfferPath,
    headers: ifMatch.extend({ 'if-none-match': z.string().optional().meta({ description: '* alone.' }) }),
    body: { required: true, content: { 'application/json': { schema: partnerOfferSchema() } } },
  },
  responses: {
    200: { ...jsonAnswer('The offer was changed, or was so already.', offerReceipt), headers: ETAG_HEADER },
    201: { ...jsonAnswer('The offer was created.', offerReceipt), headers: ETAG_HEADER },
    400: problemAnswer('invalid-request'),
    ...PARTNER_PROBLEMS,
    404: problemAnswer('offer-not-found'),
    409: problemAnswer('feed-full', 'feed-imported'),
    412: problemAnswer('version-changed'),
    413: problemAnswer('upload-too-large'),
    415: problemAnswer('unsupported-media-type'),
    428: problemAnswer('precondition-required'),
    503: problemAnswer('temporary-reduced-capacity', 'feed-busy'),
  },
});

const ADMISSION_CODES: Readonly<Record<NotAdmitted, FieldCode>> = {
  'text-garbled': 'text-garbled',
  'record-is-test': 'record-is-test',
  'record-ended': 'record-ended',
  'id-invalid': 'not-an-offer-id',
  'record-invalid': 'wrong-type',
};

/** Faults of a body that the shape of an offer alone does not show. */
function faultsOf(
  offer: z.output<typeof partnerOffer>,
  about: { readonly feed: FeedId; readonly id: OfferId },
): readonly FieldError[] {
  const faults: FieldError[] = [];
  if (ownOfferId(about.feed, offer.id) !== about.id) faults.push({ pointer: '/id', code: 'not-a-path-id' });
  if (offer.freshness?.sample === true) faults.push({ pointer: '/freshness/sample', code: 'sample-refused' });
  return faults;
}

function beliefOf(ifMatchHeader: string | undefined, ifNoneMatch: string | undefined): Belief | undefined {
  const versions = versionsIn(ifMatchHeader);
  if (versions !== undefined) return { isNew: false, versions };
  return asksForNew(ifNoneMatch) ? { isNew: true } : undefined;
}

function parsedJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** `PUT /v1/partners/me/offers/{id}`. */
export function addPutOffer(app: OpenAPIHono<RestEnv>, deps: PartnerDeps): void {
  app.openapi(route, async (c) => {
    const allowed = allowedOffer(c, c.req.valid('param').id);
    if (!allowed.ok) return answerProblem(c, allowed.failure);
    const { partner, id } = allowed.value;
    const belief = beliefOf(c.req.header('if-match'), c.req.header('if-none-match'));
    if (belief === undefined) return answerProblem(c, 'precondition-required');
    if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(c.req.header('content-type') ?? ''))
      return answerProblem(c, 'unsupported-media-type');
    const json = parsedJson(await c.req.text());
    if (json === undefined) return answerProblem(c, 'invalid-request', [{ pointer: '', code: 'not-json' }]);
    const parsed = partnerOffer.safeParse(json.value);
    if (!parsed.success)
      return answerProblem(c, 'invalid-request', fieldErrors(parsed.error.issues, json.value));
    const faults = faultsOf(parsed.data, { feed: partner.feed, id });
    if (faults.length > 0) return answerProblem(c, 'invalid-request', faults);

    const owner = `partner-${c.get('requestId')}`;
    const put = await putPartnerOffer(deps, { partner, id, value: json.value, belief, owner });
    if (!put.ok) {
      const { failure } = put;
      if (failure.code === 'stale') return answerStale(c, failure.version);
      if (failure.code === 'not-admitted')
        return answerProblem(c, 'invalid-request', [{ pointer: '', code: ADMISSION_CODES[failure.why] }]);
      return answerFailure(c, failure.code);
    }
    const { did, version, notices } = put.value;
    c.header('ETag', etagOf(version));
    c.header('Cache-Control', 'no-store');
    return c.json({ id, did, notices: [...notices] }, did === 'created' ? 201 : 200);
  });
}
