import * as z from 'zod';
import { GERMAN_LEVELS } from '../../domain/offer/german-level.ts';
import { AUDIENCES, FIELDS, FUNDINGS, GOALS } from '../../domain/offer/terms.ts';
import { amountField, daysField, setField, weekdaysField } from './course-field.schema.ts';
import {
  agesField,
  choiceField,
  conditionSchema,
  dayField,
  hoursField,
  integerField,
  textField,
  yesNoField,
} from './field.schema.ts';

const slot = z.strictObject({
  /** Rows for which this slot is held every week; where one of these does not hold, nothing is known of it. */
  when: z.array(conditionSchema).max(10).default([]),
  days: weekdaysField,
  hours: hoursField,
});

const times = z.strictObject({
  weekly: z.array(slot).max(14).default([]),
  first: dayField.exactOptional(),
  last: dayField.exactOptional(),
  /** Days on which the weekly slots are not held. */
  except: daysField.exactOptional(),
  /** Known parts whose times the list does not give. */
  missing: setField(
    z.enum(['session-times', 'vocational-school', 'practical-part', 'shifts', 'other']),
  ).exactOptional(),
});

/** Childcare that comes with a course: whether there is any, and whether it runs while the course does. */
const childcare = z.strictObject({
  offered: yesNoField,
  during: yesNoField.exactOptional(),
  hours: z
    .array(z.strictObject({ days: weekdaysField, hours: hoursField }))
    .max(7)
    .default([]),
  ages: agesField.exactOptional(),
  free: integerField.exactOptional(),
  cost: amountField.exactOptional(),
});

const needs = z.strictObject({
  german: choiceField(z.enum(GERMAN_LEVELS)).exactOptional(),
  audiences: setField(z.enum(AUDIENCES)).exactOptional(),
});

/** What the map of a list of courses has beside the members of every map. */
export const courseShape = {
  kind: choiceField(z.enum(['course', 'apprenticeship', 'job', 'advice'])),
  goals: setField(z.enum(GOALS)).exactOptional(),
  fields: setField(z.enum(FIELDS)).exactOptional(),
  leadsTo: choiceField(z.enum(['degree', 'certificate'])).exactOptional(),
  times: times.prefault({}),
  rolling: yesNoField.exactOptional(),
  online: yesNoField.exactOptional(),
  registerBy: dayField.exactOptional(),
  /** The last day on which the offer may be shown; where it is absent, the last day of the course. */
  validUntil: dayField.exactOptional(),
  total: integerField.exactOptional(),
  free: integerField.exactOptional(),
  cost: amountField.exactOptional(),
  costText: textField.exactOptional(),
  funding: setField(z.enum(FUNDINGS)).exactOptional(),
  /** The German level that is reached at the end. */
  teaches: choiceField(z.enum(GERMAN_LEVELS)).exactOptional(),
  needs: needs.prefault({}),
  ageYears: z
    .strictObject({ from: integerField.exactOptional(), to: integerField.exactOptional() })
    .exactOptional(),
  childcare: childcare.exactOptional(),
  /** Languages of instruction, BCP 47. */
  languages: setField(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/)).exactOptional(),
};
