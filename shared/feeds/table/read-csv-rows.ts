import { CsvError, parse } from 'csv-parse/sync';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readText } from './read-text.ts';
import { columnsOf, holds, rowOf } from './table-row.ts';
import type { TableMap } from './table-map.schema.ts';

type CsvForm = Extract<TableMap['file'], { form: 'csv' }>;

/** The longest line of a table, in characters; what is longer is a file whose quotes do not close. */
const MAX_LINE_CHARACTERS = 1_000_000;
/** More than any city has of anything. */
const MAX_ROWS = 200_000;

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
  const [, stated, content = text.value] = /^sep=(.)\r?\n([^]*)$/u.exec(text.value) ?? [];
  const lines = parseLines(content, stated ?? form.separator);
  if (!lines.ok) {
    yield lines;
    return;
  }
  const [header = [], ...rows] = lines.value;
  const names = header.map((column) => column.trim());
  const wanted = columnsOf(map);
  const wrong = wanted.find((column) => names.filter((name) => name === column).length !== 1);
  if (wrong !== undefined) {
    const code = names.includes(wrong) ? 'column-repeated' : 'column-missing';
    yield failed({ code, byte: 0, record: 0, field: wrong });
    return;
  }
  const positions = wanted.map((column) => [column, names.indexOf(column)] as const);
  const last = Math.max(...positions.map(([, position]) => position));
  for (const [index, cells] of rows.entries()) {
    const shape = cells.length > names.length ? 'long' : cells.length <= last ? 'short' : 'whole';
    const value = rowOf(
      positions.map(([column, position]) => [column, cells[position]]),
      map.empty,
      shape,
    );
    if (!map.skip.some((condition) => holds(condition, value))) yield ok({ number: index + 1, value });
  }
}

function parseLines(text: string, delimiter: string): Result<readonly (readonly string[])[], ReadFailure> {
  try {
    const lines: readonly (readonly string[])[] = parse(text, {
      delimiter,
      max_record_size: MAX_LINE_CHARACTERS,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: MAX_ROWS + 2,
    });
    const isTooLong = lines.length > MAX_ROWS + 1;
    return isTooLong ? failed({ code: 'source-too-large', byte: 0, record: MAX_ROWS + 1 }) : ok(lines);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const [byte, lines] = [error['bytes'], error['lines']];
    const at = { byte: typeof byte === 'number' ? byte : 0, record: typeof lines === 'number' ? lines : 1 };
    return failed({ code: 'csv-broken', ...at });
  }
}
