import type { Column, ColumnKinds, ColumnMakers } from './column-kinds.ts';

type Columns = Readonly<Record<string, Column>>;
type Shape<Table> = (make: ColumnMakers<ColumnKinds>) => Table;

/**
 * A table that grows row by row; all its columns grow together, so that a row is written without asking for room. `columns`: good
 * until the next row begins. This and what works on it are functions of the module, as closures would be compiled anew for each table.
 */
export type GrowingTable<Table> = {
  readonly shape: Shape<Table>;
  columns: Table;
  length: number;
  room: number;
};

const FIRST_ROOM = 64;

/** An empty table whose columns are those of a shape. */
export function growingTable<Table extends Columns>(shape: Shape<Table>): GrowingTable<Table> {
  return { shape, columns: shape(emptyColumns(FIRST_ROOM)), length: 0, room: FIRST_ROOM };
}

/** Begins the next row, in which all is 0, and gives its number. */
export function nextRow<Table extends Columns>(table: GrowingTable<Table>): number {
  if (table.length === table.room) {
    table.room *= 2;
    table.columns = inRoomOf(table, table.room);
  }
  table.length += 1;
  return table.length - 1;
}

/** The columns with exactly the rows begun. */
export function rowsBegun<Table extends Columns>(table: GrowingTable<Table>): Table {
  return inRoomOf(table, table.length);
}

function inRoomOf<Table extends Columns>({ shape, columns }: GrowingTable<Table>, rows: number): Table {
  const others = shape(emptyColumns(rows));
  const own = Object.values(columns);
  for (const [at, column] of Object.values(others).entries()) {
    const filled = own[at];
    if (filled !== undefined) column.set(filled.subarray(0, column.length));
  }
  return others;
}

function emptyColumns(rows: number): ColumnMakers<ColumnKinds> {
  return {
    u8: () => new Uint8Array(rows),
    i8: () => new Int8Array(rows),
    u16: () => new Uint16Array(rows),
    i16: () => new Int16Array(rows),
    u32: () => new Uint32Array(rows),
    i32: () => new Int32Array(rows),
    f64: () => new Float64Array(rows),
    from: () => new Uint32Array(rows + 1),
  };
}
