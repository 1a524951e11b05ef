import * as z from 'zod';

/** The path parameter of one offer. Any text is looked up; what is no offer's id is not found. */
export const offerPath = z.strictObject({
  id: z.string().meta({
    description: 'Id of the offer as the catalogue gives it: feed, colon, id.',
    examples: ['vhs-berlin:721370'],
  }),
});
