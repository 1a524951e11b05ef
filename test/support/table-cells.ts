import type { ColumnAt, TableRow } from '../../shared/feeds/table/table-row.ts';

/** Columns of the rows that tests of single fields write. */
const COLUMNS = ['a', 'b', 'c', 'd', 'e', 'n', 's', 'small', 'middle', 'big', 'forest', 'all'];

/** Where a row of `cellsRow` has the cell of a column. */
export const at: ColumnAt = (column) => COLUMNS.indexOf(column);

/** A row with these cells, by column. */
export function cellsRow(cells: Readonly<Record<string, string>>): TableRow {
  return { cells: COLUMNS.map((column) => cells[column]), shape: 'whole' };
}
