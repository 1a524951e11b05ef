import * as z from 'zod';
import { refuse } from './refuse.ts';
import { withoutUndefined } from './without-undefined.ts';
import { numberIn } from './number-range.ts';

const postcode = z
  .string()
  .transform((text, context) => (/^\d{5}$/.test(text) ? text : refuse(context, 'not-a-postcode')))
  .meta({
    id: 'Postcode',
    description:
      'German postcode, five digits as text. One outside the region is accepted with an assumption.',
    pattern: '^\\d{5}$',
    examples: ['12045'],
  });

const point = z
  .strictObject({
    lat: numberIn(45, 56),
    lon: numberIn(4, 17),
  })
  .meta({ id: 'Point', description: 'WGS 84 degrees, in or near Germany.' });

/** Where somebody or something is, as a person says it: exactly one of postcode, district or point. */
export const placeText = z
  .strictObject({
    postcode: postcode.optional(),
    district: z.string().max(60).optional().meta({ description: 'Id of a district of the region.' }),
    point: point.optional(),
  })
  .transform((place, context) => {
    const given = withoutUndefined(place);
    return Object.keys(given).length === 1 ? given : refuse(context, 'one-of-several');
  })
  .meta({ id: 'PlaceText', description: 'Exactly one of postcode, district or point.' });

/** A parsed place of a request, not yet looked up in the region. */
export type PlaceText = z.output<typeof placeText>;
