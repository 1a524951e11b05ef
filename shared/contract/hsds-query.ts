import * as z from 'zod';
import { LIMITS } from './limits.ts';
import { refuse, refuseNumber } from './refuse.ts';
import { withoutUndefined } from './without-undefined.ts';

const wholeNumber = (most: number) =>
  z.string().transform((text, context) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return number >= 1 && number <= most ? number : refuseNumber(context, { from: 1, to: most });
  });

const instant = z.string().transform((text, context) => {
  const isWritten = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.test(text);
  const milliseconds = isWritten ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? refuse(context, 'not-a-date') : milliseconds;
});

/** Query of `GET /hsds/services`, by the names of HSDS 3.0; what we do not have is refused, so that nobody takes all for a part. */
export const hsdsQuery = z
  .strictObject({
    search: z.string().max(LIMITS.searchCharacters).optional().meta({
      description: 'Words that all occur in the name of the service or of its organization.',
    }),
    page: wholeNumber(LIMITS.hsdsPage.last).optional().meta({
      type: 'integer',
      minimum: 1,
      maximum: LIMITS.hsdsPage.last,
      default: 1,
    }),
    per_page: wholeNumber(LIMITS.hsdsPage.most).optional().meta({
      type: 'integer',
      minimum: 1,
      maximum: LIMITS.hsdsPage.most,
      default: LIMITS.hsdsPage.usual,
    }),
    modified_after: instant.optional().meta({
      description:
        'Services of which something may have changed at or after this moment; never fewer than that. Nothing is told of services that are gone.',
      format: 'date-time',
    }),
    full: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional()
      .meta({ description: 'With places, schedules, cost and everything else nested in each service.' }),
    format: z.enum(['json']).optional(),
  })
  .transform(withoutUndefined)
  .meta({ id: 'HsdsQuery' });
