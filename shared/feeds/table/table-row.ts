import * as z from 'zod';
import type { Condition } from './field.schema.ts';
import type { TableMap } from './table-map.schema.ts';

/**
 * A row with the cells that its map names, by column, as texts that are trimmed and not empty. `long`: there were more cells
 * than columns, so that nobody knows which belongs where; `short`: some columns of the map had no cell; `lone`: it stands in the
 * second of two tables and belongs to no row of the first.
 */
export const tableRowSchema = z.strictObject({
  cells: z.record(z.string(), z.string()),
  shape: z.enum(['whole', 'long', 'short', 'lone']),
});

export type TableRow = z.output<typeof tableRowSchema>;

/** The column that stands for the id of a GeoJSON feature, and those for the two numbers of its point. */
export const FEATURE = { id: '@id', x: '@x', y: '@y' } as const;

/** Members of a map that hold names of columns. */
const COLUMN_MEMBERS = new Set([
  ...[
    'from',
    'column',
    'lat',
    'lon',
    'east',
    'north',
    'systemColumn',
    'open',
    'close',
    'others',
    'parts',
    'total',
  ],
]);

/** Every column that a map reads. */
export function columnsOf(map: TableMap): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown, member: string): void => {
    if (typeof value === 'string') {
      if (COLUMN_MEMBERS.has(member)) found.add(value);
    } else if (Array.isArray(value)) for (const item of value) look(item, member);
    else if (typeof value === 'object' && value !== null && member !== 'words') {
      for (const [own, inner] of Object.entries(value)) look(inner, own);
    }
  };
  look(map, '');
  return [...found];
}

/** The cell of a column, `undefined` when it is empty or not there. */
export function cell(row: TableRow, column: string): string | undefined {
  return Object.hasOwn(row.cells, column) ? row.cells[column] : undefined;
}

/** Whether a row has one of the words in a column, or none of them. */
export function holds({ column, is, isNot }: Condition, row: TableRow): boolean {
  const text = cell(row, column) ?? '';
  return is === undefined ? !(isNot ?? []).includes(text) : is.includes(text);
}

/** A row of the cells that are left when blanks around them and those that mean nothing are taken away. */
export function rowOf(
  columns: readonly string[],
  valueAt: (index: number) => unknown,
  empty: readonly string[],
  shape: TableRow['shape'] = 'whole',
): TableRow {
  const cells: Record<string, string> = {};
  for (let index = 0; index < columns.length; index += 1) {
    const text = textOf(valueAt(index))?.trim() ?? '';
    if (text !== '' && !empty.includes(text)) cells[columns[index] ?? ''] = text;
  }
  return { cells, shape };
}

/** A number so large that JSON has lost its last digits is no text, as an id of it would be another one. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
  return typeof value === 'boolean' ? String(value) : undefined;
}
