import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';
import { unzipFiles } from '../zip/unzip-files.ts';
import { readCsvCells, type NumberedRow, type WantedCells } from './read-csv-cells.ts';
import type { TableMap } from './table-map.schema.ts';
import { cell, type TableRow } from './table-row.ts';

type CsvForm = Extract<TableMap['file'], { form: 'csv' }>;
type ZipForm = CsvForm & { readonly zip: NonNullable<CsvForm['zip']> };
/** The rows of the second table that belong to one row of the first, as cells by the names that the map gives them. */
type Second = ReadonlyMap<string, readonly TableRow['cells'][]>;

/**
 * The rows of two CSV tables in one zip. A column `<with>.<name>` is one of the second table; where its rows are spread by a
 * column, `<with>.<value>.<name>` is that of the row with this value. Each row of the first table is given with each of the
 * second that belongs to it (`each`), once with all of them (`spread`), and alone where there is none. Rows of the second that
 * belong to nobody are given alone at the end, so that they are refused aloud. Numbers count what is given.
 */
export async function* readJoinedRows(
  bytes: Uint8Array,
  form: ZipForm,
  { columns, empty }: WantedCells,
): AsyncGenerator<Result<NumberedRow, ReadFailure>> {
  const { zip } = form;
  const files = await unzipFiles(bytes, 'csv');
  if (!files.ok) {
    yield failed({ ...files.failure, record: 0 });
    return;
  }
  const [first, second] = [zip.table, zip.with].map((name) => files.value.get(name.toLowerCase()));
  if (first === undefined || second === undefined) {
    const field = `${first === undefined ? zip.table : zip.with}.csv`;
    yield failed({ code: 'file-missing', byte: 0, record: 0, field });
    return;
  }
  const others = await readSecond(second, form, { columns, empty });
  if (!others.ok) {
    yield others;
    return;
  }
  const own = columns.filter((column) => !column.startsWith(`${zip.with}.`));
  const left = new Set(others.value.keys());
  let number = 0;
  for await (const read of readCsvCells(first, form, { columns: withKey(own, zip.key), empty })) {
    if (!read.ok) {
      yield read;
      return;
    }
    const { cells, shape } = read.value.value;
    const key = cell(read.value.value, zip.key) ?? '';
    left.delete(key);
    for (const beside of others.value.get(key) ?? [{}])
      yield ok({ number: (number += 1), value: { cells: { ...cells, ...beside }, shape } });
  }
  for (const key of left) {
    for (const cells of others.value.get(key) ?? [])
      yield ok({ number: (number += 1), value: { cells, shape: 'lone' } });
  }
}

async function readSecond(
  bytes: Uint8Array,
  form: ZipForm,
  { columns, empty }: WantedCells,
): Promise<Result<Second, ReadFailure>> {
  const { with: name, withKey: keyColumn, spreadBy } = form.zip;
  const wanted = columns
    .filter((column) => column.startsWith(`${name}.`))
    .map((column) => column.slice(name.length + 1));
  const plain =
    spreadBy === undefined ? wanted : wanted.map((column) => column.slice(column.indexOf('.') + 1));
  const read = [...new Set([...plain, ...(spreadBy === undefined ? [] : [spreadBy])])];
  const found = new Map<string, TableRow['cells'][]>();
  for await (const row of readCsvCells(bytes, form, { columns: withKey(read, keyColumn), empty })) {
    if (!row.ok) return failed({ ...row.failure, field: `${name}.csv ${row.failure.field ?? ''}`.trim() });
    const { value } = row.value;
    const key = cell(value, keyColumn) ?? '';
    const before = found.get(key) ?? [];
    const spread = spreadBy === undefined ? '' : `${cell(value, spreadBy) ?? ''}.`;
    const cells = Object.fromEntries(
      wanted
        .filter((column) => column.startsWith(spread))
        .flatMap((column) => {
          const text = cell(value, column.slice(spread.length));
          return text === undefined ? [] : [[`${name}.${column}`, text]];
        }),
    );
    found.set(key, spreadBy === undefined ? [...before, cells] : [{ ...cells, ...before[0] }]);
  }
  return ok(found);
}

function withKey(columns: readonly string[], key: string): readonly string[] {
  return [...new Set([...columns, key])];
}
