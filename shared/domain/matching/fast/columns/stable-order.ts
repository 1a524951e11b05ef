const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;
const NOT_KNOWN = 0x7fffffff;

/**
 * Some rows in the order of a column of whole numbers: 32 bits, ascending; the largest, for what is not known, last. Rows with equal numbers
 * keep their order, so that an order by several columns is put together from the one that matters least. `rows` stays as it is.
 */
export function inOrderOf(rows: Uint32Array, column: Int32Array): Uint32Array {
  let least = NOT_KNOWN;
  let most = -NOT_KNOWN - 1;
  let before = most;
  let isInOrder = true;
  for (const row of rows) {
    const value = column[row] ?? 0;
    if (value < before) isInOrder = false;
    before = value;
    if (value === NOT_KNOWN) continue;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (isInOrder) return rows;
  // What is not known comes right after the largest number, so that there are few digits.
  const range = { least, last: most - least + 1 };
  let ordered = rows;
  for (let shift = 0; shift < 32 && range.last >>> shift > 0; shift += DIGIT_BITS) {
    ordered = byDigit(ordered, column, range, shift);
  }
  return ordered;
}

/** The least number of a column, and how far above it what is not known is put. */
type Range = { readonly least: number; readonly last: number };

/** By one digit: how many rows have each says where the rows of each begin. */
function byDigit(rows: Uint32Array, column: Int32Array, range: Range, shift: number): Uint32Array {
  const placed = new Uint32Array(DIGITS + 1);
  for (const row of rows) {
    const next = digitOf(column[row] ?? 0, range, shift) + 1;
    placed[next] = (placed[next] ?? 0) + 1;
  }
  for (let digit = 0; digit < DIGITS; digit += 1) {
    placed[digit + 1] = (placed[digit + 1] ?? 0) + (placed[digit] ?? 0);
  }
  const ordered = new Uint32Array(rows.length);
  for (const row of rows) {
    const digit = digitOf(column[row] ?? 0, range, shift);
    const at = placed[digit] ?? 0;
    ordered[at] = row;
    placed[digit] = at + 1;
  }
  return ordered;
}

function digitOf(value: number, { least, last }: Range, shift: number): number {
  return ((value === NOT_KNOWN ? last : value - least) >>> shift) & (DIGITS - 1);
}
