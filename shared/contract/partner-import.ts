import * as z from 'zod';

/** Media types of files that a partner sends; what a file is, is told by its content or by `format`. */
export const FILE_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
  'application/json',
  'application/geo+json',
  'application/ld+json',
  'application/xml',
  'text/xml',
  'text/calendar',
  'text/html',
  'application/zip',
  'application/gzip',
] as const;

const sentence = z.strictObject({ says: z.string(), cure: z.string() });
const words = { de: sentence, en: sentence };

const counts = z.strictObject({
  records: z.int(),
  offers: z.int(),
  rejected: z.int(),
  ended: z.int(),
  added: z.int(),
  changed: z.int(),
  removed: z.int(),
  missing: z.int().meta({
    description: 'No longer in the file and shown until a second file, a day later, lacks them too.',
  }),
});

const notice = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  count: z.int(),
  places: z
    .array(
      z.strictObject({
        record: z.int().optional().meta({ description: 'From 1, in the order of the file.' }),
        field: z
          .string()
          .optional()
          .meta({ description: 'Field or column, or the byte at which a file breaks.' }),
      }),
    )
    .meta({ description: 'The first ones.' }),
  ...words,
});

/** What became of something that a partner sent: by line or record and field; of what was sent, ids of offers alone. */
export const importReport = z
  .strictObject({
    id: z.string(),
    state: z.enum(['running', 'done', 'refused', 'held-back']).meta({
      description:
        'refused = nothing of it could be used. held-back = a guard found it empty, shrunken, swollen or mostly broken; the offers from before stay, and the operator decides.',
    }),
    of: z.enum(['supplements', 'offers']),
    dryRun: z.boolean(),
    stated: z.int().optional().meta({ description: 'Offers of which the table states facts.' }),
    removed: z.int().optional().meta({ description: 'Offers of which nothing is stated any more.' }),
    faults: z
      .array(
        z.strictObject({
          line: z.int().meta({ description: 'Row as a spreadsheet counts them; the heading is 1.' }),
          column: z.string().optional().meta({ description: 'Heading of the column.' }),
          code: z.string(),
          ...words,
        }),
      )
      .meta({ description: 'Of a table of supplements.' }),
    faultsInAll: z
      .int()
      .meta({ description: 'Of a table at most 200 are listed; of a file all its notices that are errors.' }),
    counts: counts
      .optional()
      .meta({ description: 'Of a file; added, changed, removed against what was there.' }),
    changes: z
      .array(z.strictObject({ kind: z.enum(['added', 'changed', 'removed']), offer: z.string() }))
      .optional()
      .meta({ description: 'The first 200, ascending by id.' }),
    notices: z
      .array(notice)
      .optional()
      .meta({ description: 'What was wrong in a file, and how to mend it.' }),
  })
  .meta({
    id: 'ImportReport',
    description:
      'Of an offer with a fault nothing is stated, the others count. Facts are laid over the feed within minutes.',
  });
