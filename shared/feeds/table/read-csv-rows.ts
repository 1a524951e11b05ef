import { failed, ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readCsvLines } from './read-csv-lines.ts';
import { readText } from './read-text.ts';
import { columnsOf, holds, rowOf, type TableRow } from './table-row.ts';
import type { TableMap } from './table-map.schema.ts';

type CsvForm = Extract<TableMap['file'], { form: 'csv' }>;

/**
 * The rows of a CSV table, read by the names of the columns. The first line may be `sep=;`, a byte order mark is left out,
 * the header may be longer than the rows by columns without a name. Ends with a failure when the map names a column that
 * the header lacks or has twice, because whoever renames a column must not empty a catalogue.
 */
export async function* readCsvRows(
  bytes: Uint8Array,
  map: TableMap,
  form: CsvForm,
): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const text = await readText(bytes, form.encoding);
  if (!text.ok) {
    yield text;
    return;
  }
  const { stated = form.separator, from } = separatorLine(text.value);
  let readRow: ((cells: readonly string[]) => TableRow) | undefined;
  let number = 0;
  for await (const lines of readCsvLines(text.value.subarray(from), stated)) {
    if (!lines.ok) {
      yield lines;
      return;
    }
    for (const cells of lines.value) {
      if (readRow === undefined) {
        const reader = rowReader(cells, map);
        if (!reader.ok) {
          yield reader;
          return;
        }
        readRow = reader.value;
        continue;
      }
      number += 1;
      const value = readRow(cells);
      if (!map.skip.some((condition) => holds(condition, value))) yield ok({ number, value });
    }
  }
  const none = readRow === undefined ? rowReader([], map) : undefined;
  if (none?.ok === false) yield none;
}

/** How the cells of a line below this header become a row; a failure where the map and the header differ. */
function rowReader(
  header: readonly string[],
  map: TableMap,
): Result<(cells: readonly string[]) => TableRow, ReadFailure> {
  const names = header.map((column) => column.trim());
  const wanted = columnsOf(map);
  const wrong = wanted.find((column) => names.filter((name) => name === column).length !== 1);
  if (wrong !== undefined) {
    const code = names.includes(wrong) ? 'column-repeated' : 'column-missing';
    return failed({ code, byte: 0, record: 0, field: wrong });
  }
  const positions = wanted.map((column) => names.indexOf(column));
  const last = Math.max(...positions);
  return ok((cells) => {
    const shape = cells.length > names.length ? 'long' : cells.length <= last ? 'short' : 'whole';
    return rowOf(wanted, (index) => cells[positions[index] ?? -1], map.empty, shape);
  });
}

/** What a first line `sep=;` says, and the byte where the table itself begins. */
function separatorLine(text: Uint8Array): { readonly stated?: string; readonly from: number } {
  const head = new TextDecoder().decode(text.subarray(0, 16));
  const [line, stated] = /^sep=(.)\r?\n/u.exec(head) ?? [];
  if (line === undefined || stated === undefined) return { from: 0 };
  return { stated, from: new TextEncoder().encode(line).length };
}
