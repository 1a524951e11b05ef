import { numberColumn, putNumber, type NumberColumn } from '../columns/number-column.ts';
import { rowNumbers, type RowNumbers } from '../columns/row-numbers.ts';
import {
  NEED_COLUMNS,
  needRows,
  type Attended,
  type Meaning,
  type NeedRows,
  type SessionNeeds,
} from './session-needs.ts';

/**
 * What sessions mean in one request, each worked out once for those at the same minutes, on days with the same hours in force, with the same
 * ways, in whichever family of the request. `patterns` numbers what is in force on days, `shapes` that with the minutes. `needs`: where the
 * next one is written before it is kept. Ids of meanings count from 1.
 */
export type Meanings = {
  readonly patterns: RowNumbers;
  readonly shapes: RowNumbers;
  /** Numbers what is in force by the text of its hours. */
  readonly numberOf: (hours: string) => number;
  readonly needs: SessionNeeds;
  readonly find: (shape: number, where: Attended) => Meaning | undefined;
  readonly keep: (shape: number, where: Attended) => Meaning;
  /** Keeps a meaning with the same needs as another one, but other gaps. */
  readonly keepAlike: (shape: number, where: Attended, other: Meaning, gaps: number) => Meaning;
};

/** No meanings yet. */
export function meaningsIn(needs: SessionNeeds): Meanings {
  const all: Meaning[] = [];
  const columns: NumberColumn[] = [];
  const columnAt = numberColumn();
  const numbers = new Map<string, number>();
  const rows = needRows(FIRST_NEEDS);
  let rowCount = 0;

  function columnOf({ spot, isOnline }: Attended): NumberColumn | undefined {
    const at = columnAt.values[spot.vec * 2 + Number(isOnline)] ?? 0;
    return at === 0 ? undefined : columns[at - 1];
  }

  function addColumn({ spot, isOnline }: Attended): NumberColumn {
    const column = numberColumn();
    columns.push(column);
    putNumber(columnAt, spot.vec * 2 + Number(isOnline), columns.length);
    return column;
  }

  /** Copies the rows of `needs`; where they begin. */
  function keepRows(): number {
    const { count } = needs;
    const begin = rowCount;
    rowCount += count;
    if (rowCount > rows.child.length) widen(rows, rowCount * 2);
    for (let row = 0; row < count; row += 1) {
      rows.child[begin + row] = needs.rows.child[row] ?? 0;
      rows.at[begin + row] = needs.rows.at[row] ?? 0;
      rows.from[begin + row] = needs.rows.from[row] ?? 0;
      rows.to[begin + row] = needs.rows.to[row] ?? 0;
      rows.leastFrom[begin + row] = needs.rows.leastFrom[row] ?? 0;
      rows.leastTo[begin + row] = needs.rows.leastTo[row] ?? 0;
      rows.mostFrom[begin + row] = needs.rows.mostFrom[row] ?? 0;
      rows.mostTo[begin + row] = needs.rows.mostTo[row] ?? 0;
    }
    return begin;
  }

  function add(
    shape: number,
    where: Attended,
    { isKnown, isOnlyTour, isWithinDay, count }: Omit<Meaning, 'id' | 'rows'>,
    begin: number,
    gaps: number,
  ): Meaning {
    const kept = { id: all.length + 1, isKnown, isOnlyTour, isWithinDay, gaps, count, begin, rows };
    all.push(kept);
    putNumber(columnOf(where) ?? addColumn(where), shape, kept.id);
    return kept;
  }

  return {
    patterns: rowNumbers(),
    shapes: rowNumbers(),
    numberOf(hours) {
      const known = numbers.get(hours) ?? numbers.size;
      numbers.set(hours, known);
      return known;
    },
    needs,
    find(shape, where) {
      const id = columnOf(where)?.values[shape] ?? 0;
      return id === 0 ? undefined : all[id - 1];
    },
    keep: (shape, where) => add(shape, where, needs, keepRows(), needs.gaps),
    keepAlike: (shape, where, other, gaps) => add(shape, where, other, other.begin, gaps),
  };
}

const FIRST_NEEDS = 1024;

function widen(rows: NeedRows, length: number): void {
  const wider = needRows(length);
  for (const name of NEED_COLUMNS) {
    wider[name].set(rows[name]);
    rows[name] = wider[name];
  }
}
