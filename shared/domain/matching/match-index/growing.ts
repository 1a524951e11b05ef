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

/** Columns by the kind of number they hold. */
export const GROWING = {
  u8: () => growing((length) => new Uint8Array(length)),
  i8: () => growing((length) => new Int8Array(length)),
  u16: () => growing((length) => new Uint16Array(length)),
  i16: () => growing((length) => new Int16Array(length)),
  u32: () => growing((length) => new Uint32Array(length)),
  i32: () => growing((length) => new Int32Array(length)),
  f64: () => growing((length) => new Float64Array(length)),
} as const;

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
