import * as z from 'zod';
import { formatClockTime } from '../time/clock-time.ts';
import { formatLocalDate } from '../time/local-date.ts';
import type { Slot } from '../time/slot.ts';
import { weekdayName } from '../time/weekday.ts';
import { GERMAN_LEVELS } from './german-level.ts';
import { agesJson, dateJson, slotJson, textUpTo } from './offer-json-parts.ts';
import type { Supplement, SupplementFacts } from './supplement.ts';

const count = z.int().min(0).max(100_000);

const facts = z.strictObject({
  times: z
    .strictObject({
      weekly: z.array(slotJson).min(1).max(50),
      missing: z.array(z.enum(['session-times', 'vocational-school', 'practical-part', 'shifts', 'other'])),
    })
    .exactOptional(),
  childcare: z
    .union([
      z.literal('none'),
      z.strictObject({
        ages: agesJson.exactOptional(),
        hours: z.array(slotJson).max(50),
        during: z.boolean(),
        free: count.exactOptional(),
        costCents: count.exactOptional(),
      }),
    ])
    .exactOptional(),
  german: z.enum(GERMAN_LEVELS).exactOptional(),
  absence: textUpTo(1000).exactOptional(),
});

/** A supplement as it is stored, without the offer, which is its key. */
export const supplementJson = z.strictObject({ on: dateJson, textState: z.string().max(64), facts });

/** The text form that `supplementJson` reads back as the same. */
export function formatSupplement({
  on,
  textState,
  facts: { times, childcare, ...rest },
}: Omit<Supplement, 'offer'>): z.input<typeof supplementJson> {
  return {
    on: formatLocalDate(on),
    textState,
    facts: {
      ...rest,
      ...(times && { times: { weekly: times.weekly.map(slotText), missing: [...times.missing] } }),
      ...(childcare && { childcare: childcareText(childcare) }),
    },
  };
}

function childcareText(childcare: NonNullable<SupplementFacts['childcare']>) {
  return childcare === 'none' ? childcare : { ...childcare, hours: childcare.hours.map(slotText) };
}

function slotText({ days, from, to }: Slot) {
  return { days: days.map(weekdayName), from: formatClockTime(from), to: formatClockTime(to) };
}
