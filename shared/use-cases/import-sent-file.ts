import type { FeedId } from '../domain/offer/offer-id.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { FetchedFeed } from '../ports/feed-fetcher.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import type { PartnerImport, PartnerImports, SentFile } from '../ports/partner-imports.ts';
import type { ImportDeps, ImportInput } from './import-deps.ts';
import { importFeed } from './import-feed.ts';
import type { ImportReport } from './import-report.ts';
import { isOtherRun } from './import-staged.ts';
import { fileReport, refusedReport, type PartnerReport } from './partner-report.ts';
import { previewImport } from './preview-import.ts';
import { todayOf, type RegionInUse } from './region-in-use.ts';
import { sentFeed, type SentFeedDeps } from './sent-feed.ts';

/** What importing a file that a partner sent needs. */
export type ImportSentDeps = Omit<ImportDeps, 'fetchFeed'> &
  SentFeedDeps & {
    readonly catalogues: Pick<CatalogueStore, 'readIndex'>;
    readonly inUse: RegionInUse;
    readonly bounds: ImportInput['bounds'];
    readonly originals: Pick<OriginalStore, 'read'>;
    readonly imports: Pick<PartnerImports, 'readImport' | 'finishImport'>;
  };

type Order = PartnerImport & { readonly file: SentFile };

/** How many runs are looked through for the one that read the same file before. */
const LOOKED_BACK = 20;

/**
 * Imports a file that a partner sent, or tries it, and writes its report: the one pipeline of all feeds, with its guards. Given
 * again it does nothing. `again`: another run was in the way. Throws StoreUnavailable.
 */
export async function importSentFile(
  deps: ImportSentDeps,
  { feed, sent }: { readonly feed: FeedId; readonly sent: string },
): Promise<Result<void, 'again'>> {
  const region = deps.inUse.region.id;
  const order = await deps.imports.readImport(region, feed, sent);
  if (order?.file === undefined || order.report !== undefined) return ok(undefined);
  const report = await worked(deps, feed, { ...order, file: order.file });
  if (!report.ok) return report;
  const done: PartnerImport & { report: string } = { ...order, report: JSON.stringify(report.value) };
  await deps.imports.finishImport(region, feed, done);
  return ok(undefined);
}

async function worked(
  deps: ImportSentDeps,
  feed: FeedId,
  order: Order,
): Promise<Result<PartnerReport, 'again'>> {
  const { region } = deps.inUse;
  const { id, file } = order;
  const { dryRun } = file;
  const original = await deps.originals.read(region.id, feed, file.original);
  if (!original.ok) return ok(refusedReport(id, dryRun, 'file-not-there'));
  const settings = await sentFeed(deps, feed, file, original.value.bytes);
  if (!settings.ok) return ok(refusedReport(id, dryRun, settings.failure));
  const today = todayOf(deps.inUse, deps.clock());
  const input = { region, bounds: deps.bounds, today, ...settings.value };
  const report = await imported(deps, input, original.value, dryRun);
  if (isOtherRun(report)) return failed('again');
  return ok(fileReport(id, dryRun, await asFirstRead(deps, report, order)));
}

/** A file that its sender has to mend rings no alarm; one that a guard holds back waits for an operator, and does. */
async function imported(
  deps: ImportSentDeps,
  input: ImportInput,
  original: FetchedFeed,
  dryRun: boolean,
): Promise<ImportReport> {
  const fetchFeed = () => Promise.resolve(ok(original));
  const own = { ...deps, fetchFeed, log: dryRun ? () => undefined : sendersFault(deps.log) };
  return dryRun ? previewImport(own, input) : importFeed(own, input);
}

function sendersFault(log: EventLog): EventLog {
  return (code, fields) => {
    log(code === 'import-failed' ? 'partner-file-refused' : code, fields);
  };
}

/**
 * Of a file that changes nothing, as it was read before, what was said of its records then is said again; and all of it, if
 * that run was one of this order which died before it could tell.
 */
async function asFirstRead(
  { runs, inUse }: Pick<ImportSentDeps, 'runs' | 'inUse'>,
  report: ImportReport,
  { startedAt, file: { original } }: Order,
): Promise<ImportReport> {
  if (report.state !== 'unchanged' || report.counts.records > 0) return report;
  const last = await runs.readRuns(inUse.region.id, report.feed, LOOKED_BACK);
  const found = last.find((run) => run.original === original && run.state === 'published');
  if (found === undefined) return report;
  const counts = { ...report.counts, ...found.counts };
  const { records, offers, rejected, ended } = counts;
  const isOwn = found.startedAt >= startedAt;
  return {
    ...report,
    counts: isOwn ? counts : { ...report.counts, records, offers, rejected, ended },
    notices: found.notices,
  };
}
