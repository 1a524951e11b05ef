import * as z from 'zod';

/** Body of `GET /readyz`: figures of the offers in memory, nothing else. */
export const readinessAnswer = z
  .strictObject({
    ready: z.boolean(),
    degraded: z.boolean(),
    catalogue: z.string().optional(),
    offers: z.int(),
    sampleOffers: z.int(),
    feeds: z.array(
      z.strictObject({
        feed: z.string(),
        sequence: z.int(),
        offers: z.int(),
        ageSeconds: z
          .int()
          .meta({ description: 'Since a run last found the feed unchanged or published it.' }),
      }),
    ),
    awaited: z.array(z.string()).optional().meta({
      description: 'Feeds whose first import goes on; what they offer is not answered from yet.',
    }),
    checkedSecondsAgo: z
      .int()
      .optional()
      .meta({ description: 'Since the store was last asked with success.' }),
  })
  .meta({ id: 'Readiness' });
