import { failed, ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readCsvLines } from './read-csv-lines.ts';
import { readText } from './read-text.ts';
import { cellText, rowOf, type TableRow } from './table-row.ts';
import type { TableMap } from './table-map.schema.ts';

type CsvForm = Extract<TableMap['file'], { form: 'csv' }>;

/** Which columns of a CSV table are read, and which cells mean nothing. */
export type WantedCells = { readonly columns: readonly string[]; readonly empty: readonly string[] };

/** A row of a CSV table, numbered from 1 below the header; its cells are in the order of the columns that were wanted. */
export type NumberedRow = RawRecord & { readonly value: TableRow };

/**
 * The rows of a CSV table, read by the names of the columns, some at a time. The first line may be `sep=;`, a byte order mark is left out,
 * the header may be longer than the rows by columns without a name. Ends with a failure when the header lacks a wanted column
 * or has it twice, because whoever renames a column must not empty a catalogue.
 */
export async function* readCsvCells(
  bytes: Uint8Array,
  form: Pick<CsvForm, 'encoding' | 'separator'>,
  wanted: WantedCells,
): AsyncGenerator<Result<readonly NumberedRow[], ReadFailure>> {
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
    const rows: NumberedRow[] = [];
    for (const line of lines.value) {
      if (readRow !== undefined) {
        rows.push({ number: (number += 1), value: readRow(line) });
        continue;
      }
      const reader = rowReader(line, wanted);
      if (!reader.ok) {
        yield reader;
        return;
      }
      readRow = reader.value;
    }
    yield ok(rows);
  }
  const none = readRow === undefined ? rowReader([], wanted) : undefined;
  if (none?.ok === false) yield none;
}

/** How the cells of a line below this header become a row; a failure where the map and the header differ. */
function rowReader(
  header: readonly string[],
  { columns, empty }: WantedCells,
): Result<(cells: readonly string[]) => TableRow, ReadFailure> {
  const names = header.map((column) => column.trim());
  const wrong = columns.find((column) => names.filter((name) => name === column).length !== 1);
  if (wrong !== undefined) {
    const code = names.includes(wrong) ? 'column-repeated' : 'column-missing';
    return failed({ code, byte: 0, record: 0, field: wrong });
  }
  const positions = columns.map((column) => names.indexOf(column));
  const last = Math.max(...positions);
  return ok((line) => {
    const cells: TableRow['cells'] = [];
    for (const position of positions) cells.push(cellText(line[position], empty));
    return rowOf(cells, line.length > names.length ? 'long' : line.length <= last ? 'short' : 'whole');
  });
}

/** What a first line `sep=;` says, and the byte where the table itself begins. */
function separatorLine(text: Uint8Array): { readonly stated?: string; readonly from: number } {
  const head = new TextDecoder().decode(text.subarray(0, 16));
  const [line, stated] = /^sep=(.)\r?\n/u.exec(head) ?? [];
  if (line === undefined || stated === undefined) return { from: 0 };
  return { stated, from: new TextEncoder().encode(line).length };
}
