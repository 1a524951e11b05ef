import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';
import { unzipFiles } from '../zip/unzip-files.ts';
import { readCsvCells, type NumberedRow, type WantedCells } from './read-csv-cells.ts';
import type { TableMap } from './table-map.schema.ts';
import { columnAt, rowOf, type Cells } from './table-row.ts';

type CsvForm = Extract<TableMap['file'], { form: 'csv' }>;
type ZipForm = CsvForm & { readonly zip: NonNullable<CsvForm['zip']> };
/** Rows of the second table by what they belong to; their cells are in the order of the wanted columns of that table. */
type Second = ReadonlyMap<string, readonly Cells[]>;

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
): AsyncGenerator<Result<readonly NumberedRow[], ReadFailure>> {
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
  const prefix = `${zip.with}.`;
  const ofSecond = columns.filter((column) => column.startsWith(prefix));
  const others = await readSecond(
    second,
    form,
    ofSecond.map((column) => column.slice(prefix.length)),
    empty,
  );
  if (!others.ok) {
    yield others;
    return;
  }
  const own = withKey(
    columns.filter((column) => !column.startsWith(prefix)),
    zip.key,
  );
  const [inFirst, inSecond] = [columns.map(columnAt(own)), columns.map(columnAt(ofSecond))];
  const joined = (cells: Cells, beside: Cells) =>
    columns.map((_, index) => beside[inSecond[index] ?? -1] ?? cells[inFirst[index] ?? -1]);
  const left = new Set(others.value.keys());
  let number = 0;
  for await (const read of readCsvCells(first, form, { columns: own, empty })) {
    if (!read.ok) {
      yield read;
      return;
    }
    const rows: NumberedRow[] = [];
    for (const { value } of read.value) {
      const key = value.cells[own.indexOf(zip.key)] ?? '';
      left.delete(key);
      for (const beside of others.value.get(key) ?? [[]]) {
        rows.push({ number: (number += 1), value: rowOf(joined(value.cells, beside), value.shape) });
      }
    }
    yield ok(rows);
  }
  const lone = [...left].flatMap((key) => others.value.get(key) ?? []);
  yield ok(lone.map((beside) => ({ number: (number += 1), value: rowOf(joined([], beside), 'lone') })));
}

/** `wanted` are columns of the second table as the map names them, behind its name. */
async function readSecond(
  bytes: Uint8Array,
  form: ZipForm,
  wanted: readonly string[],
  empty: readonly string[],
): Promise<Result<Second, ReadFailure>> {
  const { with: name, withKey: keyColumn, spreadBy } = form.zip;
  const plain =
    spreadBy === undefined ? wanted : wanted.map((column) => column.slice(column.indexOf('.') + 1));
  const read = withKey([...new Set([...plain, ...(spreadBy === undefined ? [] : [spreadBy])])], keyColumn);
  const at = columnAt(read);
  const found = new Map<string, readonly Cells[]>();
  for await (const rows of readCsvCells(bytes, form, { columns: read, empty })) {
    if (!rows.ok) return failed({ ...rows.failure, field: `${name}.csv ${rows.failure.field ?? ''}`.trim() });
    for (const { value } of rows.value) {
      const key = value.cells[at(keyColumn)] ?? '';
      const before = found.get(key) ?? [];
      const spread = spreadBy === undefined ? '' : `${value.cells[at(spreadBy)] ?? ''}.`;
      const cells = wanted.map((column) =>
        column.startsWith(spread) ? value.cells[at(column.slice(spread.length))] : undefined,
      );
      const [first] = before;
      found.set(
        key,
        spreadBy === undefined ? [...before, cells] : [cells.map((text, index) => first?.[index] ?? text)],
      );
    }
  }
  return ok(found);
}

function withKey(columns: readonly string[], key: string): readonly string[] {
  return [...new Set([...columns, key])];
}
