import * as z from 'zod';

const name = z.string().min(1).max(200);
/** Names of columns; one may stand alone. A nested member of JSON is named with points: `address.street`. */
const columns = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(name).min(1).max(10),
);
const from = { from: columns };
const words = z.array(z.string().max(200)).min(1).max(100);

/** `as` tells the conversion; whoever writes another word is told which there are. */
function oneOf<const Options extends readonly [z.ZodObject, ...z.ZodObject[]]>(
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
  /** Put before the text where there is one, such as an area code. */
  before: z.string().max(50).default(''),
  /** Takes one part of each cell, counted from 0. */
  part: z.strictObject({ of: z.string().min(1).max(5), at: z.int().min(0).max(20) }).exactOptional(),
});
const constantText = z.strictObject({ as: z.literal('constant'), value: z.string().min(1).max(300) });
const wordTable = z.strictObject({
  as: z.literal('words'),
  ...from,
  words: z.record(z.string().max(200), z.string().min(1).max(300)),
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

/** A day written `dd.mm.yyyy` or `yyyy-mm-dd`, or the day on which the list is read, for lists that are kept daily. */
export const dayField = oneOf('date, day-of-run', [
  z.strictObject({ as: z.literal('date'), ...from }),
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

/** Opening hours of the days the map names: one cell `07:00-16:30`, or two cells with times or milliseconds since midnight. */
export const hoursField = oneOf('clock-range, clock-pair, milliseconds', [
  z.strictObject({ as: z.literal('clock-range'), ...from }),
  z.strictObject({ as: z.literal('clock-pair'), open: name, close: name }),
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
    z.strictObject({ as: z.literal('words'), ...from, words: z.record(z.string().max(200), value) }),
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
