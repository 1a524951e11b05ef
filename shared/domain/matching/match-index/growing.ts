/** A typed array that grows while rows are added; `done` gives exactly the rows. */
export type Growing<Column> = {
  readonly push: (value: number) => void;
  readonly done: () => Column;
  length: number;
};

type Numbers = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float64Array;

function growing<Column extends Numbers>(make: (length: number) => Column): Growing<Column> {
  let column = make(64);
  const grown = {
    length: 0,
    push(value: number): void {
      if (grown.length === column.length) {
        const wider = make(column.length * 2);
        wider.set(column);
        column = wider;
      }
      column[grown.length] = value;
      grown.length += 1;
    },
    done(): Column {
      const exact = make(grown.length);
      exact.set(column.subarray(0, grown.length));
      return exact;
    },
  };
  return grown;
}

/** Columns of one kind that are begun and, in the same order, finished. */
function begun<Column extends Numbers>(make: (length: number) => Column) {
  const open: Growing<Column>[] = [];
  return {
    begin: (): Growing<Column> => {
      const column = growing(make);
      open.push(column);
      return column;
    },
    finish: (): Column => {
      const column = open.shift();
      if (column === undefined) throw new Error('more columns are finished than were begun');
      return column.done();
    },
  };
}

/** Makers of growing columns, and makers that give them finished when asked in the same order. */
export function growingColumns() {
  const u8 = begun((length) => new Uint8Array(length));
  const i8 = begun((length) => new Int8Array(length));
  const u16 = begun((length) => new Uint16Array(length));
  const i16 = begun((length) => new Int16Array(length));
  const u32 = begun((length) => new Uint32Array(length));
  const i32 = begun((length) => new Int32Array(length));
  const f64 = begun((length) => new Float64Array(length));
  return {
    begin: {
      u8: u8.begin,
      i8: i8.begin,
      u16: u16.begin,
      i16: i16.begin,
      u32: u32.begin,
      i32: i32.begin,
      f64: f64.begin,
    },
    finish: {
      u8: u8.finish,
      i8: i8.finish,
      u16: u16.finish,
      i16: i16.finish,
      u32: u32.finish,
      i32: i32.finish,
      f64: f64.finish,
    },
  };
}

/** Row numbers of distinct values: an equal key has an equal row, a new one is added. */
export function interned<Value>(
  keyOf: (value: Value) => string,
  add: (value: Value) => void,
): (value: Value) => number {
  const rows = new Map<string, number>();
  return (value) => {
    const key = keyOf(value);
    const known = rows.get(key);
    if (known !== undefined) return known;
    const row = rows.size;
    rows.set(key, row);
    add(value);
    return row;
  };
}
