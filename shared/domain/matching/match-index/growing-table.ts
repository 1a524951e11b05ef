import type { Column, ColumnKinds, ColumnMakers } from './column-kinds.ts';

/** A table that grows row by row; all its columns grow together, so that a row is written without asking for room. */
export type GrowingTable<Table> = {
  /** Begins the next row, in which all is 0, and gives its number. */
  readonly next: () => number;
  /** The columns, good until the next row begins. */
  readonly columns: () => Table;
  readonly length: () => number;
  /** The columns with exactly the rows begun. */
  readonly done: () => Table;
};

const FIRST_ROOM = 64;

/** An empty table whose columns are those of a shape. */
export function growingTable<Table extends Readonly<Record<string, Column>>>(
  shape: (make: ColumnMakers<ColumnKinds>) => Table,
): GrowingTable<Table> {
  let room = FIRST_ROOM;
  let columns = shape(emptyColumns(room));
  let length = 0;
  function inRoomOf(rows: number): Table {
    const others = shape(emptyColumns(rows));
    const own = Object.values(columns);
    for (const [at, column] of Object.values(others).entries()) {
      const filled = own[at];
      if (filled !== undefined) column.set(filled.subarray(0, column.length));
    }
    return others;
  }
  return {
    next() {
      if (length === room) {
        room *= 2;
        columns = inRoomOf(room);
      }
      length += 1;
      return length - 1;
    },
    columns: () => columns,
    length: () => length,
    done: () => inRoomOf(length),
  };
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
