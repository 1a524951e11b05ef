/** Numbers rows of numbers, value by value: `START` stands for the empty row, `after` for a row with one value more. Equal rows have one number. */
export type RowNumbers = { readonly after: (row: number, value: number) => number };

/** The empty row. */
export const START = 0;

/** No rows numbered yet. */
export function rowNumbers(): RowNumbers {
  const next: Map<number, number>[] = [];
  let count = START;
  return {
    after(row, value) {
      const known = (next[row] ??= new Map<number, number>());
      let number = known.get(value);
      if (number === undefined) {
        count += 1;
        number = count;
        known.set(value, number);
      }
      return number;
    },
  };
}
