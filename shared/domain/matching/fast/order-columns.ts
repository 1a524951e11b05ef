import { bitCount, gapMinutesOf, type JudgedVariant } from './judged.ts';
import { inOrderOf } from './columns/stable-order.ts';

/** All that the order of candidates hangs on but the id, a row a candidate. */
export type OrderColumns = {
  readonly note: (candidate: number, judged: JudgedVariant) => void;
  /** Candidates in order of their ids, put in the one order. */
  readonly sorted: (byId: Uint32Array) => Uint32Array;
};

const MOST_UNKNOWN = 16;

/** Columns for so many candidates. What is not known is the largest number, and so behind all that is. */
export function orderColumns(count: number): OrderColumns {
  const ranks = new Int32Array(count);
  const gaps = new Int32Array(count);
  const firsts = new Int32Array(count);
  const travels = new Int32Array(count);
  return {
    note(candidate, judged) {
      ranks[candidate] = judged.verdict * MOST_UNKNOWN + bitCount(judged.unknown);
      gaps[candidate] = gapMinutesOf(judged);
      firsts[candidate] = judged.first;
      travels[candidate] = judged.travel;
    },
    sorted: (byId) => [travels, firsts, gaps, ranks].reduce(inOrderOf, byId),
  };
}
