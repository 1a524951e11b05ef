import { CsvError, parse } from 'csv-parse/sync';
import { failed, ok, type Result } from '../../domain/result.ts';
import { createUtf8Check } from '../check-utf8.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readBytes } from '../read-bytes.ts';
import { columnsOf, holds, rowOf } from './table-row.ts';
import type { TableMap } from './table-map.schema.ts';

type CsvForm = Extract<TableMap['file'], { form: 'csv' }>;

/** Lists of cities are far smaller; a table is held in memory as a whole. */
const MAX_BYTES = 50_000_000;

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

/** The whole text in the encoding of the map; a byte order mark says UTF-8, whatever the map says. */
async function readText(
  bytes: Uint8Array,
  encoding: CsvForm['encoding'],
): Promise<Result<string, ReadFailure>> {
  const parts: Uint8Array[] = [];
  for await (const part of readBytes(bytes, MAX_BYTES)) {
    if (!part.ok) return failed({ ...part.failure, record: 1 });
    parts.push(part.value);
  }
  const first = parts[0];
  const hasMark = first?.[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf;
  const utf8 = createUtf8Check();
  const decoder = new TextDecoder(hasMark ? 'utf-8' : encoding);
  let [text, byte] = ['', 0];
  for (const part of parts) {
    const invalid = decoder.encoding === 'utf-8' ? utf8.push(part) : undefined;
    if (invalid !== undefined) return failed({ code: 'encoding-wrong', byte: byte + invalid, record: 1 });
    text += decoder.decode(part, { stream: true });
    byte += part.length;
  }
  if (decoder.encoding === 'utf-8' && utf8.endsEarly())
    return failed({ code: 'encoding-wrong', byte, record: 1 });
  return ok(text + decoder.decode());
}

function parseLines(text: string, delimiter: string): Result<readonly (readonly string[])[], ReadFailure> {
  try {
    return ok(
      parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true }),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const [byte, lines] = [error['bytes'], error['lines']];
    const at = { byte: typeof byte === 'number' ? byte : 0, record: typeof lines === 'number' ? lines : 1 };
    return failed({ code: 'csv-broken', ...at });
  }
}
