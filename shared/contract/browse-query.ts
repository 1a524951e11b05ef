import * as z from 'zod';
import { FUNDINGS, GOALS, OFFER_KINDS } from '../domain/offer/terms.ts';
import { WEEKDAY_NAMES, weekdayFromName } from '../domain/time/weekday.ts';
import { answerFrame } from './answer-frame.ts';
import { LIMITS } from './limits.ts';
import { offerCard } from './offer-card.ts';
import { refuse, refuseNumber } from './refuse.ts';
import { clockTime } from './time-values.ts';
import { withoutUndefined } from './without-undefined.ts';

const yesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true');

const limit = z
  .string()
  .max(5)
  .transform((text, context) => {
    const count = /^\d{1,5}$/.test(text) ? Number(text) : 0;
    const { most } = LIMITS.pageOfOffers;
    return count >= 1 && count <= most ? count : refuseNumber(context, { from: 1, to: most });
  })
  .optional()
  .meta({
    type: 'integer',
    minimum: 1,
    maximum: LIMITS.pageOfOffers.most,
    default: LIMITS.pageOfOffers.usual,
  });

const near = z
  .string()
  .transform((text, context) => (/^\d{5}$/.test(text) ? text : refuse(context, 'not-a-postcode')))
  .optional()
  .meta({
    description: 'Postcode of the region: nearest first, places not known last.',
    pattern: '^\\d{5}$',
  });

/** Query of `GET /v1/offers`. Nothing in it describes a person. */
export const browseQuery = z
  .strictObject({
    kind: z.enum(OFFER_KINDS).optional(),
    goal: z.enum(GOALS).optional(),
    q: z.string().max(LIMITS.searchCharacters).optional().meta({
      description: 'Words that all occur in title or provider; case and accents aside.',
    }),
    near,
    day: z.enum(WEEKDAY_NAMES).transform(weekdayFromName).optional().meta({
      description: 'Offers with a session on this day of the week.',
    }),
    from: clockTime
      .optional()
      .meta({ description: 'No session (of that day, where one is given) begins before this time.' }),
    to: clockTime
      .optional()
      .meta({ description: 'No session (of that day, where one is given) ends after this time.' }),
    childcare: yesOrNo.optional().meta({ description: 'true = with childcare of its own, false = without.' }),
    funding: z.enum(FUNDINGS).optional(),
    cursor: z.string().max(LIMITS.cursorCharacters).optional(),
    limit,
  })
  .transform(withoutUndefined)
  .meta({ id: 'BrowseQuery' });

/** Body of the answer to `GET /v1/offers`. */
export const browseAnswer = z
  .strictObject({
    ...answerFrame,
    total: z.int().meta({ description: 'Offers that pass all filters.' }),
    timesNotKnown: z.int().meta({
      description:
        'Offers left out only because they state no complete times and day, from or to was asked for.',
    }),
    offers: z.array(offerCard),
    next: z.string().optional(),
  })
  .meta({ id: 'BrowseAnswer' });
