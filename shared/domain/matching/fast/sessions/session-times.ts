import { numberColumn, putNumber, type NumberColumn } from '../columns/number-column.ts';

/**
 * When sessions are held, numbered from 0: stretches of minutes from the midnight of the days of a class. A `slot` is the minutes alone. The
 * columns give day and minutes by the number.
 */
export type SessionTimes = {
  readonly slotOf: (from: number, to: number) => number;
  readonly inSlot: (slot: number, day: number) => number;
  readonly numberOf: (day: number, from: number, to: number) => number;
  readonly day: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
};

/** A session ends before this minute. */
const MOST_MINUTES = 4096;

/** No times yet. */
export function sessionTimes(): SessionTimes {
  const slots = new Map<number, number>();
  const minutes: number[] = [];
  const byDay: NumberColumn[] = [];
  const [day, from, to]: [number[], number[], number[]] = [[], [], []];

  function slotOf(begin: number, end: number): number {
    const key = begin * MOST_MINUTES + end;
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = slots.size;
      slots.set(key, slot);
      minutes.push(key);
      byDay.push(numberColumn());
    }
    return slot;
  }

  function inSlot(slot: number, ofClass: number): number {
    const column = byDay[slot];
    if (column === undefined) throw new RangeError('no such slot');
    const known = column.values[ofClass] ?? 0;
    if (known !== 0) return known - 1;
    const key = minutes[slot] ?? 0;
    day.push(ofClass);
    from.push(Math.floor(key / MOST_MINUTES));
    to.push(key % MOST_MINUTES);
    putNumber(column, ofClass, day.length);
    return day.length - 1;
  }

  return {
    slotOf,
    inSlot,
    numberOf: (ofClass, begin, end) => inSlot(slotOf(begin, end), ofClass),
    day,
    from,
    to,
  };
}
