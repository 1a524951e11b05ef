import type { Partner } from '../domain/partner/partner.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import { COLUMNS } from '../feeds/supplements/columns.ts';
import { faultText, type Fault } from '../feeds/supplements/faults.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImportQueue } from '../ports/import-queue.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import type { PartnerImports } from '../ports/partner-imports.ts';
import type { SupplementStore } from '../ports/supplement-store.ts';
import { claimImport } from './claim-import.ts';
import { readPointer } from './import-current.ts';
import { originalOf } from './original-of.ts';
import { importSupplement } from './import-supplement.ts';
import { WRITTEN_BY_PARTNER } from './partner-offer-deps.ts';
import { runningReport, type PlacedFault, type PartnerReport } from './partner-report.ts';
import { rowsOfFile, type SheetLoader, type TableKind } from './supplement-table.ts';

/** What importing a partner's table needs. */
export type PartnerImportDeps = {
  readonly offers: Pick<OfferStore, 'readVersion'>;
  readonly catalogues: Pick<CatalogueStore, 'readPointers' | 'readEntries'>;
  readonly supplements: SupplementStore;
  readonly imports: PartnerImports;
  readonly sheets: SheetLoader;
  /** Orders that the feed is imported again from its original, so that what is stated is laid over it. */
  readonly announce: ImportQueue;
  readonly clock: Clock;
};

/** A table that a partner sent; `key` is new for each new request. */
export type PartnerTable = {
  readonly partner: Partner;
  readonly region: RegionId;
  readonly today: LocalDate;
  readonly key: string;
  readonly kind: TableKind;
  readonly bytes: Uint8Array;
  readonly dryRun: boolean;
};

const LISTED_FAULTS = 200;

/**
 * Imports a table of supplements once for each key: sent again, the report of the first time is given. A run that died is
 * done anew by the next request with its key; its work ends at the same place. Throws StoreUnavailable.
 */
export async function importPartnerTable(
  deps: PartnerImportDeps,
  table: PartnerTable,
): Promise<Result<string, 'import-running' | 'key-used-otherwise' | 'no-catalogue'>> {
  const { partner, region, key, kind, dryRun, bytes } = table;
  const { feed } = partner;
  const claimed = await claimImport(deps, { region, feed, key, parts: [kind, String(dryRun), bytes] });
  if (!claimed.ok) {
    const { failure } = claimed;
    return 'report' in failure ? ok(failure.report) : failed(failure.code);
  }
  const done = await importTable(deps, table, claimed.value.id);
  if (!done.ok) return done;
  const report = JSON.stringify(done.value);
  await deps.imports.finishImport(region, feed, { ...claimed.value, report });
  return ok(report);
}

/** The report of an import, as it was given or would be now. Throws StoreUnavailable. */
export async function readPartnerImport(
  { imports }: Pick<PartnerImportDeps, 'imports'>,
  wanted: { readonly partner: Partner; readonly region: RegionId; readonly id: string },
): Promise<Result<string, 'import-not-found'>> {
  const found = await imports.readImport(wanted.region, wanted.partner.feed, wanted.id);
  if (found === undefined) return failed('import-not-found');
  const { id, file, report } = found;
  const about = { of: file === undefined ? 'supplements' : 'offers', dryRun: file?.dryRun ?? false } as const;
  return ok(report ?? JSON.stringify(runningReport(id, about)));
}

async function importTable(
  deps: PartnerImportDeps,
  { partner, region, today, kind, bytes, dryRun }: PartnerTable,
  id: string,
): Promise<Result<PartnerReport, 'no-catalogue'>> {
  const rows = await rowsOfFile(deps, bytes, kind);
  if (!rows.ok) {
    const fault = placed({ code: rows.failure, row: 1 });
    return ok({ id, state: 'refused', of: 'supplements', dryRun, faults: [fault], faultsInAll: 1 });
  }
  const { feed } = partner;
  const supplements = dryRun ? withoutWriting(deps.supplements) : deps.supplements;
  const done = await importSupplement({ ...deps, supplements }, { region, feed, today }, rows.value);
  if (!done.ok) return done;
  if (!dryRun) await orderImport(deps, region, partner);
  const { stated, removed, faults } = done.value;
  return ok({
    id,
    state: 'done',
    of: 'supplements',
    dryRun,
    stated,
    removed,
    faults: faults.slice(0, LISTED_FAULTS).map(placed),
    faultsInAll: faults.length,
  });
}

function withoutWriting({ readSupplements }: SupplementStore): SupplementStore {
  return { readSupplements, changeSupplements: () => Promise.resolve() };
}

/** An import that finds nothing new ends at once, so that ordering one too many costs nothing. */
async function orderImport(
  { catalogues, announce }: PartnerImportDeps,
  region: RegionId,
  { feed }: Partner,
): Promise<void> {
  const pointer = await readPointer(catalogues, region, feed);
  const source = pointer?.source;
  if (source !== undefined && source !== WRITTEN_BY_PARTNER)
    await announce({ feed, sha256: originalOf(source) });
}

function placed({ code, row, column }: Fault): PlacedFault {
  return {
    line: row,
    ...(column !== undefined && { column: COLUMNS[column] }),
    code,
    de: faultText(code, 'de'),
    en: faultText(code, 'en'),
  };
}
