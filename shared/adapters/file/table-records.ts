import * as z from 'zod';

/** A row of a table before it is checked: its line in the file, from 1, and its cells by heading. */
export type TableRecord = z.output<typeof tableRecord>;

const tableRecord = z.object({ line: z.int(), record: z.record(z.string(), z.string()) });

/** The rows of a table, in the order of the file. */
export const tableRecordsSchema = z.array(tableRecord);

/**
 * The file that holds the rows of a table as JSON. A region is deployed with it instead of the table, so that a function does not read
 * what reads CSV at its start (30 KiB).
 */
export function recordsFileOf(table: string): string {
  return `${table}.json`;
}
