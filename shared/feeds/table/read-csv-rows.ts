import { ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readCsvCells } from './read-csv-cells.ts';
import { readJoinedRows } from './read-joined-rows.ts';
import { columnAt, columnsOf, holds } from './table-row.ts';
import type { TableMap } from './table-map.schema.ts';

type CsvForm = Extract<TableMap['file'], { form: 'csv' }>;

/** The rows of a CSV table, or of two in a zip, but those that the map says are no records, some at a time. Ends after a failure. */
export async function* readCsvRows(
  bytes: Uint8Array,
  map: TableMap,
  form: CsvForm,
): AsyncGenerator<Result<readonly RawRecord[], ReadFailure>> {
  const wanted = { columns: columnsOf(map), empty: map.empty };
  const skips = map.skip.map((condition) => holds(condition, columnAt(wanted.columns)));
  const found =
    form.zip === undefined
      ? readCsvCells(bytes, form, wanted)
      : readJoinedRows(bytes, { ...form, zip: form.zip }, wanted);
  for await (const rows of found) {
    if (!rows.ok || skips.length === 0) yield rows;
    else yield ok(rows.value.filter(({ value }) => !skips.some((isSkipped) => isSkipped(value))));
  }
}
