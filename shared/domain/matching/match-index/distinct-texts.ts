/** Tells texts apart: equal ones have one number, from 0 in the order in which different ones came. */
export type DistinctTexts = {
  readonly numberOf: (text: string) => number;
  /** The texts by their numbers. */
  readonly all: () => readonly string[];
};

/** No texts yet. */
export function distinctTexts(): DistinctTexts {
  const numbers = new Map<string, number>();
  return {
    numberOf(text) {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    all: () => [...numbers.keys()],
  };
}
