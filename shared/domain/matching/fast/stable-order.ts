const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/**
 * Some rows in the order of a column of whole numbers (32 bits, ascending); rows with equal numbers keep their order, so that orders by
 * several columns are put together from the one that matters least. `rows` stays as it is.
 */
export function inOrderOf(rows: Uint32Array, column: Int32Array): Uint32Array {
  let least = 0x7fffffff;
  let most = -0x80000000;
  for (const row of rows) {
    const value = column[row] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  let ordered = rows;
  for (let shift = 0; shift < 32 && (most - least) >>> shift > 0; shift += DIGIT_BITS) {
    ordered = byDigit(ordered, column, least, shift);
  }
  return ordered;
}

/** By one digit of what a number is above the least: counts how many have each, so that every row's place is known. */
function byDigit(rows: Uint32Array, column: Int32Array, least: number, shift: number): Uint32Array {
  const placed = new Uint32Array(DIGITS + 1);
  const digitOf = (row: number): number => (((column[row] ?? 0) - least) >>> shift) & (DIGITS - 1);
  for (const row of rows) {
    const next = digitOf(row) + 1;
    placed[next] = (placed[next] ?? 0) + 1;
  }
  for (let digit = 0; digit < DIGITS; digit += 1) {
    placed[digit + 1] = (placed[digit + 1] ?? 0) + (placed[digit] ?? 0);
  }
  const ordered = new Uint32Array(rows.length);
  for (const row of rows) {
    const digit = digitOf(row);
    const at = placed[digit] ?? 0;
    ordered[at] = row;
    placed[digit] = at + 1;
  }
  return ordered;
}
