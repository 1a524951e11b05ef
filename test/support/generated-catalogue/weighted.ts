import type { Chance } from '../seeded-chance.ts';

/** Values with how often each is taken; the weights are above zero and need not add up to anything. */
export type Weighted<Value> = readonly (readonly [weight: number, value: Value])[];

/** One of the values, each as often as its weight says. */
export function weightedOf<Value>(chance: Chance, values: Weighted<Value>): Value {
  let left = chance() * values.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, value] of values) {
    left -= weight;
    if (left < 0) return value;
  }
  return values.at(-1)![1];
}

/** Values below which a share of all lies, shares 0 … 1 and values ascending. */
export type Quantiles = readonly (readonly [share: number, value: number])[];

/** A whole number that is spread as the quantiles say, even between two of them. */
export function byQuantiles(chance: Chance, quantiles: Quantiles): number {
  const share = chance();
  const above = Math.max(
    1,
    quantiles.findIndex(([upTo]) => upTo > share),
  );
  const [[low, lowest], [high, highest]] = [quantiles[above - 1]!, quantiles[above]!];
  return Math.round(lowest + ((share - low) / (high - low)) * (highest - lowest));
}
