import { CsvError, parse } from 'csv-parse/sync';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';

/** A row by the names of its columns; cells that are empty or say `null` are not there. */
export type Row = Readonly<Record<string, string>>;

/** Rows of a table of the package, by the usual name of the table. */
export type Tables = ReadonlyMap<string, readonly Row[]>;

const MAX_LINE_CHARACTERS = 1_000_000;

/** Names under which packages hold a table; the UK profile and older tools write some of them in the singular. */
const TABLE_NAMES: Readonly<Record<string, readonly string[]>> = {
  services: ['services', 'service'],
  organizations: ['organizations', 'organization'],
  service_at_locations: ['service_at_locations', 'service_at_location'],
  locations: ['locations', 'location'],
  addresses: ['addresses', 'address'],
  phones: ['phones', 'phone'],
  schedules: ['schedules', 'schedule'],
  cost_options: ['cost_options', 'cost_option'],
  languages: ['languages', 'language'],
  attributes: ['attributes', 'attribute'],
  taxonomy_terms: ['taxonomy_terms', 'taxonomy_term'],
  service_capacities: ['service_capacities', 'service_capacity'],
  units: ['units', 'unit'],
  additional_urls: ['urls', 'url', 'additional_urls'],
};

/** The tables that are used, read strictly as UTF-8; a row that stands in both spellings of a table counts once. */
export function readTables(files: ReadonlyMap<string, Uint8Array>): Result<Tables, ReadFailure> {
  const tables = new Map<string, readonly Row[]>();
  for (const [table, names] of Object.entries(TABLE_NAMES)) {
    const rows = new Map<string, Row>();
    for (const name of names) {
      const file = files.get(name);
      const read = file === undefined ? ok([]) : rowsOf(file, name);
      if (!read.ok) return read;
      for (const row of read.value) rows.set(row['id'] ?? JSON.stringify(row), row);
    }
    tables.set(table, [...rows.values()]);
  }
  const hasServices = (TABLE_NAMES['services'] ?? []).some((name) => files.has(name));
  return hasServices
    ? ok(tables)
    : failed({ code: 'file-missing', byte: 0, record: 0, field: 'services.csv' });
}

function rowsOf(file: Uint8Array, name: string): Result<readonly Row[], ReadFailure> {
  const field = `${name}.csv`;
  let text: string;
  try {
    // The tables of the UK profile end their lines with two carriage returns.
    text = new TextDecoder('utf-8', { fatal: true }).decode(file).replaceAll(/\r+\n/g, '\n');
  } catch {
    return failed({ code: 'encoding-wrong', byte: 0, record: 0, field });
  }
  try {
    const lines: string[][] = parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: MAX_LINE_CHARACTERS,
    });
    const [header = [], ...rows] = lines;
    return ok(rows.map((cells) => rowOf(header, cells)));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const lines = error['lines'];
    return failed({ code: 'csv-broken', byte: 0, record: typeof lines === 'number' ? lines : 0, field });
  }
}

function rowOf(header: readonly string[], cells: readonly string[]): Row {
  const filled = header.flatMap((column, index) => {
    const cell = cells[index]?.trim() ?? '';
    return cell === '' || cell.toLowerCase() === 'null' ? [] : [[column.trim(), cell] as const];
  });
  return Object.fromEntries(filled);
}
