import * as z from 'zod';
import {
  AUDIENCES,
  CARE_KINDS,
  DAY_PARTS,
  DEGREES,
  FIELDS,
  FUNDINGS,
  GOALS,
  OFFER_KINDS,
  SCHOOLINGS,
} from '../domain/offer/terms.ts';
import {
  certainty,
  contactAnswer,
  dateText,
  freshnessAnswer,
  germanLevel,
  linksAnswer,
  placeAnswer,
  slotAnswer,
  timeText,
} from './offer-parts.ts';

const ages = z.strictObject({ fromMonths: z.int(), toMonths: z.int() }).optional();
const sessionPlace = {
  place: z.int().optional().meta({ description: 'Index into places.' }),
  online: z.boolean().optional(),
};

const timetable = z
  .strictObject({
    weekly: z.array(slotAnswer.extend({ ...sessionPlace, core: z.boolean().optional() })),
    dated: z.array(z.strictObject({ date: dateText, from: timeText, to: timeText, ...sessionPlace })),
    first: dateText.optional(),
    last: dateText.optional(),
    except: z.array(dateText),
    selfPaced: z.strictObject({ hoursPerWeek: z.number() }).optional(),
    text: z.string().optional(),
    certainty,
    complete: z.boolean(),
    missing: z.array(z.enum(['session-times', 'vocational-school', 'practical-part', 'shifts', 'other'])),
  })
  .meta({ id: 'Timetable', description: 'Nothing in weekly, dated and selfPaced = times not known.' });

const needs = z.strictObject({
  german: germanLevel.optional(),
  schooling: z.enum(SCHOOLINGS).optional(),
  degree: z.enum(DEGREES).optional(),
  schoolingOrDegree: z.boolean().optional(),
  audiences: z.array(z.enum(AUDIENCES)).optional(),
  ageYears: z.strictObject({ from: z.number().optional(), to: z.number().optional() }).optional(),
});

const childcare = z.strictObject({
  ages,
  hours: z.array(slotAnswer),
  during: z.boolean(),
  free: z.int().optional(),
  costCents: z.int().optional(),
  certainty,
});

const care = z.strictObject({
  kind: z.enum(CARE_KINDS),
  ages,
  openings: z.array(slotAnswer),
  bookedHours: z.array(z.int()).meta({ description: 'Booking classes: 25, 35 or 45 hours a week.' }),
  free: z.int().optional(),
  asOf: dateText.optional(),
  closures: z.string().optional(),
  fetches: z.boolean(),
});

/** An offer in full: every field the matcher uses, so that anybody can work out a verdict again. */
export const offerAnswer = z
  .strictObject({
    id: z.string(),
    kind: z.enum(OFFER_KINDS),
    course: z.string().optional(),
    duplicateOf: z.string().optional(),
    goals: z.array(z.enum(GOALS)),
    fields: z.array(z.enum(FIELDS)),
    leadsTo: z.enum(['degree', 'certificate']).optional(),
    title: z.string(),
    summary: z.string().optional(),
    provider: z.strictObject({ id: z.string().optional(), name: z.string() }),
    places: z.array(placeAnswer),
    online: z.boolean(),
    timetable,
    rolling: z.boolean(),
    registerBy: dateText.optional(),
    hours: z.strictObject({ min: z.number(), max: z.number() }).optional(),
    dayParts: z.array(z.enum(DAY_PARTS)).optional(),
    growth: z
      .strictObject({ toHours: z.number(), withinMonths: z.number().optional(), certainty })
      .optional(),
    seats: z
      .strictObject({ free: z.int().optional(), total: z.int().optional(), asOf: dateText.optional() })
      .optional(),
    teaches: z
      .strictObject({
        german: z.strictObject({ from: germanLevel.optional(), to: germanLevel.optional() }),
      })
      .optional(),
    needs,
    childcare: childcare.optional(),
    care: care.optional(),
    cost: z
      .strictObject({ cents: z.int().optional(), free: z.boolean().optional(), text: z.string().optional() })
      .optional(),
    funding: z.array(z.enum(FUNDINGS)),
    occupation: z.string().optional().meta({ description: 'KldB 2010, 1 to 5 digits.' }),
    pay: z
      .strictObject({
        fromCents: z.int(),
        toCents: z.int().optional(),
        per: z.enum(['hour', 'month', 'year']),
      })
      .optional(),
    access: z.strictObject({ stepFree: z.boolean().optional() }).optional(),
    languages: z.array(z.string()),
    absence: z.string().optional(),
    contact: contactAnswer.optional(),
    links: linksAnswer,
    provenance: z.array(
      z.strictObject({
        fact: z.enum([
          'timetable',
          'childcare',
          'teaches',
          'needs',
          'growth',
          'cost',
          'places',
          'kind',
          'absence',
        ]),
        from: z.enum(['text', 'provider', 'partner']),
        on: dateText.optional(),
      }),
    ),
    freshness: freshnessAnswer,
  })
  .meta({ id: 'Offer', description: 'An offer in full. Absent = not known.' });

/** An offer in full as JSON. */
export type OfferAnswer = z.infer<typeof offerAnswer>;
