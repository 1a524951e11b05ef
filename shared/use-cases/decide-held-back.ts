import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { ImportRun, ImportRuns } from '../ports/import-runs.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import type { ImportDeps, ImportInput } from './import-deps.ts';
import { importFeed } from './import-feed.ts';
import type { ImportReport } from './import-report.ts';
import { waitingRun } from './import-run.ts';

/** Why an operator cannot release: nothing waits, or the bytes that wait are no longer kept. */
export type ReleaseFailure = 'nothing-held-back' | 'original-gone';

/**
 * Lets the run through that a guard held back: its original is imported again, whatever the guards say; only an empty feed
 * still replaces nothing. Killed anywhere, the same call does the rest. Throws StoreUnavailable.
 */
export async function releaseHeldBack(
  deps: Omit<ImportDeps, 'fetchFeed'> & { readonly originals: Pick<OriginalStore, 'read'> },
  input: Omit<ImportInput, 'release'>,
): Promise<Result<ImportReport, ReleaseFailure>> {
  const { region, feed } = input;
  const run = await waitingRun(deps.runs, region.id, feed.id);
  if (run?.original === undefined) return failed('nothing-held-back');
  const original = await deps.originals.read(region.id, feed.id, run.original);
  if (!original.ok) return failed('original-gone');
  const fetchFeed = () => Promise.resolve(original);
  const report = await importFeed({ ...deps, fetchFeed }, { ...input, release: true });
  if (report.state === 'published' || report.state === 'unchanged') {
    await deps.runs.writeRun(region.id, { ...run, decided: 'released' });
  }
  return ok(report);
}

/** Throws away the run that a guard held back: the same bytes are not read again. Throws StoreUnavailable. */
export async function discardHeldBack(
  { runs }: { readonly runs: ImportRuns },
  region: RegionId,
  feed: FeedId,
): Promise<Result<ImportRun, 'nothing-held-back'>> {
  const run = await waitingRun(runs, region, feed);
  if (run === undefined) return failed('nothing-held-back');
  const discarded: ImportRun = { ...run, decided: 'discarded' };
  await runs.writeRun(region, discarded);
  return ok(discarded);
}
