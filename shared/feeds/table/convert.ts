import type { LocalDate } from '../../domain/time/local-date.ts';
import type {
  AgeField,
  BookedHoursField,
  Condition,
  DayField,
  IntegerField,
  YesNoField,
} from './field.schema.ts';
import { rememberedCells } from './remembered-cells.ts';
import { allHold, firstCell, type ColumnAt, type Reader, type TableRow } from './table-row.ts';
import { dayOfEpoch, writtenDay } from './written-day.ts';

/** What a cell gives: its value, nothing because it is empty, or that it cannot be read. */
export type Converted<Value> = { readonly value: Value } | 'empty' | 'unreadable';

/** The value, `undefined` where there is none. */
export function valueOf<Value>(converted: Converted<Value>): Value | undefined {
  return typeof converted === 'object' ? converted.value : undefined;
}

/** Reads the first cell that is not empty; the same text is converted once. */
export function convertCell<Value>(
  columns: readonly string[],
  at: ColumnAt,
  convert: (text: string) => Converted<Value>,
): Reader<Converted<Value>> {
  const [textIn, converted] = [firstCell(columns, at), rememberedCells(convert)];
  return (row) => {
    const text = textIn(row);
    return text === undefined ? 'empty' : converted(text);
  };
}

/** Reads what stands for the first cell that is a word of the map. */
function convertWord<Value>(
  { from, words }: { readonly from: readonly string[]; readonly words: Readonly<Record<string, Value>> },
  at: ColumnAt,
): Reader<Value | undefined> {
  const [indexes, values] = [from.map(at), new Map(Object.entries(words))];
  return ({ cells }) => {
    for (const index of indexes) {
      const text = cells[index];
      if (text !== undefined && values.has(text)) return values.get(text);
    }
    return undefined;
  };
}

/** Reads a choice of the map; `undefined` where no word or rule holds. */
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
      }
    | undefined,
  at: ColumnAt,
): Reader<Value | undefined> {
  switch (field?.as) {
    case undefined:
      return () => undefined;
    case 'constant':
      return () => field.value;
    case 'words':
      return convertWord(field, at);
    case 'rules': {
      const rules = field.rules.map(({ when, value }) => ({ isMet: allHold(when, at), value }));
      return (row) => rules.find(({ isMet }) => isMet(row))?.value ?? field.otherwise;
    }
  }
}

/** Reads a whole number from 0 to 99,999, as `12` or `12.0`. */
export function convertInteger(field: IntegerField | undefined, at: ColumnAt): Reader<Converted<number>> {
  return field === undefined ? () => 'empty' : convertCell(field.from, at, wholeNumber);
}

/** A whole number in the text of a cell. */
export function wholeNumber(text: string): Converted<number> {
  return /^\d{1,5}(?:[.,]0+)?$/.test(text) ? { value: Number.parseInt(text, 10) } : 'unreadable';
}

/** Reads an age in whole months, at most 240. */
export function convertAge(field: AgeField, at: ColumnAt): Reader<Converted<number>> {
  if (field.as === 'constant') {
    const constant = { value: field.value };
    return () => constant;
  }
  const { as } = field;
  return convertCell(field.from, at, (text) => {
    const read = wholeNumber(text);
    if (typeof read !== 'object') return read;
    const months = monthsOf(read.value, as);
    return months <= 240 ? { value: months } : 'unreadable';
  });
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

/** Reads the day of a row, see `dayField`. A timestamp gives the day as it is written, whatever its zone. */
export function convertDay(
  field: DayField | undefined,
  at: ColumnAt,
): (row: TableRow, today: LocalDate) => Converted<LocalDate> {
  switch (field?.as) {
    case undefined:
      return () => 'empty';
    case 'day-of-run':
      return (_row, today) => ({ value: today });
    case 'date':
      return convertCell(field.from, at, (text) => converted(writtenDay(text, field.written)));
    case 'epoch-milliseconds':
      return convertCell(field.from, at, (text) => converted(dayOfEpoch(text)));
  }
}

function converted(date: LocalDate | undefined): Converted<LocalDate> {
  return date === undefined ? 'unreadable' : { value: date };
}

/** Reads yes or no by the words of the map. */
export function convertYesNo(field: YesNoField | undefined, at: ColumnAt): Reader<Converted<boolean>> {
  if (field === undefined) return () => 'empty';
  const [yes, no] = [lowered(field.yes), lowered(field.no)];
  return convertCell(field.from, at, (text) => {
    const word = text.toLowerCase();
    if (yes.has(word)) return { value: true };
    return no.has(word) ? { value: false } : 'unreadable';
  });
}

function lowered(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.toLowerCase()));
}

/** Reads booking classes, ascending; other numbers are left out. `25/35/45` gives all three. */
export function convertBookedHours(
  field: BookedHoursField | undefined,
  at: ColumnAt,
): Reader<readonly (25 | 35 | 45)[]> {
  if (field === undefined) return () => NO_HOURS;
  if (field.as === 'constant') return () => field.value;
  const indexes = field.from.map(at);
  return ({ cells }) => {
    const numbers = indexes.flatMap((index) => cells[index]?.match(/\d+/g) ?? []);
    return ([25, 35, 45] as const).filter((hours) => numbers.includes(String(hours)));
  };
}

const NO_HOURS: readonly [] = [];
