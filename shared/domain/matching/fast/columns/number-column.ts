/**
 * Whole numbers above 0 at places from 0, 0 where none was put yet. A typed array, since arrays with many holes are slow to look up.
 */
export type NumberColumn = { values: Int32Array };

const FIRST_LENGTH = 64;

/** A column in which nothing was put yet. */
export function numberColumn(): NumberColumn {
  return { values: new Int32Array(FIRST_LENGTH) };
}

/** Puts a number at a place; the column grows as needed. */
export function putNumber(column: NumberColumn, at: number, value: number): void {
  if (at >= column.values.length) {
    const wider = new Int32Array(2 ** Math.ceil(Math.log2(at + 1)));
    wider.set(column.values);
    column.values = wider;
  }
  column.values[at] = value;
}
