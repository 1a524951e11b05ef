import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Rows } from './to-rows.ts';

/** A table that people fill in by hand is small. */
const MAX_TABLE_BYTES = 5_000_000;
const SEPARATOR = ';';

/**
 * Rows as CSV for a German spreadsheet: UTF-8 with byte order mark, `;`, CRLF. A cell that a spreadsheet would take for a
 * formula gets a `'` before it, so that a title of a feed cannot compute anything.
 */
export function writeCsv(rows: Rows): Uint8Array {
  const text = stringify([...rows.map((row) => [...row])], {
    bom: true,
    delimiter: SEPARATOR,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  return new TextEncoder().encode(text);
}

/** Rows of a CSV that came back, `;`, `,` or tab as its heading has them. Only UTF-8: another encoding would garble words. */
export function readCsv(bytes: Uint8Array): Result<Rows, 'table-broken' | 'table-too-large'> {
  if (bytes.length > MAX_TABLE_BYTES) return failed('table-too-large');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const heading = text.slice(0, text.search(/[\r\n]|$/u));
    const delimiter = [';', '\t', ','].find((separator) => heading.includes(separator)) ?? SEPARATOR;
    const rows: readonly (readonly string[])[] = parse(text, {
      delimiter,
      relax_column_count: true,
      max_record_size: 100_000,
    });
    return ok(rows.map((row) => row.map(withoutMark)));
  } catch (error) {
    if (error instanceof CsvError || error instanceof TypeError) return failed('table-broken');
    throw error;
  }
}

/** Takes the mark away that `writeCsv` put before what looks like a formula. */
function withoutMark(cell: string): string {
  return /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u.test(cell) ? cell.slice(1) : cell;
}
