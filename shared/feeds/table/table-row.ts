import * as z from 'zod';
import type { Condition } from './field.schema.ts';
import type { TableMap } from './table-map.schema.ts';

/**
 * A row with the cells that its map names, in the order of `columnsOf`, as texts that are trimmed and not empty, `undefined` where there is none.
 * `long`: there were more cells than columns, so that nobody knows which belongs where; `short`: some columns of the map had no
 * cell; `lone`: it stands in the second of two tables and belongs to no row of the first.
 */
export const tableRowSchema = z.strictObject({
  cells: z.array(z.string().optional()),
  shape: z.enum(['whole', 'long', 'short', 'lone']),
});

export type TableRow = z.output<typeof tableRowSchema>;
/** Cells of a row, or of a part of it. */
export type Cells = readonly (string | undefined)[];

/** A row that was made of cells by their type, so that nobody needs to look through it once more. */
class ReadRow implements TableRow {
  readonly cells: TableRow['cells'];
  readonly shape: TableRow['shape'];

  constructor(cells: TableRow['cells'], shape: TableRow['shape']) {
    this.cells = cells;
    this.shape = shape;
  }
}

/** Makes a row of cells, which nobody may change afterwards. */
export function rowOf(cells: TableRow['cells'], shape: TableRow['shape'] = 'whole'): TableRow {
  return new ReadRow(cells, shape);
}

/** Whether a value is a row. */
export function isTableRow(value: unknown): value is TableRow {
  return value instanceof ReadRow || tableRowSchema.safeParse(value).success;
}

/** How one field of an offer is read from a row. Made once for a map, asked for every row. */
export type Reader<Value> = (row: TableRow) => Value;

/** Where a row has the cell of a column; -1 for a column that the map does not name, whose cell is none. */
export type ColumnAt = (column: string) => number;

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

/** Every column that a map reads, those of a GeoJSON feature itself included. */
export function columnsOf(map: TableMap): readonly string[] {
  const own = map.file.form === 'geojson' ? Object.values(FEATURE) : [];
  return [...new Set([...columnsIn(map), ...own])];
}

/** Every column that a part of a map names, each once. */
export function columnsIn(part: object): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown, member: string): void => {
    if (typeof value === 'string') {
      if (COLUMN_MEMBERS.has(member)) found.add(value);
    } else if (Array.isArray(value)) for (const item of value) look(item, member);
    else if (typeof value === 'object' && value !== null && member !== 'words') {
      for (const [own, inner] of Object.entries(value)) look(inner, own);
    }
  };
  look(part, '');
  return [...found];
}

/** Where rows of these columns have their cells. */
export function columnAt(columns: readonly string[]): ColumnAt {
  return (column) => columns.indexOf(column);
}

/** Reads the first cell of some columns that is not empty. */
export function firstCell(columns: readonly string[], at: ColumnAt): Reader<string | undefined> {
  const [first = -1, ...others] = columns.map(at);
  if (others.length === 0) return ({ cells }) => cells[first];
  return ({ cells }) => cells[first] ?? cells[others.find((index) => cells[index] !== undefined) ?? -1];
}

/** Whether a row has one of the words in a column, or none of them. */
export function holds({ column, is, isNot }: Condition, at: ColumnAt): Reader<boolean> {
  const index = at(column);
  const words = new Set(is ?? isNot);
  return ({ cells }) => words.has(cells[index] ?? '') === (is !== undefined);
}

/** Whether all conditions hold for a row; they do where there are none. */
export function allHold(conditions: readonly Condition[], at: ColumnAt): Reader<boolean> {
  const each = conditions.map((condition) => holds(condition, at));
  return (row) => each.every((isMet) => isMet(row));
}

/** The text of a cell without blanks around it, none where it is empty or one of those that mean nothing. */
export function cellText(value: unknown, empty: readonly string[]): string | undefined {
  const text = textOf(value)?.trim() ?? '';
  return text === '' || empty.includes(text) ? undefined : text;
}

/** A number so large that JSON has lost its last digits is no text, as an id of it would be another one. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number')
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? String(value) : undefined;
  return typeof value === 'boolean' ? String(value) : undefined;
}
