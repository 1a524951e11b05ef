import * as z from 'zod';
import { problemAnswer } from '../rest/documented-answers.ts';

/** Keys of partners, for the OpenAPI document. */
export const PARTNER_KEY = 'partnerKey';

/** Every route of partners asks for a key. */
export const WITH_KEY = { security: [{ [PARTNER_KEY]: [] }], tags: ['partners'] };

/** What every route of partners may answer beside its own. */
export const PARTNER_PROBLEMS = {
  401: problemAnswer('not-authenticated'),
  403: problemAnswer('scope-missing'),
  429: problemAnswer('quota-exceeded'),
  500: problemAnswer('internal-error'),
};

/** The path parameter of one offer of the partner's own. */
export const ownOfferPath = z.strictObject({
  id: z.string().meta({
    description: "The partner's own id of the offer, with its feed and a colon before it or without.",
    examples: ['4711'],
  }),
});

/** The header of an answer that names a version. */
export const ETAG_HEADER = {
  ETag: { description: 'The version of the offer.', schema: { type: 'string' as const } },
};

/** The header that names the version a write is about. */
export const ifMatch = z.object({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'ETag of the version that is meant; * is not taken.' }),
});
