import type { Notice, RecordPlace } from '../notice.ts';
import type { Cells, TableRow } from './table-row.ts';

/** So many rows are remembered; a row that is like none of them costs hardly more than without. */
const MOST_ROWS = 8;

/** Reads a part of a row; `about` is the run. */
export type RowReader<About, Answer> = (row: TableRow, about: About, record: RecordPlace) => Answer;

/**
 * The same reader for rows that come one after another and are alike in the cells it looks at, as the courses of one house or
 * the schools of one kind are: they share one answer, which nobody may change. What has notices is read anew, as they name the record.
 */
export function rememberedRows<About, Answer extends { readonly notices: readonly Notice[] }>(
  columns: readonly number[],
  read: RowReader<About, Answer>,
): RowReader<About, Answer> {
  const seen: { readonly cells: Cells; readonly answer: Answer }[] = [];
  let [next, seenIn]: [number, About | undefined] = [0, undefined];
  return (row, about, record) => {
    if (seenIn !== about) seen.length = 0;
    seenIn = about;
    for (const { cells, answer } of seen) if (areAlike(cells, row.cells, columns)) return answer;
    const answer = read(row, about, record);
    if (answer.notices.length === 0) {
      if (seen.length < MOST_ROWS) next = seen.length;
      seen[next] = { cells: row.cells, answer };
      next = (next + 1) % MOST_ROWS;
    }
    return answer;
  };
}

function areAlike(one: Cells, other: Cells, columns: readonly number[]): boolean {
  for (const column of columns) if (one[column] !== other[column]) return false;
  return true;
}
