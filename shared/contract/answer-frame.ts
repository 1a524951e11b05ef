import * as z from 'zod';
import { dateText } from './offer-parts.ts';

/** What every answer from the catalogue says of itself. */
export const answerFrame = {
  asOf: z.string().meta({
    description:
      'Instant of the data, RFC 3339: the moment the region is pinned to, else when the newest catalogue was published.',
  }),
  catalogue: z.string().meta({ description: 'Fingerprint of all offers this answer was made from.' }),
  region: z.strictObject({
    id: z.string(),
    name: z.string(),
    today: dateText.meta({ description: 'The day taken as today.' }),
    pinned: z.boolean().meta({ description: 'The region stands still at asOf because its data end there.' }),
  }),
  sampleData: z.literal(true).optional().meta({ description: 'Some of the offers are made-up examples.' }),
  degraded: z.literal(true).optional().meta({
    description: 'The store does not answer or a source is long overdue; these are the last good offers.',
  }),
};

/** The frame of an answer as JSON. */
export type AnswerFrame = z.infer<z.ZodObject<typeof answerFrame>>;
