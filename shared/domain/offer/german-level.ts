/** Levels of German, ascending: none, CEFR A1-C2, native. */
export const GERMAN_LEVELS = ['none', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const;
export type GermanLevel = (typeof GERMAN_LEVELS)[number];

/** Below zero when `one` is lower than `other`, zero when equal. */
export function compareGerman(one: GermanLevel, other: GermanLevel): number {
  return GERMAN_LEVELS.indexOf(one) - GERMAN_LEVELS.indexOf(other);
}

/** The level `steps` above (below when negative), held within `none` and `native`. */
export function germanLevelAbove(level: GermanLevel, steps: number): GermanLevel {
  const index = GERMAN_LEVELS.indexOf(level) + steps;
  return GERMAN_LEVELS[Math.min(Math.max(index, 0), GERMAN_LEVELS.length - 1)] ?? level;
}
