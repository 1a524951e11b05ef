import { growingTable } from './growing-table.ts';

/** Tells rows of numbers apart: equal ones have one number, from 0 in the order in which different ones came. */
export type DistinctRows = {
  /** Adds a whole number of 32 bits to the row at hand. */
  readonly add: (value: number) => void;
  /** Ends the row at hand and gives its number, which for a new one is the `count` before. */
  readonly end: () => number;
  readonly count: () => number;
};

const FREE = 0;
const FIRST_PLACES = 256;

/** No rows yet. The row at hand is written behind those known and stays there if it is new; which is known, a hash table tells. */
export function distinctRows(): DistinctRows {
  const known = growingTable((make) => ({ valuesFrom: make.from(), hash: make.i32() }));
  let values = new Int32Array(FIRST_PLACES);
  let begin = 0;
  let end = 0;
  let hash = 0;
  /** One more than the number of the row whose hash leads there, or to the places before. */
  let places = new Int32Array(FIRST_PLACES);

  function isAtHand(row: number): boolean {
    const { valuesFrom } = known.columns();
    const from = valuesFrom[row] ?? 0;
    if ((valuesFrom[row + 1] ?? 0) - from !== end - begin) return false;
    for (let at = begin; at < end; at += 1) if (values[at] !== values[from + at - begin]) return false;
    return true;
  }

  /** The place of the row at hand if it is known, else the free one where it belongs. */
  function placeOfRow(): number {
    const last = places.length - 1;
    const { hash: hashes } = known.columns();
    for (let place = hash & last; ; place = (place + 1) & last) {
      const row = (places[place] ?? FREE) - 1;
      if (row < 0 || (hashes[row] === hash && isAtHand(row))) return place;
    }
  }

  function makeRoom(): void {
    places = new Int32Array(places.length * 2);
    const last = places.length - 1;
    const { hash: hashes } = known.columns();
    for (let row = 0; row < known.length(); row += 1) {
      let place = (hashes[row] ?? 0) & last;
      while (places[place] !== FREE) place = (place + 1) & last;
      places[place] = row + 1;
    }
  }

  return {
    add(value) {
      if (end === values.length) {
        const wider = new Int32Array(values.length * 2);
        wider.set(values);
        values = wider;
      }
      values[end] = value;
      end += 1;
      hash = Math.imul(hash ^ value, 0x9e3779b1);
      hash ^= hash >>> 15;
    },
    end() {
      const place = placeOfRow();
      const found = (places[place] ?? FREE) - 1;
      const row = found < 0 ? known.next() : found;
      if (found < 0) {
        const { valuesFrom, hash: hashes } = known.columns();
        places[place] = row + 1;
        hashes[row] = hash;
        valuesFrom[row + 1] = end;
        begin = end;
        if (known.length() * 2 > places.length) makeRoom();
      }
      end = begin;
      hash = 0;
      return row;
    },
    count: known.length,
  };
}
