import { failed, ok, type Result } from '../domain/result.ts';
import { createNoticeLog } from '../feeds/notice-log.ts';
import { noticeOf } from '../feeds/notice.ts';
import type { ReadFailure } from '../feeds/feed-format.ts';
import type { FetchFailure } from '../ports/feed-fetcher.ts';
import { hasIndex } from './catalogue-index.ts';
import { holdFeed, type HeldFeed } from './held-feed.ts';
import { readCurrentOutline, readPointer } from './import-current.ts';
import type { ImportDeps, ImportInput } from './import-deps.ts';
import { logImport } from './import-log.ts';
import { NO_COUNTS, type ImportOutcome, type ImportReport } from './import-report.ts';
import { beginRun, isDiscarded, toRun } from './import-run.ts';
import { isUpToDate, sourceOf } from './import-source.ts';
import { joinUpdate } from './join-update.ts';
import { supplementsState } from './lay-over-offers.ts';
import { importUnderLease, unchangedSince } from './import-under-lease.ts';

const LEASE_MILLISECONDS = 15 * 60_000;

/**
 * Brings a feed's offers into the store: fetch, stop when unchanged, read, guard, publish. Whatever is wrong with the feed ends
 * in the report and leaves the old catalogue in force. Throws StoreUnavailable when the store is out.
 */
export async function importFeed(deps: ImportDeps, input: ImportInput): Promise<ImportReport> {
  const started = deps.clock();
  const about = { region: input.region.id, feed: input.feed.id };
  deps.log('import-started', about);
  const outcome = await fetchAndImport(deps, input, started);
  const counts = { ...NO_COUNTS, ...outcome.counts, milliseconds: deps.clock() - started };
  const report: ImportReport = { ...about, ...outcome, counts };
  logImport(deps.log, report);
  return report;
}

async function fetchAndImport(
  deps: ImportDeps,
  input: ImportInput,
  startedAt: number,
): Promise<ImportOutcome> {
  const { region, feed } = input;
  const fetched = await fetchWhole(deps, input);
  if (!fetched.ok) {
    const { code, field, original, size } = fetched.failure;
    const outcome = { ...notUsed(code, field), ...(original !== undefined && { original }) };
    const counted = { ...outcome, ...(size !== undefined && { counts: { bytes: size } }) };
    const about = { feed: feed.id, startedAt, ...(original !== undefined && { original }) };
    await deps.runs.writeRun(region.id, toRun(about, counted, deps.clock()));
    return counted;
  }
  const { sha256: original, size: bytes } = fetched.value;
  const outcome = await importFetched(deps, input, fetched.value, startedAt);
  return { ...outcome, original, counts: { ...outcome.counts, bytes } };
}

/** Why there is no whole feed; `original` and `size` are those of a file that was fetched and holds changes to nothing. */
type NotWhole = {
  readonly code: FetchFailure | ReadFailure['code'];
  readonly field?: string;
  readonly original?: string;
  readonly size?: number;
};

/** Fetches the feed and holds it alone, as what stays with this function is forgotten when it returns. */
async function fetchWhole(deps: ImportDeps, input: ImportInput): Promise<Result<HeldFeed, NotWhole>> {
  const { region, feed } = input;
  const fetched = await deps.fetchFeed(feed.source);
  if (!fetched.ok) return failed({ code: fetched.failure });
  const whole = await joinUpdate(deps, input, fetched.value, () =>
    readPointer(deps.catalogues, region.id, feed.id),
  );
  if (whole.ok) return ok(holdFeed(whole.value));
  const { code, field } = whole.failure;
  const { sha256: original, bytes } = fetched.value;
  return failed({ code, original, size: bytes.length, ...(field !== undefined && { field }) });
}

/** What is wrong with the file as a whole, or that there is none. */
function notUsed(code: FetchFailure | ReadFailure['code'], field?: string): ImportOutcome {
  const notices = createNoticeLog(1);
  notices.add(noticeOf(code, field === undefined ? {} : { field }));
  return { state: 'failed', reason: code, counts: {}, notices: notices.summaries() };
}

async function importFetched(
  deps: ImportDeps,
  input: ImportInput,
  fetched: HeldFeed,
  startedAt: number,
): Promise<ImportOutcome> {
  const { region, feed } = input;
  const supplements = (await deps.supplements?.readSupplements(region.id, feed.id)) ?? [];
  const source = sourceOf(fetched, feed, supplementsState(supplements));
  const settled = await settledBefore(deps, input, source, startedAt);
  if (settled !== undefined) return settled;

  const now = deps.clock();
  const wanted = { owner: deps.owner, now, until: now + LEASE_MILLISECONDS };
  const lease = await deps.catalogues.takeLease(region.id, feed.id, wanted);
  if (!lease.ok) return { state: 'skipped', reason: 'lease-held', counts: {}, notices: [] };
  try {
    const about = { feed: feed.id, startedAt, original: fetched.sha256, source };
    const run = await beginRun(deps, region.id, about);
    const outcome = await importUnderLease(
      deps,
      { ...input, fetched, supplements, source, startedAt, lease: lease.value },
      run,
    );
    await run.end({ ...outcome, counts: { ...outcome.counts, bytes: fetched.size } });
    return outcome;
  } finally {
    // What counts is done or not done; a lease that cannot be given back ends by itself.
    await deps.catalogues.releaseLease(region.id, lease.value).catch(() => undefined);
  }
}

/**
 * The outcome of a run that needs not read the feed. What is current is forgotten here: under the lease it is looked at anew,
 * and twice it would be in memory while a large feed is read.
 */
async function settledBefore(
  deps: ImportDeps,
  input: ImportInput,
  source: string,
  startedAt: number,
): Promise<ImportOutcome | undefined> {
  const { region, feed, release = false } = input;
  const current = await readCurrentOutline(deps.catalogues, region.id, feed.id);
  if (isUpToDate(current, source, startedAt) && (await hasIndex(deps.catalogues, region, current))) {
    return unchangedSince(deps, input, current.pointer);
  }
  const isOver = !release && (await isDiscarded(deps.runs, region.id, feed.id, source));
  return isOver ? { state: 'skipped', reason: 'discarded', counts: {}, notices: [] } : undefined;
}
