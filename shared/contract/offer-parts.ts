import * as z from 'zod';
import { GERMAN_LEVELS } from '../domain/offer/german-level.ts';
import { WEEKDAY_NAMES } from '../domain/time/weekday.ts';

/** Parts that several answers share, in the contract's text form: times `HH:MM`, dates `YYYY-MM-DD`, days `mo` … `su`. */
export const timeText = z.string().meta({ description: 'HH:MM', examples: ['07:30'] });
/** A date of an answer. */
export const dateText = z.string().meta({ description: 'YYYY-MM-DD', examples: ['2026-08-01'] });
/** Days of the week, ascending. */
export const dayNames = z.array(z.enum(WEEKDAY_NAMES));
/** A level of German. */
export const germanLevel = z.enum(GERMAN_LEVELS);
/** How sure a fact is. */
export const certainty = z.enum(['stated', 'read-from-text']);

/** A time window on days of the week. */
export const slotAnswer = z
  .strictObject({ days: dayNames, from: timeText, to: timeText })
  .meta({ id: 'SlotAnswer', description: 'Half open; `to` at or before `from` lies on the next day.' });

/** Where something is, as far as known. */
export const placeAnswer = z
  .strictObject({
    name: z.string().optional(),
    street: z.string().optional(),
    postcode: z.string().optional(),
    city: z.string().optional(),
    district: z.string().optional(),
    point: z.strictObject({ lat: z.number(), lon: z.number() }).optional(),
    precision: z.enum(['street', 'postcode', 'district', 'city', 'none']),
  })
  .meta({
    id: 'Place',
    description: 'A point of precision postcode or district is the middle of that area.',
  });

/** Where an offer comes from and how fresh it is. */
export const freshnessAnswer = z
  .strictObject({
    feed: z.string(),
    changed: dateText.optional(),
    checked: dateText,
    validUntil: dateText.optional(),
    statedBy: z.string().optional(),
    sample: z.literal(true).optional().meta({ description: 'Made-up example data; never in production.' }),
  })
  .meta({ id: 'Freshness' });

/** Pages of the provider. */
export const linksAnswer = z.strictObject({ page: z.string().optional(), booking: z.string().optional() });
/** The provider's office, never a person. */
export const contactAnswer = z.strictObject({ phone: z.string().optional(), mail: z.string().optional() });
