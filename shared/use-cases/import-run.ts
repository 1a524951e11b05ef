import type { RegionId } from '../domain/place/region.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImportRun, ImportRuns } from '../ports/import-runs.ts';
import type { ImportProgress } from './import-records.ts';
import type { ImportOutcome } from './import-report.ts';

const PROGRESS_EVERY_MS = 10_000;
const STORED_EXAMPLES = 3;
const LOOKED_BACK = 20;

/** The record of one run as it goes on. */
export type RunRecord = {
  readonly progress: (progress: ImportProgress) => Promise<void>;
  readonly end: (outcome: ImportOutcome) => Promise<void>;
};

/** Begins the record of a run; progress is written every ten seconds at most, so that a short run writes twice. */
export async function beginRun(
  deps: { readonly runs: Pick<ImportRuns, 'writeRun'>; readonly clock: Clock },
  region: RegionId,
  run: Pick<ImportRun, 'feed' | 'startedAt' | 'original' | 'source'>,
): Promise<RunRecord> {
  const going = (counts: ImportRun['counts']): ImportRun => ({
    ...run,
    state: 'running',
    counts,
    notices: [],
  });
  let writtenAt = deps.clock();
  await deps.runs.writeRun(region, going({}));
  return {
    async progress({ records, rejected }) {
      const now = deps.clock();
      if (now - writtenAt < PROGRESS_EVERY_MS) return;
      writtenAt = now;
      await deps.runs.writeRun(region, going({ records, rejected, milliseconds: now - run.startedAt }));
    },
    async end(outcome) {
      await deps.runs.writeRun(region, toRun(run, outcome, deps.clock()));
    },
  };
}

/** The record of a run that ended as `outcome`. */
export function toRun(
  run: Pick<ImportRun, 'feed' | 'startedAt' | 'original' | 'source'>,
  { state, reason, counts, notices }: ImportOutcome,
  now: number,
): ImportRun {
  return {
    ...run,
    state,
    ...(reason !== undefined && { reason }),
    counts: { ...counts, milliseconds: now - run.startedAt },
    notices: notices.map((summary) => ({ ...summary, examples: summary.examples.slice(0, STORED_EXAMPLES) })),
  };
}

/** The run that waits for an operator: held back, not decided yet, and nothing was published since. */
export async function waitingRun(
  runs: Pick<ImportRuns, 'readRuns'>,
  region: RegionId,
  feed: ImportRun['feed'],
): Promise<ImportRun | undefined> {
  const last = await runs.readRuns(region, feed, LOOKED_BACK);
  const settled = last.find(({ state }) => state === 'quarantined' || state === 'published');
  return settled?.state === 'quarantined' && settled.decided === undefined ? settled : undefined;
}

/** Whether an operator has discarded what this source gives. */
export async function isDiscarded(
  runs: Pick<ImportRuns, 'readRuns'>,
  region: RegionId,
  feed: ImportRun['feed'],
  source: string,
): Promise<boolean> {
  const last = await runs.readRuns(region, feed, LOOKED_BACK);
  return last.find((run) => run.source === source)?.decided === 'discarded';
}
