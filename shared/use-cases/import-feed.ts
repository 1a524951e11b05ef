import type { BoundingBox } from '../domain/place/region-profile.ts';
import type { Region } from '../domain/place/region.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { formatOf } from '../feeds/feed-formats.ts';
import type { FeedSettings } from '../feeds/feed-settings.ts';
import { guardRun, type GuardFinding } from '../feeds/guards.ts';
import { createNoticeLog } from '../feeds/notice-log.ts';
import { noticeOf } from '../feeds/notice.ts';
import type { CataloguePointer, CatalogueStore, Lease } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { FeedFetcher, FetchedFeed } from '../ports/feed-fetcher.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import { hashOffer, hashSettings } from './hash-offer.ts';
import { noteSeen, readCurrent, type CurrentCatalogue } from './import-current.ts';
import { logImport } from './import-log.ts';
import { readRecords, type ImportProgress, type RecordsRead } from './import-records.ts';
import { NO_COUNTS, type ImportOutcome, type ImportReport } from './import-report.ts';
import { publishCatalogue } from './publish-catalogue.ts';

/** What an import does with the catalogues: all but looking at the past and hiding. */
export type ImportCatalogues = Pick<
  CatalogueStore,
  | 'readPointers'
  | 'readCatalogue'
  | 'writeCatalogue'
  | 'takeLease'
  | 'releaseLease'
  | 'publish'
  | 'markSeen'
  | 'readChanges'
>;

/**
 * What an import needs. `owner` names who imports: a run that died is followed at once by one of the same owner, while
 * any other has to wait for its lease to run out.
 */
export type ImportDeps = {
  readonly fetchFeed: FeedFetcher;
  readonly offers: Pick<OfferStore, 'writeVersions'>;
  readonly catalogues: ImportCatalogues;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly owner: string;
  readonly onProgress?: (progress: ImportProgress) => void;
};

/**
 * The feed, its region with the box its places must lie in, and the region's today. `release`: an operator has looked at
 * a quarantined run and lets it through; an empty feed still never replaces anything.
 */
export type ImportInput = {
  readonly region: Region;
  readonly bounds: BoundingBox;
  readonly feed: FeedSettings;
  readonly today: LocalDate;
  readonly release?: boolean;
};

const LEASE_MILLISECONDS = 15 * 60_000;
const EXAMPLES_PER_NOTICE = 10;

/**
 * Brings a feed's offers into the store: fetch, stop when unchanged, read, guard, publish. Whatever is wrong with the feed ends
 * in the report and leaves the old catalogue in force. Throws StoreUnavailable when the store is out.
 */
export async function importFeed(deps: ImportDeps, input: ImportInput): Promise<ImportReport> {
  const started = deps.clock();
  const about = { region: input.region.id, feed: input.feed.id };
  deps.log('import-started', about);
  const outcome = await fetchAndImport(deps, input);
  const counts = { ...NO_COUNTS, ...outcome.counts, milliseconds: deps.clock() - started };
  const report: ImportReport = { ...about, ...outcome, counts };
  logImport(deps.log, report);
  return report;
}

async function fetchAndImport(deps: ImportDeps, input: ImportInput): Promise<ImportOutcome> {
  const { region, feed } = input;
  const fetched = await deps.fetchFeed(feed.source);
  if (!fetched.ok) {
    const notices = createNoticeLog(1);
    notices.add(noticeOf(fetched.failure));
    return { state: 'failed', reason: fetched.failure, counts: {}, notices: notices.summaries() };
  }
  const bytes = fetched.value.bytes.length;
  const current = await readCurrent(deps.catalogues, region.id, feed.id);
  if (isMadeFrom(current, fetched.value, feed)) return unchanged(deps, input, current.pointer, { bytes });

  const now = deps.clock();
  const wanted = { owner: deps.owner, now, until: now + LEASE_MILLISECONDS };
  const lease = await deps.catalogues.takeLease(region.id, feed.id, wanted);
  if (!lease.ok) return { state: 'skipped', reason: 'lease-held', counts: { bytes }, notices: [] };
  try {
    const outcome = await importUnderLease(deps, input, fetched.value, lease.value);
    return { ...outcome, counts: { ...outcome.counts, bytes } };
  } finally {
    // What counts is done or not done; a lease that cannot be given back ends by itself.
    await deps.catalogues.releaseLease(region.id, lease.value).catch(() => undefined);
  }
}

