import * as z from 'zod';
import { WEEKDAY_NAMES, weekdayFromName } from '../../domain/time/weekday.ts';
import { columns, conditionSchema, dayForm, name, oneOf, wordsFor } from './field.schema.ts';

/** Days of the week, ascending: `["mo", "fr"]`. */
export const weekdays = z
  .array(z.enum(WEEKDAY_NAMES))
  .min(1)
  .transform((days) => [...new Set(days.map(weekdayFromName))].toSorted((one, other) => one - other));

/** Days of the week: the same for all rows, or named in a cell (`Mo-Fr`, `montags und mittwochs`, `MO,WE`). */
export const weekdaysField = oneOf('constant, names', [
  z.strictObject({ as: z.literal('constant'), value: weekdays }),
  z.strictObject({ as: z.literal('names'), from: columns }),
]);

/** Several days in one cell, as `24.3.2018;25.3.2018`. */
export const daysField = oneOf('dates', [
  z.strictObject({
    as: z.literal('dates'),
    from: columns,
    separator: z.string().length(1).default(';'),
    written: dayForm,
  }),
]);

/**
 * An amount of money, `84.70` or `1.204,50 EUR`. In a currency other than EUR it is shown and not reckoned with. Cells of
 * `parts` must add up to it. 0 is not known unless the map says that it is free.
 */
export const amountField = oneOf('amount', [
  z.strictObject({
    as: z.literal('amount'),
    from: columns,
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .default('EUR'),
    parts: z.array(name).max(20).default([]),
    zeroIsFree: z.boolean().default(false),
  }),
]);

/** Several values: the same for all rows, words of a cell that may hold several, or flags, each with its conditions. */
export function setField<Value extends z.ZodType>(value: Value) {
  return oneOf('constant, words, flags', [
    z.strictObject({ as: z.literal('constant'), value: z.array(value).min(1).max(20) }),
    z.strictObject({
      as: z.literal('words'),
      from: columns,
      words: wordsFor(value),
      separator: z.string().length(1).exactOptional(),
    }),
    z.strictObject({
      as: z.literal('flags'),
      flags: z
        .array(z.strictObject({ when: z.array(conditionSchema).min(1).max(10), value }))
        .min(1)
        .max(50),
    }),
  ]);
}

export type WeekdaysField = z.output<typeof weekdaysField>;
export type AmountField = z.output<typeof amountField>;
