import type { Offer } from '../../domain/offer/offer.ts';
import { cutText } from '../plain-text.ts';
import type { Note } from './believed-cells.ts';
import { convertAmount } from './convert-amount.ts';
import { convertLine } from './convert-text.ts';
import { valueOf } from './convert.ts';
import type { CourseTableMap } from './table-map.schema.ts';
import type { ColumnAt, TableRow } from './table-row.ts';

/**
 * Reads what a course costs. Euros count; another currency is shown in its own words. Zero is free only where the map says so
 * (formats.md E7).
 */
export function readCost(map: CourseTableMap, at: ColumnAt): (row: TableRow, note: Note) => Offer['cost'] {
  const [wordsOf, amountOf] = [convertLine(map.costText, at), convertAmount(map.cost, at)];
  return (row, note) => {
    const words = cutText(wordsOf(row), 200);
    const amount = amountOf(row);
    if (amount === 'unreadable') note('price-implausible', 'cost');
    const read = valueOf(amount);
    if (read?.partsDiffer === true) note('cost-parts-differ', 'cost');
    if (map.cost === undefined || read === undefined) return words === '' ? undefined : { text: words };
    if (read.hundredths === 0 && !map.cost.zeroIsFree) {
      note('price-zero', 'cost');
      return words === '' ? undefined : { text: words };
    }
    const { currency } = map.cost;
    const inEuros = currency === 'EUR' && !read.partsDiffer;
    const text = inEuros
      ? words
      : [`${(read.hundredths / 100).toFixed(2)} ${currency}`, words].join(' ').trim();
    return {
      ...(inEuros && { cents: read.hundredths, ...(read.hundredths === 0 && { free: true }) }),
      ...(text !== '' && { text }),
    };
  };
}
