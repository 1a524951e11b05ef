import type { FeedId } from '../domain/offer/offer-id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import type { PartnerImport, PartnerImports } from '../ports/partner-imports.ts';
import { releaseHeldBack, type ReleaseFailure } from './decide-held-back.ts';
import type { ImportDeps, ImportInput } from './import-deps.ts';
import type { ImportReport } from './import-report.ts';
import { waitingRun } from './import-run.ts';
import { fileReport } from './partner-report.ts';
import { todayOf, type RegionInUse } from './region-in-use.ts';
import { sentFeed, type SentFeed, type SentFeedDeps } from './sent-feed.ts';

/** What releasing needs; `feeds` and `maps` are all that the region has. */
export type ReleaseFeedDeps = Omit<ImportDeps, 'fetchFeed'> &
  SentFeedDeps & {
    readonly originals: Pick<OriginalStore, 'read'>;
    readonly imports: Pick<PartnerImports, 'readImports' | 'finishImport'>;
    readonly inUse: RegionInUse;
    readonly bounds: ImportInput['bounds'];
  };

/** A feed as it is to be read, with what its partner sent if it is one of a partner. */
type Held = Pick<SentFeed, 'feed'> & Partial<SentFeed> & { readonly sent?: PartnerImport };

/**
 * Lets through what a guard held back of a feed of the region, or of one whose partner sent it as a file; the report of the
 * partner then says so. `feed-unknown`: nobody says how to read it. Throws StoreUnavailable.
 */
export async function releaseFeed(
  deps: ReleaseFeedDeps,
  id: FeedId,
): Promise<Result<ImportReport, ReleaseFailure | 'feed-unknown'>> {
  const held = await heldFeed(deps, id);
  if (!held.ok) return held;
  const { inUse, bounds, imports } = deps;
  const { sent, ...settings } = held.value;
  const today = todayOf(inUse, deps.clock());
  const released = await releaseHeldBack(deps, { region: inUse.region, bounds, today, ...settings });
  if (released.ok && sent !== undefined) {
    const report = JSON.stringify(fileReport(sent.id, false, released.value));
    await imports.finishImport(inUse.region.id, id, { ...sent, report });
  }
  return released;
}

async function heldFeed(
  deps: ReleaseFeedDeps,
  id: FeedId,
): Promise<Result<Held, ReleaseFailure | 'feed-unknown'>> {
  const known = deps.feeds.find((feed) => feed.id === id);
  if (known !== undefined) return ok({ feed: known });
  const region = deps.inUse.region.id;
  const all = await deps.imports.readImports(region, id);
  const files = all.filter(({ file }) => file?.dryRun === false);
  if (files.length === 0) return failed('feed-unknown');
  const run = await waitingRun(deps.runs, region, id);
  const [sent] = files
    .filter(({ file }) => file?.original === run?.original)
    .toSorted((one, other) => other.startedAt - one.startedAt);
  if (run?.original === undefined || sent?.file === undefined) return failed('nothing-held-back');
  const original = await deps.originals.read(region, id, run.original);
  if (!original.ok) return failed('original-gone');
  const settings = await sentFeed(deps, id, sent.file, original.value.bytes);
  return settings.ok ? ok({ ...settings.value, sent }) : failed('feed-unknown');
}
