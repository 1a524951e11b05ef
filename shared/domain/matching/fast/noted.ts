/** What one criterion says, as a number: PASSES, UNMET, NEAR for one that is unmet by a near miss, or that of `asking`. */
export type CriterionAnswer = number;

export const PASSES = 0;
export const UNMET = 1;
export const NEAR = 2;
const UNKNOWN = 3;

/** It cannot be told; these bits are asked. */
export function asking(bits: number): CriterionAnswer {
  return (bits << 2) | UNKNOWN;
}

/** What criteria said so far: which are unmet, which unknown, which unmet by a near miss, as bits of the table; and what is asked. */
export type Noted = { unmet: number; unknown: number; near: number; asks: number };

/** Nothing said yet. */
export function nothingNoted(): Noted {
  return { unmet: 0, unknown: 0, near: 0, asks: 0 };
}

/** Notes what the criterion of a bit says. */
export function note(noted: Noted, bit: number, answer: CriterionAnswer): void {
  if (answer === PASSES) return;
  if ((answer & UNKNOWN) === UNKNOWN) {
    noted.unknown |= bit;
    noted.asks |= answer >> 2;
    return;
  }
  noted.unmet |= bit;
  if (answer === NEAR) noted.near |= bit;
}
