import * as z from 'zod';
import type { Place } from '../place/place.ts';
import { MINUTES_PER_DAY, parseClockTime, type Minutes } from '../time/clock-time.ts';
import { parseLocalDate, type LocalDate } from '../time/local-date.ts';
import { endAfterStart, type Slot } from '../time/slot.ts';
import { WEEKDAY_NAMES, weekdayFromName } from '../time/weekday.ts';

/** Text of at most `max` characters, not blank, trimmed. */
export function textUpTo(max: number) {
  return z.string().trim().min(1).max(max);
}

/** Certainty of a fact. */
export const certaintyJson = z.enum(['stated', 'read-from-text']);

/** `YYYY-MM-DD` to days since 1970-01-01. */
export const dateJson = z.string().transform((text, context): LocalDate => {
  const date = parseLocalDate(text);
  if (date !== undefined) return date;
  context.addIssue({ code: 'custom', message: 'not-a-date' });
  return z.NEVER;
});

const timeJson = z.string().transform((text, context): Minutes => {
  const minutes = parseClockTime(text);
  if (minutes !== undefined) return minutes;
  context.addIssue({ code: 'custom', message: 'not-a-time' });
  return z.NEVER;
});

/** From and to as `HH:MM`; `to` before `from` ends on the next day. */
export const spanShape = { from: timeJson, to: timeJson };

/** Minutes of a span as the domain counts them; an issue when it is empty or begins at 24:00. */
export function spanOf(
  span: { readonly from: Minutes; readonly to: Minutes },
  context: z.RefinementCtx,
): { readonly from: Minutes; readonly to: Minutes } {
  const to = endAfterStart(span.from, span.to);
  if (to !== undefined && span.from < MINUTES_PER_DAY) return { from: span.from, to };
  context.addIssue({ code: 'custom', message: 'slot-empty', path: ['to'] });
  return z.NEVER;
}

const daysJson = z
  .array(z.enum(WEEKDAY_NAMES))
  .min(1)
  .transform((names) => [...new Set(names.map(weekdayFromName))].toSorted((one, other) => one - other));

/** The fields of a weekly window. */
export const slotShape = { days: daysJson, ...spanShape };

/** `{ "days": ["mo"], "from": "07:30", "to": "14:30" }` to a slot. */
export const slotJson = z
  .strictObject(slotShape)
  .transform((slot, context): Slot => ({ days: slot.days, ...spanOf(slot, context) }));

/** Whole months of age, both included. */
export const agesJson = z
  .strictObject({ fromMonths: z.int().min(0).max(240), toMonths: z.int().min(0).max(240) })
  .refine((ages) => ages.fromMonths <= ages.toMonths, { error: 'out-of-range' });

const pointJson = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });

/** A place; a precision of street, postcode or district needs a point, the others have none. */
export const placeJson = z
  .strictObject({
    name: textUpTo(200).exactOptional(),
    street: textUpTo(200).exactOptional(),
    postcode: z
      .string()
      .regex(/^\d{5}$/)
      .exactOptional(),
    city: textUpTo(100).exactOptional(),
    district: textUpTo(60).exactOptional(),
    point: pointJson.exactOptional(),
    precision: z.enum(['street', 'postcode', 'district', 'city', 'none']),
  })
  .refine((place: Place) => (place.point === undefined) === ['city', 'none'].includes(place.precision), {
    error: 'point-and-precision-differ',
    path: ['point'],
  });
