import type { Result } from '../domain/result.ts';

/** Spreadsheets as files: cells as texts, row by row, of the first sheet. */
export type SheetFiles = {
  readonly write: (rows: readonly (readonly string[])[]) => Promise<Uint8Array>;
  /** Never throws for what may be wrong with the file. A time of the day is given as `HH:MM`, a day as `YYYY-MM-DD`. */
  readonly read: (
    bytes: Uint8Array,
  ) => Promise<Result<readonly (readonly string[])[], 'table-broken' | 'table-too-large'>>;
};
