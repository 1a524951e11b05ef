import * as z from 'zod';

/** The name of one column. */
export const name = z.string().min(1).max(200);
/** Names of columns; one may stand alone. A nested member of JSON is named with points: `address.street`. */
export const columns = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(name).min(1).max(10),
);
const from = { from: columns };
const words = z.array(z.string().max(200)).min(1).max(100);
/** Words that stand for a value each, compared with the whole cell; letters may be large or small only as written. */
export function wordsFor<Value extends z.ZodType>(value: Value) {
  return z.record(z.string().max(200), value);
}

/** `as` tells the conversion; whoever writes another word is told which there are. */
export function oneOf<const Options extends readonly [z.ZodObject, ...z.ZodObject[]]>(
  names: string,
  options: Options,
) {
  return z.discriminatedUnion('as', options, { error: `as: one of ${names}` });
}

/** Holds for a row when the cell is one of `is`, or none of `isNot`; an empty cell is `''`. */
export const conditionSchema = z
  .strictObject({ column: name, is: words.exactOptional(), isNot: words.exactOptional() })
  .refine(({ is, isNot }) => (is === undefined) !== (isNot === undefined), 'either is or isNot');

const text = z.strictObject({
  as: z.literal('text'),
  ...from,
  join: z.string().max(10).default(' '),
  /** Put before the text where there is one, such as an area code, and after it, such as a unit. */
  before: z.string().max(50).default(''),
  after: z.string().max(50).exactOptional(),
  /** Cells of figures get back the leading zeros that a spreadsheet took: `8098` with 5 digits is `08098`. */
  digits: z.int().min(2).max(20).exactOptional(),
  /** The text where every cell is empty. */
  otherwise: z.string().min(1).max(300).exactOptional(),
  /** Takes one part of each cell, counted from 0. */
  part: z.strictObject({ of: z.string().min(1).max(5), at: z.int().min(0).max(20) }).exactOptional(),
});
const constantText = z.strictObject({ as: z.literal('constant'), value: z.string().min(1).max(300) });
const wordTable = z.strictObject({
  as: z.literal('words'),
  ...from,
  words: wordsFor(z.string().min(1).max(300)),
});

/** A text: cells joined, a constant, or a value table. */
export const textField = oneOf('text, constant, words', [text, constantText, wordTable]);

const count = z.strictObject({ as: z.literal('integer'), ...from });
/** A whole number from 0. */
export const integerField = oneOf('integer', [count]);

const age = z.int().min(0).max(240);
/** An age in months: as months, as years to their first or to their last month, or the same for all rows. */
export const ageField = oneOf('months, years, years-to-end, constant', [
  z.strictObject({ as: z.literal('months'), ...from }),
  z.strictObject({ as: z.literal('years'), ...from }),
  z.strictObject({ as: z.literal('years-to-end'), ...from }),
  z.strictObject({ as: z.literal('constant'), value: age }),
]);

const ageGroup = z
  .strictObject({ column: name, fromMonths: age, toMonths: age })
  .refine((group) => group.fromMonths <= group.toMonths, 'fromMonths not above toMonths');

/** Ages in months: two columns, or a column per group that counts its children or groups, with their sum to check. */
export const agesField = oneOf('range, groups', [
  z.strictObject({ as: z.literal('range'), from: ageField, to: ageField }),
  z.strictObject({
    as: z.literal('groups'),
    groups: z.array(ageGroup).min(1).max(20),
    /** Groups without ages of their own, which count in the sum. */
    others: z.array(name).max(20).default([]),
    total: name.exactOptional(),
  }),
]);

/** How a list writes its days where it is neither `17.1.2027` nor `2027-01-17`, both of which are always read. */
export const dayForm = z.enum(['d/m/yyyy']).exactOptional();

/**
 * A day, of a timestamp the day as it is written there; milliseconds since 1970 as the day in Germany; or the day on which
 * the list is read, for lists that are kept daily.
 */
export const dayField = oneOf('date, epoch-milliseconds, day-of-run', [
  z.strictObject({ as: z.literal('date'), ...from, written: dayForm }),
  z.strictObject({ as: z.literal('epoch-milliseconds'), ...from }),
  z.strictObject({ as: z.literal('day-of-run') }),
]);

/** Coordinate systems a point may be given in; degrees of WGS 84 need none. */
export const GRID_SYSTEMS = ['EPSG:25831', 'EPSG:25832', 'EPSG:25833'] as const;
const system = z.enum(GRID_SYSTEMS);

/** A point: degrees, UTM metres (whose system a column may confirm), or the geometry of GeoJSON. */
export const pointField = oneOf('degrees, utm, geometry', [
  z.strictObject({ as: z.literal('degrees'), lat: name, lon: name }),
  z.strictObject({
    as: z.literal('utm'),
    east: name,
    north: name,
    system,
    systemColumn: name.exactOptional(),
  }),
  z.strictObject({ as: z.literal('geometry'), system: system.exactOptional() }),
]);

/** Yes or no by words; letters may be large or small. Any other word is not known. */
export const yesNoField = oneOf('yes-no', [
  z.strictObject({ as: z.literal('yes-no'), ...from, yes: words, no: words }),
]);

/**
 * Hours of a day: one cell `07:00-16:30`, or two cells with times, with timestamps or with milliseconds since midnight. Times
 * of `unknown` stand in the list where a time is not known, such as 00:00 or 23:59.
 */
export const hoursField = oneOf('clock-range, clock-pair, timestamps, milliseconds', [
  z.strictObject({ as: z.literal('clock-range'), ...from }),
  z.strictObject({ as: z.literal('clock-pair'), open: name, close: name }),
  z.strictObject({
    as: z.literal('timestamps'),
    open: name,
    close: name,
    unknown: z
      .array(z.string().regex(/^\d{2}:\d{2}$/))
      .max(5)
      .default([]),
  }),
  z.strictObject({ as: z.literal('milliseconds'), open: name, close: name }),
]);

/** Weekly hours that can be booked: the same for all rows, or the numbers 25, 35 and 45 in a cell. */
export const bookedHoursField = oneOf('constant, numbers', [
  z.strictObject({
    as: z.literal('constant'),
    value: z
      .array(z.literal([25, 35, 45]))
      .min(1)
      .max(3),
  }),
  z.strictObject({ as: z.literal('numbers'), ...from }),
]);

/** What a value is, depending on the row: always the same, by a value table, or by the first rule whose conditions all hold. */
export function choiceField<Value extends z.ZodType>(value: Value) {
  return oneOf('constant, words, rules', [
    z.strictObject({ as: z.literal('constant'), value }),
    z.strictObject({ as: z.literal('words'), ...from, words: wordsFor(value) }),
    z.strictObject({
      as: z.literal('rules'),
      rules: z
        .array(z.strictObject({ when: z.array(conditionSchema).min(1).max(10), value }))
        .min(1)
        .max(50),
      otherwise: value.optional(),
    }),
  ]);
}

export type Condition = z.output<typeof conditionSchema>;
export type TextField = z.output<typeof textField>;
export type IntegerField = z.output<typeof integerField>;
export type AgeField = z.output<typeof ageField>;
export type AgesField = z.output<typeof agesField>;
export type DayField = z.output<typeof dayField>;
export type PointField = z.output<typeof pointField>;
export type YesNoField = z.output<typeof yesNoField>;
export type HoursField = z.output<typeof hoursField>;
export type BookedHoursField = z.output<typeof bookedHoursField>;
export type GridSystem = (typeof GRID_SYSTEMS)[number];
