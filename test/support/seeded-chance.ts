/** Chance that comes out the same for the same seed: numbers 0 … below 1 (mulberry32, 32 bits of state). */
export type Chance = () => number;

/** A source of chance for a whole number as seed. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number `from` … `to`, both included. */
export function wholeBetween(chance: Chance, from: number, to: number): number {
  return from + Math.floor(chance() * (to - from + 1));
}

/** One of the values, which are not empty. */
export function oneOf<Value>(chance: Chance, values: readonly Value[]): Value {
  return values[Math.floor(chance() * values.length)]!;
}
