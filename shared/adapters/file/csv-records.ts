import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { TableRecord } from './table-records.ts';

/** The rows of a CSV text (comma, heading line), empty lines left out; the failure is the line on which it breaks. */
export function recordsOfCsv(text: string): Result<readonly TableRecord[], number> {
  try {
    const parsed = csvRecords.parse(parse(text, { columns: true, info: true, skip_empty_lines: true }));
    return ok(parsed.map(({ info, record }) => ({ line: info.lines, record })));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error['lines'];
    return failed(typeof line === 'number' ? line : 1);
  }
}

const csvRecords = z.array(
  z.object({ info: z.object({ lines: z.number() }), record: z.record(z.string(), z.string()) }),
);
