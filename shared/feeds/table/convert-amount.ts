import type { AmountField } from './course-field.schema.ts';
import type { Converted } from './convert.ts';
import { cell, type TableRow } from './table-row.ts';

/** An amount in hundredths of its currency; `partsDiffer`: the cells of its parts do not add up to it. */
export type ReadAmount = { readonly hundredths: number; readonly partsDiffer: boolean };

/** Above any fee: 99990 and the like are placeholders. Whole units. */
const HIGHEST = 90_000;

/** The amount of a row. Points and commas are both read as lists write them: `84.70`, `84,70`, `1.204,50`, `1,204.50`. */
export function convertAmount(field: AmountField | undefined, row: TableRow): Converted<ReadAmount> {
  const text = field?.from.map((column) => cell(row, column)).find((found) => found !== undefined);
  if (field === undefined || text === undefined) return 'empty';
  const hundredths = hundredthsOf(text);
  if (hundredths === undefined || hundredths > HIGHEST * 100) return 'unreadable';
  const parts = field.parts.map((column) => hundredthsOf(cell(row, column) ?? '0'));
  const sum = parts.reduce<number>((all, part) => all + (part ?? Number.NaN), 0);
  return { value: { hundredths, partsDiffer: parts.length > 0 && sum !== hundredths } };
}

function hundredthsOf(text: string): number | undefined {
  const figure = text.replace(/\s*(?:€|EUR|Euro)$|^(?:€|EUR)\s*/iu, '');
  const parts = /^(\d{1,3}(?:([.,])\d{3})+|\d{1,7})(?:([.,])(\d{1,2}))?(?:,-)?$/u.exec(figure);
  if (parts === null || (parts[2] !== undefined && parts[2] === parts[3])) return undefined;
  const whole = Number(parts[1]?.replaceAll(/[.,]/gu, ''));
  return whole * 100 + Number((parts[4] ?? '').padEnd(2, '0'));
}
