import * as z from 'zod';
import { offerJson } from '../domain/offer/offer-json.ts';

/** An offer as a partner sends it: the shape of `GET /v1/offers/{id}`. Checked in full, unknown fields refused. */
export const partnerOffer = offerJson;

/** The same for the OpenAPI document, whose generator does not know fields that may be absent but never `undefined`. */
export function partnerOfferSchema(): Readonly<Record<string, unknown>> {
  const { $schema: _schema, ...schema } = z.toJSONSchema(partnerOffer, { io: 'input' });
  return schema;
}

const notice = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  field: z.string().optional(),
  says: z.string(),
  cure: z.string(),
});

/** What became of an offer that was sent. Nothing of the offer itself is in it. */
export const offerReceipt = z
  .strictObject({
    id: z.string(),
    did: z.enum(['created', 'changed', 'nothing']),
    notices: z
      .array(notice)
      .meta({ description: 'What was left out or altered before storing, and how to mend it.' }),
  })
  .meta({ id: 'OfferReceipt', description: 'People see it within a minute.' });
