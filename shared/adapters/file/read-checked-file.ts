import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { RegionFailure } from './region-failure.ts';
import { recordsFileOf, tableRecordsSchema, type TableRecord } from './table-records.ts';

/** The text of `file` in `folder`, UTF-8 without a byte order mark; wrong bytes are `unreadable`. */
export async function readText(folder: string, file: string): Promise<Result<string, RegionFailure>> {
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(join(folder, file))));
  } catch (error) {
    if (error instanceof TypeError) return failed({ code: 'unreadable', file, expected: 'UTF-8 text' });
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return failed({ code: missing ? 'file-missing' : 'unreadable', file });
  }
}

/** A JSON file of the folder, checked by `schema`. */
export async function readJson<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<Result<z.output<Schema>, RegionFailure>> {
  const text = await readText(folder, file);
  if (!text.ok) return text;
  try {
    const content: unknown = JSON.parse(text.value);
    const checked = schema.safeParse(content);
    return checked.success ? ok(checked.data) : failed(wrongValue(file, checked.error));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return failed({ code: 'unreadable', file, expected: 'JSON' });
  }
}

/** A row of a table with its line in the file. */
export type CheckedRow<Row> = { readonly line: number; readonly row: Row };

/** A table of the folder, each row checked by `schema`; the first wrong row is the failure. `file`: the name of the table, `….csv`. */
export async function readTable<Schema extends z.ZodType>(
  folder: string,
  file: string,
  schema: Schema,
): Promise<Result<readonly CheckedRow<z.output<Schema>>[], RegionFailure>> {
  const records = await readRecords(folder, file);
  if (!records.ok) return records;
  const rows: CheckedRow<z.output<Schema>>[] = [];
  for (const { line, record } of records.value) {
    const checked = schema.safeParse(record);
    if (!checked.success) return failed({ ...wrongValue(file, checked.error), line });
    rows.push({ line, row: checked.data });
  }
  return ok(rows);
}

/** The rows of a table: of its records where these were made beforehand, else of the table itself. */
async function readRecords(
  folder: string,
  file: string,
): Promise<Result<readonly TableRecord[], RegionFailure>> {
  const made = await readJson(folder, recordsFileOf(file), tableRecordsSchema);
  if (made.ok || made.failure.code !== 'file-missing') return made;
  const text = await readText(folder, file);
  if (!text.ok) return text;
  const { recordsOfCsv } = await import('./csv-records.ts');
  const records = recordsOfCsv(text.value);
  if (records.ok) return records;
  return failed({ code: 'unreadable', file, expected: 'CSV', line: records.failure });
}

function wrongValue(file: string, error: z.ZodError): RegionFailure {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return {
    code: 'wrong-value',
    file,
    ...(field !== '' && { field }),
    ...(issue !== undefined && { expected: expectedBy(issue) }),
  };
}

/** What belongs there, never what stands there; names of fields are told. */
function expectedBy(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'custom':
    case 'invalid_format':
    case 'invalid_union':
      return issue.message;
    case 'invalid_type':
      return `${issue.expected} expected`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `no field ${issue.keys.join(', ')}`;
    case 'too_small':
      return `at least ${String(issue.minimum)}`;
    case 'too_big':
      return `at most ${String(issue.maximum)}`;
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
      return issue.code.replaceAll('_', ' ');
  }
}
