import * as z from 'zod';
import { GERMAN_LEVELS } from './german-level.ts';
import { agesJson, certaintyJson, dateJson, placeJson, slotJson, textUpTo } from './offer-json-parts.ts';
import { AUDIENCES, CARE_KINDS, DAY_PARTS, FIELDS, FUNDINGS, GOALS, OFFER_KINDS } from './terms.ts';
import { timetableJson, UNKNOWN_TIMETABLE } from './timetable-json.ts';
import { sessionWithoutPlace } from './session-places.ts';

const germanLevel = z.enum(GERMAN_LEVELS);
const count = z.int().min(0).max(100_000);
const cents = z.int().min(0).max(100_000_000);
const hours = z.number().min(0).max(168);
const years = z.int().min(0).max(120);

const childcare = z.strictObject({
  ages: agesJson.exactOptional(),
  hours: z.array(slotJson).max(50).default([]),
  during: z.boolean(),
  free: count.exactOptional(),
  costCents: cents.exactOptional(),
  certainty: certaintyJson,
});

const care = z.strictObject({
  kind: z.enum(CARE_KINDS),
  ages: agesJson.exactOptional(),
  openings: z.array(slotJson).max(50).default([]),
  bookedHours: z
    .array(z.literal([25, 35, 45]))
    .max(3)
    .default([]),
  free: count.exactOptional(),
  asOf: dateJson.exactOptional(),
  closures: textUpTo(500).exactOptional(),
  fetches: z.boolean().default(false),
});

const needs = z.strictObject({
  german: germanLevel.exactOptional(),
  schooling: z.enum(['hauptschule', 'mittlere-reife', 'abitur']).exactOptional(),
  degree: z.enum(['vocational', 'academic']).exactOptional(),
  schoolingOrDegree: z.boolean().exactOptional(),
  audiences: z.array(z.enum(AUDIENCES)).max(AUDIENCES.length).exactOptional(),
  ageYears: z.strictObject({ from: years.exactOptional(), to: years.exactOptional() }).exactOptional(),
});

const provenance = z.strictObject({
  fact: z.enum(['timetable', 'childcare', 'teaches', 'needs', 'growth', 'cost', 'places', 'kind', 'absence']),
  from: z.enum(['text', 'provider', 'partner']),
  on: dateJson.exactOptional(),
});

/** What a sender may say about freshness; feed and day of the check are those of the import, whatever stands here. */
const freshness = z.strictObject({
  feed: z.string().exactOptional(),
  changed: dateJson.exactOptional(),
  checked: z.string().exactOptional(),
  validUntil: dateJson.exactOptional(),
  statedBy: textUpTo(200).exactOptional(),
  sample: z.boolean().exactOptional(),
});

/**
 * An offer in the text form of the contract ("An offer in full"): times `HH:MM`, days `mo` … `su`, dates `YYYY-MM-DD`,
 * money in cents. Lists, `needs`, `links` and `timetable` may be absent; unknown fields are refused, as a misspelt one would
 * hide a fact. `id` is the sender's own; who reads it puts the feed before it.
 */
export const offerJson = z
  .strictObject({
    id: textUpTo(200),
    kind: z.enum(OFFER_KINDS),
    course: textUpTo(200).exactOptional(),
    duplicateOf: textUpTo(200).exactOptional(),
    goals: z.array(z.enum(GOALS)).max(GOALS.length).default([]),
    fields: z.array(z.enum(FIELDS)).max(FIELDS.length).default([]),
    leadsTo: z.enum(['degree', 'certificate']).exactOptional(),
    title: textUpTo(300),
    summary: textUpTo(20_000).exactOptional(),
    provider: z.strictObject({ id: textUpTo(100).exactOptional(), name: textUpTo(200) }),
    places: z.array(placeJson).max(50).default([]),
    online: z.boolean().default(false),
    timetable: timetableJson.default(UNKNOWN_TIMETABLE),
    rolling: z.boolean().default(false),
    registerBy: dateJson.exactOptional(),
    hours: z
      .strictObject({ min: hours, max: hours })
      .refine(({ min, max }) => min <= max, { error: 'out-of-range', path: ['max'] })
      .exactOptional(),
    dayParts: z.array(z.enum(DAY_PARTS)).max(DAY_PARTS.length).exactOptional(),
    growth: z
      .strictObject({
        toHours: hours,
        withinMonths: z.int().min(0).max(120).exactOptional(),
        certainty: certaintyJson,
      })
      .exactOptional(),
    seats: z
      .strictObject({
        free: count.exactOptional(),
        total: count.exactOptional(),
        asOf: dateJson.exactOptional(),
      })
      .exactOptional(),
    teaches: z
      .strictObject({
        german: z.strictObject({ from: germanLevel.exactOptional(), to: germanLevel.exactOptional() }),
      })
      .exactOptional(),
    needs: needs.default({}),
    childcare: childcare.exactOptional(),
    care: care.exactOptional(),
    cost: z
      .strictObject({
        cents: cents.exactOptional(),
        free: z.boolean().exactOptional(),
        text: textUpTo(300).exactOptional(),
      })
      .exactOptional(),
    funding: z.array(z.enum(FUNDINGS)).max(FUNDINGS.length).default([]),
    occupation: z
      .string()
      .regex(/^\d{1,5}$/)
      .exactOptional(),
    pay: z
      .strictObject({
        fromCents: cents,
        toCents: cents.exactOptional(),
        per: z.enum(['hour', 'month', 'year']),
      })
      .exactOptional(),
    access: z.strictObject({ stepFree: z.boolean().exactOptional() }).exactOptional(),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
      .max(20)
      .default([]),
    absence: textUpTo(1000).exactOptional(),
    contact: z
      .strictObject({ phone: textUpTo(40).exactOptional(), mail: textUpTo(200).exactOptional() })
      .exactOptional(),
    links: z
      .strictObject({ page: textUpTo(1000).exactOptional(), booking: textUpTo(1000).exactOptional() })
      .default({}),
    provenance: z.array(provenance).max(20).default([]),
    freshness: freshness.exactOptional(),
  })
  .refine((offer) => (offer.care !== undefined) === (offer.kind === 'childcare'), {
    error: 'care-and-kind-differ',
    path: ['care'],
  })
  .superRefine((offer, context) => {
    const path = sessionWithoutPlace(offer);
    if (path !== undefined) context.addIssue({ code: 'custom', message: 'no-such-place', path: [...path] });
  });

/** A checked offer without the feed it belongs to. */
export type OfferFromJson = z.output<typeof offerJson>;
