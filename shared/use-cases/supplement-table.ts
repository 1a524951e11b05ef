import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import { ok, type Result } from '../domain/result.ts';
import { readCsv, writeCsv } from '../feeds/supplements/csv-table.ts';
import type { Rows } from '../feeds/supplements/to-rows.ts';
import type { SheetFiles } from '../ports/sheet-files.ts';
import { exportSupplement } from './export-supplement.ts';

/** Kinds of files in which a table of supplements comes and goes. */
export type TableKind = 'csv' | 'xlsx';

/** Spreadsheets are read by a library that few requests need. */
export type SheetLoader = () => Promise<SheetFiles>;

/** The table of a feed, prefilled from its last import, as a file. Throws StoreUnavailable. */
export async function supplementFile(
  deps: Parameters<typeof exportSupplement>[0] & { readonly sheets: SheetLoader },
  about: { readonly region: RegionId; readonly feed: FeedId; readonly kind: TableKind },
): Promise<Result<Uint8Array, 'no-catalogue'>> {
  const rows = await exportSupplement(deps, about.region, about.feed);
  if (!rows.ok) return rows;
  return ok(about.kind === 'csv' ? writeCsv(rows.value) : await (await deps.sheets()).write(rows.value));
}

/** The rows of a file that came back. */
export async function rowsOfFile(
  { sheets }: { readonly sheets: SheetLoader },
  bytes: Uint8Array,
  kind: TableKind,
): Promise<Result<Rows, 'table-broken' | 'table-too-large'>> {
  return kind === 'csv' ? readCsv(bytes) : (await sheets()).read(bytes);
}
