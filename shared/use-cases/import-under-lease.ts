import type { Supplement } from '../domain/offer/supplement.ts';
import { formatOf } from '../feeds/feed-formats.ts';
import { guardRun, type GuardFinding } from '../feeds/guards.ts';
import { createNoticeLog, type NoticeLog } from '../feeds/notice-log.ts';
import { noticeOf } from '../feeds/notice.ts';
import type { CataloguePointer, Lease } from '../ports/catalogue-store.ts';
import { keepIndex } from './make-catalogue-index.ts';
import { hashOffer } from './hash-offer.ts';
import { entriesInList, holdListed, type HeldEntries } from './held-entries.ts';
import type { HeldFeed } from './held-feed.ts';
import { noteSeen, readCurrentOutline, type CurrentOutline } from './import-current.ts';
import type { ImportDeps, ImportInput } from './import-deps.ts';
import { readRecords, type RecordsRead } from './import-records.ts';
import type { ImportOutcome } from './import-report.ts';
import type { RunRecord } from './import-run.ts';
import { isUpToDate } from './import-source.ts';
import { layOverOffers } from './lay-over-offers.ts';
import { missingOffers } from './missing-offers.ts';
import { ofPartner } from './of-partner.ts';
import { publishCatalogue } from './publish-catalogue.ts';

const EXAMPLES_PER_NOTICE = 10;

/** An import whose bytes are there and whose feed nobody else may publish. */
export type LeasedImport = ImportInput & {
  readonly fetched: HeldFeed;
  readonly supplements: readonly Supplement[];
  readonly source: string;
  readonly startedAt: number;
  readonly lease: Lease;
};

/** Reads, guards and publishes a fetched feed under its lease. Throws StoreUnavailable. */
export async function importUnderLease(
  deps: ImportDeps,
  input: LeasedImport,
  run: Pick<RunRecord, 'progress'>,
): Promise<ImportOutcome> {
  const { region, feed, source, startedAt } = input;
  const current = await readCurrentOutline(deps.catalogues, region.id, feed.id); // another run may have published meanwhile
  if (isUpToDate(current, source, startedAt)) {
    await keepIndex(deps.catalogues, region, current);
    return unchangedSince(deps, input, current.pointer);
  }

  const { basedOn } = input.fetched;
  if (basedOn !== undefined && basedOn !== current.pointer?.source)
    return { state: 'failed', reason: 'moved', counts: {}, notices: [], ...pointedAt(current.pointer) };

  const notices = createNoticeLog(EXAMPLES_PER_NOTICE);
  const read = await readFetched(deps, input, notices, run);
  const { records, rejected, ended } = read;
  const counts = { records, rejected, ended, offers: read.offers.count };
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

  const { seen } = read;
  const offers = layOverOffers(read.offers, input.supplements, notices);
  const missing = await holdMissing(deps, current, input, seen);
  const published = await publishCatalogue(
    { ...deps, hashOffer },
    {
      region: region.id,
      feed: feed.id,
      lease: input.lease,
      current,
      offers,
      missing,
      source,
      publicHolidays: region.publicHolidays,
    },
  );
  if (!published.ok) return keepOld('failed', published.failure);
  const { pointer, changes, ...changed } = published.value;
  const after = { ...counts, ...changed, missing: missing.list.length };
  if (pointer.sequence === current.pointer?.sequence) {
    if (current.catalogue) {
      await keepIndex(deps.catalogues, region, { pointer, catalogue: current.catalogue });
    }
    const unchanged = await unchangedSince(deps, input, pointer);
    return { ...unchanged, counts: after, notices: notices.summaries() };
  }
  return {
    state: 'published',
    counts: after,
    changes,
    notices: notices.summaries(),
    ...pointedAt(pointer),
  };
}

/** The outcome of a run that found nothing new; that it was seen is noted once a day. */
export async function unchangedSince(
  { catalogues, clock }: Pick<ImportDeps, 'catalogues' | 'clock'>,
  { region }: Pick<ImportInput, 'region'>,
  pointer: CataloguePointer,
): Promise<ImportOutcome> {
  await noteSeen(catalogues, region.id, pointer, clock());
  return { state: 'unchanged', counts: {}, notices: [], ...pointedAt(pointer) };
}

async function readFetched(
  { onProgress }: Pick<ImportDeps, 'onProgress'>,
  { region, bounds, feed, today, fetched, statedBy }: LeasedImport,
  notices: NoticeLog,
  run: Pick<RunRecord, 'progress'>,
): Promise<RecordsRead> {
  const context = { feed: feed.id, sample: feed.sample, region, bounds, today };
  const format = statedBy === undefined ? formatOf(feed) : ofPartner(formatOf(feed), statedBy);
  const from = { format, bytes: fetched.take(), context };
  return readRecords(from, notices, async (progress) => {
    onProgress?.(progress);
    await run.progress(progress);
  });
}

/** What the feed no longer has and that still stands, out of the catalogue that is current. */
async function holdMissing(
  { catalogues }: Pick<ImportDeps, 'catalogues'>,
  { pointer, catalogue }: CurrentOutline,
  { region, feed, startedAt, today }: LeasedImport,
  seen: RecordsRead['seen'],
): Promise<HeldEntries> {
  const missing = missingOffers(catalogue, { seen, now: startedAt, today });
  if (pointer === undefined) return entriesInList([]);
  return holdListed(catalogues, region.id, { feed: feed.id, id: pointer.catalogue }, missing);
}

/** The last good run is what is current without the offers it missed. */
function guardFindings(
  read: RecordsRead,
  { catalogue }: CurrentOutline,
  { feed, today, release }: ImportInput,
): readonly GuardFinding[] {
  const current = (catalogue?.entries ?? [])
    .filter((entry) => entry.missingSince === undefined)
    .map((entry) => entry.offer);
  const findings = guardRun({ ...read, offers: read.guarded, current, today }, feed.guards);
  return release === true ? findings.filter(({ code }) => code === 'feed-empty') : findings;
}

function pointedAt(pointer: CataloguePointer | undefined): Pick<ImportOutcome, 'current'> {
  return pointer ? { current: { catalogue: pointer.catalogue, sequence: pointer.sequence } } : {};
}
