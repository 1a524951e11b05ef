import type { Clock } from '../../shared/ports/clock.ts';
import type { ImportProgress } from '../../shared/use-cases/import-records.ts';

/** A line of a terminal that is written over again and again. */
export type ProgressLine = {
  readonly show: (progress: ImportProgress) => void;
  /** Takes the line away. */
  readonly clear: () => void;
};

const EVERY_MS = 200;
const FROM_THE_LEFT_AND_EMPTY = '\r\u001b[2K';

/** Shows how far the import of `feed` is: records, how many of them were rejected, records a second. */
export function createProgressLine(
  deps: { readonly write: (text: string) => void; readonly clock: Clock },
  feed: string,
): ProgressLine {
  const started = deps.clock();
  let shownAt: number | undefined;
  return {
    show({ records, rejected }) {
      const now = deps.clock();
      if (shownAt !== undefined && now - shownAt < EVERY_MS) return;
      shownAt = now;
      const rate = Math.round((records * 1000) / Math.max(1, now - started));
      deps.write(
        `${FROM_THE_LEFT_AND_EMPTY}${feed}: ${records} records, ${rejected} rejected, ${rate} a second`,
      );
    },
    clear() {
      if (shownAt !== undefined) deps.write(FROM_THE_LEFT_AND_EMPTY);
    },
  };
}
