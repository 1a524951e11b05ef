import { readAmount } from '../read-amount.ts';
import type { AmountField } from './course-field.schema.ts';
import type { Converted } from './convert.ts';
import { cell, type TableRow } from './table-row.ts';

/** An amount in hundredths of its currency; `partsDiffer`: the cells of its parts do not add up to it. */
export type ReadAmount = { readonly hundredths: number; readonly partsDiffer: boolean };

/** Above any fee: 99990 and the like are placeholders. Whole units. */
const HIGHEST = 90_000;

/** The amount of a row. */
export function convertAmount(field: AmountField | undefined, row: TableRow): Converted<ReadAmount> {
  const text = field?.from.map((column) => cell(row, column)).find((found) => found !== undefined);
  if (field === undefined || text === undefined) return 'empty';
  const hundredths = readAmount(text);
  if (hundredths === undefined || hundredths > HIGHEST * 100) return 'unreadable';
  const parts = field.parts.map((column) => readAmount(cell(row, column) ?? '0'));
  const sum = parts.reduce<number>((all, part) => all + (part ?? Number.NaN), 0);
  return { value: { hundredths, partsDiffer: parts.length > 0 && sum !== hundredths } };
}
