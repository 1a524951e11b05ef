import { readAmount } from '../read-amount.ts';
import type { AmountField } from './course-field.schema.ts';
import type { Converted } from './convert.ts';
import { firstCell, type ColumnAt, type Reader } from './table-row.ts';

/** An amount in hundredths of its currency; `partsDiffer`: the cells of its parts do not add up to it. */
export type ReadAmount = { readonly hundredths: number; readonly partsDiffer: boolean };

/** Above any fee: 99990 and the like are placeholders. Whole units. */
const HIGHEST = 90_000;

/** Reads an amount. */
export function convertAmount(field: AmountField | undefined, at: ColumnAt): Reader<Converted<ReadAmount>> {
  if (field === undefined) return () => 'empty';
  const textIn = firstCell(field.from, at);
  const partIndexes = field.parts.map(at);
  return (row) => {
    const text = textIn(row);
    if (text === undefined) return 'empty';
    const hundredths = readAmount(text);
    if (hundredths === undefined || hundredths > HIGHEST * 100) return 'unreadable';
    const parts = partIndexes.map((index) => readAmount(row.cells[index] ?? '0'));
    const sum = parts.reduce<number>((all, part) => all + (part ?? Number.NaN), 0);
    return { value: { hundredths, partsDiffer: parts.length > 0 && sum !== hundredths } };
  };
}
