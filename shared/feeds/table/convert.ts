import type { LocalDate } from '../../domain/time/local-date.ts';
import type {
  AgeField,
  BookedHoursField,
  Condition,
  DayField,
  IntegerField,
  TextField,
  YesNoField,
} from './field.schema.ts';
import { cell, holds, type TableRow } from './table-row.ts';
import { dayOfEpoch, writtenDay } from './written-day.ts';

/** What a cell gives: its value, nothing because it is empty, or that it cannot be read. */
export type Converted<Value> = { readonly value: Value } | 'empty' | 'unreadable';

/** The value, `undefined` where there is none. */
export function valueOf<Value>(converted: Converted<Value>): Value | undefined {
  return typeof converted === 'object' ? converted.value : undefined;
}

/** The cells of a field that are not empty. */
function filled(row: TableRow, columns: readonly string[]): readonly string[] {
  return columns.map((column) => cell(row, column)).filter((text) => text !== undefined);
}

/** A text as the list writes it, not yet plain. A word that the value table lacks gives nothing. */
export function convertText(field: TextField | undefined, row: TableRow): string | undefined {
  if (field === undefined) return undefined;
  switch (field.as) {
    case 'constant':
      return field.value;
    case 'words':
      return wordIn(field.words, filled(row, field.from));
    case 'text': {
      const parts = filled(row, field.from)
        .map((text) => partOf(field, text))
        .filter((text) => text !== '');
      return parts.length === 0
        ? field.otherwise
        : `${field.before}${parts.join(field.join)}${field.after ?? ''}`;
    }
  }
}

/** What a field takes of the text of one cell. */
function partOf({ part, digits }: Extract<TextField, { as: 'text' }>, text: string): string {
  const whole = text.startsWith('"') ? withoutStrayQuotes(text) : text;
  const taken = part === undefined ? whole : (whole.split(part.of)[part.at]?.trim() ?? '');
  return digits !== undefined && /^\d+$/.test(taken) ? taken.padStart(digits, '0') : taken;
}

/** Quotation marks that an export put around a cell twice: `"Ideal Driving School"`, also where one of them was lost. */
function withoutStrayQuotes(text: string): string {
  const marks = text.split('"').length - 1;
  if (marks > 2) return text;
  if (marks === 1) return text.slice(1).trim();
  return text.endsWith('"') ? text.slice(1, -1).trim() : text;
}

function wordIn<Value>(words: Readonly<Record<string, Value>>, cells: readonly string[]): Value | undefined {
  const found = cells.find((text) => Object.hasOwn(words, text));
  return found === undefined ? undefined : words[found];
}

/** A choice of the map for a row; `undefined` where no word or rule holds. */
export function convertChoice<Value>(
  field:
    | { readonly as: 'constant'; readonly value: Value }
    | {
        readonly as: 'words';
        readonly from: readonly string[];
        readonly words: Readonly<Record<string, Value>>;
      }
    | {
        readonly as: 'rules';
        readonly rules: readonly { readonly when: readonly Condition[]; readonly value: Value }[];
        readonly otherwise?: Value | undefined;
      },
  row: TableRow,
): Value | undefined {
  switch (field.as) {
    case 'constant':
      return field.value;
    case 'words':
      return wordIn(field.words, filled(row, field.from));
    case 'rules': {
      const rule = field.rules.find(({ when }) => when.every((condition) => holds(condition, row)));
      return rule?.value ?? field.otherwise;
    }
  }
}

/** A whole number from 0 to 99,999, as `12` or `12.0`. */
export function convertInteger(field: IntegerField | undefined, row: TableRow): Converted<number> {
  return field === undefined ? 'empty' : wholeNumber(filled(row, field.from)[0]);
}

/** A whole number in a cell. */
export function wholeNumber(text: string | undefined): Converted<number> {
  if (text === undefined) return 'empty';
  return /^\d{1,5}(?:[.,]0+)?$/.test(text) ? { value: Number.parseInt(text, 10) } : 'unreadable';
}

/** An age in whole months, at most 240. */
export function convertAge(field: AgeField, row: TableRow): Converted<number> {
  if (field.as === 'constant') return { value: field.value };
  const read = wholeNumber(filled(row, field.from)[0]);
  if (typeof read !== 'object') return read;
  const months = monthsOf(read.value, field.as);
  return months <= 240 ? { value: months } : 'unreadable';
}

function monthsOf(figure: number, as: Exclude<AgeField['as'], 'constant'>): number {
  switch (as) {
    case 'months':
      return figure;
    case 'years':
      return figure * 12;
    case 'years-to-end':
      return figure * 12 + 11;
  }
}

/** The day of a row, see `dayField`. A timestamp gives the day as it is written, whatever its zone. */
export function convertDay(
  field: DayField | undefined,
  row: TableRow,
  today: LocalDate,
): Converted<LocalDate> {
  if (field === undefined) return 'empty';
  if (field.as === 'day-of-run') return { value: today };
  const [text] = filled(row, field.from);
  if (text === undefined) return 'empty';
  const date = field.as === 'date' ? writtenDay(text, field.written) : dayOfEpoch(text);
  return date === undefined ? 'unreadable' : { value: date };
}

/** Yes or no by the words of the map. */
export function convertYesNo(field: YesNoField | undefined, row: TableRow): Converted<boolean> {
  const text = field === undefined ? undefined : filled(row, field.from)[0]?.toLowerCase();
  if (field === undefined || text === undefined) return 'empty';
  if (field.yes.some((word) => word.toLowerCase() === text)) return { value: true };
  return field.no.some((word) => word.toLowerCase() === text) ? { value: false } : 'unreadable';
}

/** Booking classes, ascending; other numbers are left out. `25/35/45` gives all three. */
export function convertBookedHours(
  field: BookedHoursField | undefined,
  row: TableRow,
): readonly (25 | 35 | 45)[] {
  if (field === undefined) return [];
  if (field.as === 'constant') return field.value;
  const numbers = filled(row, field.from).flatMap((text) => text.match(/\d+/g) ?? []);
  return ([25, 35, 45] as const).filter((hours) => numbers.includes(String(hours)));
}
