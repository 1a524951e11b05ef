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

const FIRST_SLOTS = 256;
const FIRST_CLASSES = 64;

/** No times yet. */
export function sessionTimes(): SessionTimes {
  const slots = new Map<number, number>();
  const minutes: number[] = [];
  const [day, from, to]: [number[], number[], number[]] = [[], [], []];
  /** One more than the numbers of times, 0 where there is none yet: a row of so many classes for each slot. */
  let numbers = new Int32Array(FIRST_SLOTS * FIRST_CLASSES);
  let classes = FIRST_CLASSES;

  function widen(slotCount: number, classCount: number): void {
    const wider = new Int32Array(slotCount * classCount);
    for (let slot = 0; slot < numbers.length / classes; slot += 1) {
      wider.set(numbers.subarray(slot * classes, (slot + 1) * classes), slot * classCount);
    }
    numbers = wider;
    classes = classCount;
  }

  function slotOf(begin: number, end: number): number {
    const key = begin * MOST_MINUTES + end;
    let slot = slots.get(key);
    if (slot === undefined) {
      slot = slots.size;
      slots.set(key, slot);
      minutes.push(key);
      if (slot >= numbers.length / classes) widen(slot * 2, classes);
    }
    return slot;
  }

  function inSlot(slot: number, ofClass: number): number {
    if (ofClass >= classes) widen(numbers.length / classes, 2 ** Math.ceil(Math.log2(ofClass + 1)));
    const at = slot * classes + ofClass;
    const known = numbers[at] ?? 0;
    if (known !== 0) return known - 1;
    const key = minutes[slot];
    if (key === undefined) throw new RangeError('no such slot');
    day.push(ofClass);
    from.push(Math.floor(key / MOST_MINUTES));
    to.push(key % MOST_MINUTES);
    numbers[at] = day.length;
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
