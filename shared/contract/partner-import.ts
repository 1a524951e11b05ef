import * as z from 'zod';

const words = z.strictObject({ says: z.string(), cure: z.string() });

/** What became of a table that a partner sent: by line and field, never a submitted value. */
export const importReport = z
  .strictObject({
    id: z.string(),
    state: z
      .enum(['running', 'done', 'refused'])
      .meta({ description: 'refused = nothing of the table could be read.' }),
    dryRun: z.boolean(),
    stated: z.int().optional().meta({ description: 'Offers of which the table states facts.' }),
    removed: z.int().optional().meta({ description: 'Offers of which nothing is stated any more.' }),
    faults: z.array(
      z.strictObject({
        line: z.int().meta({ description: 'Row as a spreadsheet counts them; the heading is 1.' }),
        column: z.string().optional().meta({ description: 'Heading of the column.' }),
        code: z.string(),
        de: words,
        en: words,
      }),
    ),
    faultsInAll: z.int().meta({ description: 'At most 200 of them are listed.' }),
  })
  .meta({
    id: 'ImportReport',
    description:
      'Of an offer with a fault nothing is stated, the others count. Facts are laid over the feed within minutes.',
  });
