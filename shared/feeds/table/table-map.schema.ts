import * as z from 'zod';
import { CARE_KINDS } from '../../domain/offer/terms.ts';
import { courseShape } from './course-map.schema.ts';
import { weekdays } from './course-field.schema.ts';
import {
  agesField,
  bookedHoursField,
  choiceField,
  conditionSchema,
  dayField,
  hoursField,
  integerField,
  pointField,
  textField,
  yesNoField,
} from './field.schema.ts';

/** Encodings a map may name. A byte order mark in the file counts more. */
const ENCODINGS = ['utf-8', 'windows-1252', 'iso-8859-15', 'utf-16le', 'utf-16be'] as const;

const columnName = z.string().min(1).max(200);

/**
 * A zip of two tables: `table` (`facilities` for `facilities.csv`) whose rows are records, and `with`, whose column `withKey` says to
 * which `key` of the first a row belongs. Columns of the second are named `<with>.<column>`. Without `spreadBy` each of its rows
 * makes a record; with it all of them make one, and their columns are named `<with>.<value of spreadBy>.<column>`.
 */
const twoTables = z
  .strictObject({
    table: z.string().regex(/^[\w-]{1,60}$/, 'the name of a file without .csv'),
    key: columnName,
    with: z.string().regex(/^[\w-]{1,60}$/, 'the name of a file without .csv'),
    withKey: columnName,
    spreadBy: columnName.exactOptional(),
  })
  .refine(({ table, with: other }) => table.toLowerCase() !== other.toLowerCase(), 'two tables that differ');

/** How the file is laid out. Another encoding than UTF-8 is read only where the map says so; JSON is always UTF-8. */
const fileForm = z.discriminatedUnion(
  'form',
  [
    z.strictObject({
      form: z.literal('csv'),
      /** A first line `sep=;` in the file counts more. */
      separator: z.string().length(1).default(';'),
      encoding: z.enum(ENCODINGS).default('utf-8'),
      zip: twoTables.exactOptional(),
    }),
    z.strictObject({
      form: z.literal('json'),
      /** Where the records are: `$.*` for a list, `$.results.*` for a list in a member, `$.*.results.*` for joined pages. */
      records: z.string().regex(/^\$(?:\.(?:[@A-Za-z0-9_-]+|\*))*\.\*$/, 'a path such as $.results.*'),
    }),
    z.strictObject({ form: z.literal('geojson') }),
  ],
  { error: 'form: one of csv, json, geojson' },
);

/** Where the id of a row comes from: its cells, or a hash of them where the list has no id of its own. */
const id = z.discriminatedUnion(
  'as',
  [
    z.strictObject({ as: z.literal('column'), from: columnName }),
    z.strictObject({ as: z.literal('hash'), from: z.array(columnName).min(1).max(10) }),
  ],
  { error: 'as: one of column, hash' },
);

const openings = z.strictObject({ days: weekdays, hours: hoursField });

const place = z.strictObject({
  name: textField.exactOptional(),
  street: textField.exactOptional(),
  postcode: textField.exactOptional(),
  city: textField.exactOptional(),
  /** A district's id in the region; others are left out. */
  district: textField.exactOptional(),
  point: pointField.exactOptional(),
});

const care = z.strictObject({
  kind: choiceField(z.enum(CARE_KINDS)),
  ages: agesField.exactOptional(),
  openings: z.array(openings).max(7).default([]),
  bookedHours: bookedHoursField.exactOptional(),
  free: integerField.exactOptional(),
  /** The day of the count `free`. */
  asOf: dayField.exactOptional(),
  places: integerField.exactOptional(),
  closures: textField.exactOptional(),
  fetches: yesNoField.exactOptional(),
});

/** What every map has. */
const shared = {
  file: fileForm,
  /** Cells that mean nothing, such as `null`; compared after trimming. Empty ones always do. */
  empty: z.array(z.string().max(50)).max(20).default([]),
  /** Rows for which one of these holds are no records. */
  skip: z.array(conditionSchema).max(20).default([]),
  id,
  title: textField,
  summary: textField.exactOptional(),
  /** The list's own words about times. They are shown and never counted as hours. */
  timesText: textField.exactOptional(),
  provider: textField,
  place,
  stepFree: yesNoField.exactOptional(),
  phone: textField.exactOptional(),
  mail: textField.exactOptional(),
  page: textField.exactOptional(),
};

const careTable = z.strictObject({ offers: z.literal('childcare'), ...shared, care });
const courseTable = z.strictObject({ offers: z.literal('course'), ...shared, ...courseShape });

/**
 * The column map of a table: how its file is laid out and which field of an offer comes from which column. A new list is a
 * new map, no code. What is not named is never read.
 */
export const tableMapSchema = z.discriminatedUnion('offers', [careTable, courseTable], {
  error: 'offers: one of childcare, course',
});

/** A checked column map. */
export type TableMap = z.output<typeof tableMapSchema>;
/** The map of a list of childcare. */
export type CareTableMap = z.output<typeof careTable>;
/** The map of a list of courses, apprenticeships, jobs or advice. */
export type CourseTableMap = z.output<typeof courseTable>;
