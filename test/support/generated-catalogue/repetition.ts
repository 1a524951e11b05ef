import type { Chance } from '../seeded-chance.ts';

/** How many different values are among the first n draws: `factor` x n^`exponent`, never more than n. */
export type Repetition = { readonly factor: number; readonly exponent: number };

/**
 * Draws values that repeat as those of the real feed do: the n-th is a new one with the slope of the curve of different
 * values at n, else one drawn before, so that what is frequent becomes more frequent (H. A. Simon, 1955).
 */
export function repeating<Value>(
  chance: Chance,
  { factor, exponent }: Repetition,
  make: () => Value,
): () => Value {
  const drawn: Value[] = [];
  return () => {
    const slope = factor * exponent * (drawn.length + 1) ** (exponent - 1);
    const value =
      chance() < slope || drawn.length === 0 ? make() : drawn[Math.floor(chance() * drawn.length)]!;
    drawn.push(value);
    return value;
  };
}