async function importUnderLease(
  deps: ImportDeps,
  input: ImportInput,
  fetched: FetchedFeed,
  lease: Lease,
): Promise<ImportOutcome> {
  const { region, bounds, feed, today } = input;
  const current = await readCurrent(deps.catalogues, region.id, feed.id); // another run may have published meanwhile
  if (isMadeFrom(current, fetched, feed)) return unchanged(deps, input, current.pointer, {});

  const notices = createNoticeLog(EXAMPLES_PER_NOTICE);
  const context = { feed: feed.id, sample: feed.sample, region, bounds, today };
  const from = { format: formatOf(feed), bytes: fetched.bytes, context };
  const read = await readRecords(from, notices, deps.onProgress ?? (() => undefined));
  const counts = {
    records: read.records,
    offers: read.offers.length,
    rejected: read.rejected,
    ended: read.ended,
  };
  const keepOld = (
    state: 'failed' | 'quarantined',
    reason: NonNullable<ImportOutcome['reason']>,
  ): ImportOutcome => ({
    state,
    reason,
    counts,
    notices: notices.summaries(),
    ...pointedAt(current.pointer),
  });

  if (read.failure) {
    const { code, byte, record, field = `byte ${String(byte)}` } = read.failure;
    notices.add(noticeOf(code, { record: { number: record }, field }));
    return keepOld('failed', code);
  }
  const findings = guardFindings(read, current, input);
  for (const { code, category } of findings) {
    notices.add(noticeOf(code, category === undefined ? {} : { field: 'kind, goals', value: category }));
  }
  if (findings[0]) return keepOld('quarantined', findings[0].code);

  // An offer that is gone from a complete and good feed is withdrawn at once: publishing removes what `offers` lacks. A
  // rule that waits for a second run keeps the missing offers of `current` here.
  const published = await publishCatalogue(
    { offers: deps.offers, catalogues: deps.catalogues, clock: deps.clock, hashOffer },
    {
      region: region.id,
      feed: feed.id,
      lease,
      current,
      offers: read.offers,
      source: sourceOf(fetched, feed),
    },
  );
  if (!published.ok) return keepOld('failed', published.failure);
  const { pointer, ...changes } = published.value;
  if (pointer.sequence === current.pointer?.sequence) {
    return { ...(await unchanged(deps, input, pointer, counts)), notices: notices.summaries() };
  }
  return {
    state: 'published',
    counts: { ...counts, ...changes },
    notices: notices.summaries(),
    ...pointedAt(pointer),
  };
}

async function unchanged(
  deps: ImportDeps,
  input: ImportInput,
  pointer: CataloguePointer,
  counts: ImportOutcome['counts'],
): Promise<ImportOutcome> {
  await noteSeen(deps.catalogues, input.region.id, pointer, deps.clock());
  return { state: 'unchanged', counts, notices: [], ...pointedAt(pointer) };
}

/** The catalogue was made from the very same bytes by the same reader, and is whole: a damaged one is made again. */
function isMadeFrom(
  current: CurrentCatalogue,
  fetched: FetchedFeed,
  feed: FeedSettings,
): current is Required<CurrentCatalogue> {
  return current.catalogue !== undefined && current.pointer?.source === sourceOf(fetched, feed);
}

/** The bytes, and all else that decides which offers they give. */
function sourceOf(fetched: FetchedFeed, feed: FeedSettings): string {
  const { id, version } = formatOf(feed);
  const map = feed.table === undefined ? '' : `/map-${hashSettings(feed.table)}`;
  return `${fetched.sha256}/${id}-${String(version)}${map}${feed.sample ? '/sample' : ''}`;
}

function guardFindings(
  read: RecordsRead,
  { catalogue }: CurrentCatalogue,
  { feed, today, release }: ImportInput,
): readonly GuardFinding[] {
  const current = catalogue?.entries.map((entry) => entry.offer) ?? [];
  const findings = guardRun({ ...read, current, today }, feed.guards);
  return release === true ? findings.filter(({ code }) => code === 'feed-empty') : findings;
}

function pointedAt(pointer: CataloguePointer | undefined): Pick<ImportOutcome, 'current'> {
  return pointer ? { current: { catalogue: pointer.catalogue, sequence: pointer.sequence } } : {};
}
