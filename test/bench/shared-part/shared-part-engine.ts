import type { Situation } from '../../../shared/domain/situation/situation.ts';

/** Answers the shared part: which of the offers hold for a person, as ascending positions among all offers. */
export type SharedPartEngine = {
  readonly name: 'fast' | 'plain scan' | 'reference' | 'sqlite' | 'json-rules-engine';
  /** How many hold; this is what is timed. */
  readonly count: (situation: Situation) => number | Promise<number>;
  /** Which hold; compared, not timed. Absent where an engine only counts. */
  readonly positions?: (situation: Situation) => readonly number[] | Promise<readonly number[]>;
  /** What a person has to know to read the figures. */
  readonly note: string;
};
