import { numberColumn, type NumberColumn } from '../columns/number-column.ts';

/**
 * Which hours of places near home cover what sessions leave uncovered: masks of `words` one after the other, each worked out once for all
 * sessions that mean the same on days with the same openings. `at`: by these openings, the row of a mask, by meaning and child.
 */
export type CoveringHours = {
  readonly words: number;
  readonly at: NumberColumn[];
  masks: Uint32Array;
  count: number;
  /** Written anew for each mask. */
  readonly draft: Uint32Array;
};

const FIRST_MASKS = 256;

/** Nothing worked out yet. */
export function coveringHours(words: number): CoveringHours {
  return {
    words,
    at: [],
    masks: new Uint32Array(FIRST_MASKS * words),
    count: 0,
    draft: new Uint32Array(words),
  };
}

/** The masks for days with the same openings; see `CoveringHours`. */
export function masksOn(covering: CoveringHours, openings: number): NumberColumn {
  return (covering.at[openings] ??= numberColumn());
}

/** Adds the mask in `draft`; its row. */
export function addMask(covering: CoveringHours): number {
  const { words, count, draft } = covering;
  if ((count + 1) * words > covering.masks.length) {
    const wider = new Uint32Array(covering.masks.length * 2);
    wider.set(covering.masks);
    covering.masks = wider;
  }
  covering.masks.set(draft, count * words);
  covering.count = count + 1;
  return count;
}
