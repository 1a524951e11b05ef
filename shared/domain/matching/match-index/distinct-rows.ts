import type { ColumnKinds, ColumnMakers } from './column-kinds.ts';
import { growingTable, nextRow, type GrowingTable } from './growing-table.ts';

/**
 * Tells rows of numbers apart: equal ones have one number, from 0 in the order in which different ones came. The row at hand,
 * from `begin` to `end`, is written behind those known and stays there if it is new; which is known, a hash table tells.
 */
export type DistinctRows = {
  readonly known: GrowingTable<ReturnType<typeof knownShape>>;
  values: Int32Array;
  begin: number;
  end: number;
  hash: number;
  /** One more than the number of the row whose hash leads there, or to the places before; 0 where there is none. */
  places: Int32Array;
};

function knownShape(make: ColumnMakers<ColumnKinds>) {
  return { valuesFrom: make.from(), hash: make.i32() };
}

const FREE = 0;
const FIRST_ROOM = 256;

/** No rows yet. */
export function distinctRows(): DistinctRows {
  return {
    known: growingTable(knownShape),
    values: new Int32Array(FIRST_ROOM),
    begin: 0,
    end: 0,
    hash: 0,
    places: new Int32Array(FIRST_ROOM),
  };
}

/** Adds a whole number of 32 bits to the row at hand. */
export function addNumber(rows: DistinctRows, value: number): void {
  if (rows.end === rows.values.length) {
    const wider = new Int32Array(rows.values.length * 2);
    wider.set(rows.values);
    rows.values = wider;
  }
  rows.values[rows.end] = value;
  rows.end += 1;
  const mixed = Math.imul(rows.hash ^ value, 0x9e3779b1);
  rows.hash = mixed ^ (mixed >>> 15);
}

/** Ends the row at hand and gives its number. */
export function endRow(rows: DistinctRows): number {
  const { known, places, hash } = rows;
  const place = placeOfRow(rows);
  const found = (places[place] ?? FREE) - 1;
  rows.hash = 0;
  if (found >= 0) {
    rows.end = rows.begin;
    return found;
  }
  const row = nextRow(known);
  places[place] = row + 1;
  known.columns.hash[row] = hash;
  known.columns.valuesFrom[row + 1] = rows.end;
  rows.begin = rows.end;
  if (known.length * 2 > places.length) rows.places = placesOf(known, places.length * 2);
  return row;
}

/** The place of the row at hand if it is known, else the free one where it belongs. */
function placeOfRow(rows: DistinctRows): number {
  const { places, hash } = rows;
  const last = places.length - 1;
  const hashes = rows.known.columns.hash;
  for (let place = hash & last; ; place = (place + 1) & last) {
    const row = (places[place] ?? FREE) - 1;
    if (row < 0 || (hashes[row] === hash && isAtHand(rows, row))) return place;
  }
}

function isAtHand({ known, values, begin, end }: DistinctRows, row: number): boolean {
  const { valuesFrom } = known.columns;
  const from = valuesFrom[row] ?? 0;
  if ((valuesFrom[row + 1] ?? 0) - from !== end - begin) return false;
  for (let at = begin; at < end; at += 1) if (values[at] !== values[from + at - begin]) return false;
  return true;
}

function placesOf({ columns, length }: DistinctRows['known'], count: number): Int32Array {
  const places = new Int32Array(count);
  for (let row = 0; row < length; row += 1) {
    let place = (columns.hash[row] ?? 0) & (count - 1);
    while (places[place] !== FREE) place = (place + 1) & (count - 1);
    places[place] = row + 1;
  }
  return places;
}
