import * as z from 'zod';
import { GERMAN_LEVELS } from '../domain/offer/german-level.ts';
import { DEGREES, FIELDS, GOALS, SCHOOLINGS, type Audience } from '../domain/offer/terms.ts';
import { TRAVEL_MEANS } from '../domain/place/travel-means.ts';
import { childText } from './child-values.ts';
import { LIMITS } from './limits.ts';
import { placeText } from './place-values.ts';
import { refuse } from './refuse.ts';
import { localDate } from './time-values.ts';
import { busyText, helperText, workText } from './week-values.ts';
import { numberIn, wholeNumberIn } from './number-range.ts';

const travel = z
  .strictObject({
    by: z.enum(TRAVEL_MEANS).optional(),
    maxMinutes: wholeNumberIn(5, 240).optional(),
  })
  .meta({ id: 'Travel', description: 'Usual way of getting about and the longest way, in minutes one way.' });

const answer = z.boolean().optional();

/** Which groups a person belongs to, as far as said; `parents` is derived from children where it is absent. */
const audiences = z
  .strictObject({
    women: answer,
    'single-parents': answer,
    parents: answer,
    migrants: answer,
    jobseekers: answer,
    'jobcenter-customers': answer,
    employees: answer,
    'under-25': answer,
    youth: answer,
    older: answer,
    'people-with-disabilities': answer,
    'literacy-learners': answer,
    children: answer,
  } satisfies Record<Audience, typeof answer>)
  .meta({
    id: 'Audiences',
    description: 'Groups the person belongs to (true) or not (false); absent = not said.',
  });

/** The answers of a person in the contract's fields. All optional: absent = not answered. */
export const situationShape = {
  goals: z.array(z.enum(GOALS)).max(GOALS.length).default([]).meta({
    description: 'What to reach; none = everything but childcare.',
  }),
  fields: z.array(z.enum(FIELDS)).max(FIELDS.length).default([]),
  home: placeText.optional(),
  travel: travel.default({}),
  children: z.array(childText).max(LIMITS.children).default([]).meta({ description: 'Up to 8 children.' }),
  helpers: z.array(helperText).max(LIMITS.helperSlots).default([]).meta({ description: 'Up to 50.' }),
  busy: z.array(busyText).max(LIMITS.busySlots).optional().meta({
    description: 'Up to 50. Absent = not said, [] = no time is taken.',
  }),
  work: workText.optional(),
  german: z.enum(GERMAN_LEVELS).optional(),
  schooling: z.enum(SCHOOLINGS).optional(),
  degree: z.enum(DEGREES).optional(),
  workedYears: numberIn(0, 60).optional(),
  age: wholeNumberIn(10, 100).optional().meta({ description: 'In full years, 10 to 100.' }),
  audiences: audiences.default({}),
  support: z
    .array(z.enum(['grundsicherung', 'alg1', 'wohngeld', 'kinderzuschlag', 'none']))
    .max(5)
    .default([]),
  from: localDate.optional(),
  until: localDate.optional(),
  formats: z
    .array(z.enum(['on-site', 'online']))
    .max(2)
    .default([]),
  stepFree: z.boolean().default(false),
  budgetCents: z
    .int()
    .min(0)
    .max(10_000_000)
    .optional()
    .meta({ description: 'What the offer may cost in all.' }),
  language: z
    .string()
    .max(12)
    .transform((text, context) =>
      /^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(text) ? text : refuse(context, 'not-a-language'),
    )
    .optional()
    .meta({
      description:
        'BCP 47 code of the language for texts in the answer: de or en. Any other is answered in de; Content-Language says which it is.',
    }),
};

type Spans = {
  readonly children: readonly unknown[];
  readonly helpers: readonly { readonly children?: readonly number[] }[];
  readonly from?: number | undefined;
  readonly until?: number | undefined;
};

/** Faults that only show when fields are looked at together: helpers of children that are not there, an end before the start. */
export function refuseContradictions(situation: Spans, context: z.RefinementCtx): void {
  for (const [index, helper] of situation.helpers.entries()) {
    for (const [place, child] of (helper.children ?? []).entries()) {
      if (child >= situation.children.length)
        refuse(context, 'no-such-child', 'helpers', index, 'children', place);
    }
  }
  const { from, until } = situation;
  if (from !== undefined && until !== undefined && until < from)
    refuse(context, 'ends-before-start', 'until');
}
