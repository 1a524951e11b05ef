import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  intersect,
  minutesIn,
  overlaps,
  roundInward,
  roundOutward,
  subtract,
  unite,
  type Interval,
} from '../../../../shared/domain/time/intervals.ts';

const AXIS = 120;

const interval: fc.Arbitrary<Interval> = fc
  .tuple(fc.integer({ min: 0, max: AXIS - 1 }), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, to: Math.min(AXIS, from + length) }));
const intervals = fc.array(interval, { maxLength: 6 });

/** The oracle: one flag per minute. */
function minutesOf(some: readonly Interval[]): readonly boolean[] {
  return Array.from({ length: AXIS }, (_none, minute) =>
    some.some(({ from, to }) => from <= minute && minute < to),
  );
}

/** Ascending, apart, none empty: the one way of writing a set of minutes. */
function isTidy(some: readonly Interval[]): boolean {
  return some.every(({ from, to }, index) => from < to && (some[index - 1]?.to ?? -1) < from);
}

/** The five flags of the step of the grid in which a minute lies. */
function stepOf<Flag>(flags: readonly Flag[], minute: number): readonly Flag[] {
  const from = Math.floor(minute / 5) * 5;
  return flags.slice(from, from + 5);
}

describe('intervals agree with minutes counted one by one', () => {
  test('unite', () => {
    fc.assert(
      fc.property(intervals, (some) => {
        expect(minutesOf(unite(some))).toEqual(minutesOf(some));
        expect(some.length < 2 || isTidy(unite(some))).toBe(true);
      }),
    );
  });

  test('subtract', () => {
    fc.assert(
      fc.property(intervals, intervals, (some, holes) => {
        const rest = subtract(some, holes);
        const inHoles = minutesOf(holes);
        expect(minutesOf(rest)).toEqual(minutesOf(some).map((is, minute) => is && inHoles[minute] === false));
        expect(isTidy(rest)).toBe(true);
      }),
    );
  });

  test('intersect', () => {
    fc.assert(
      fc.property(intervals, intervals, (some, others) => {
        const both = intersect(some, others);
        const inOthers = minutesOf(others);
        expect(minutesOf(both)).toEqual(minutesOf(some).map((is, minute) => is && inOthers[minute] === true));
        expect(isTidy(both)).toBe(true);
      }),
    );
  });

  test('minutes and overlap', () => {
    fc.assert(
      fc.property(intervals, interval, interval, (some, one, other) => {
        expect(minutesIn(some)).toBe(minutesOf(some).filter(Boolean).length);
        expect(overlaps(one, other)).toBe(minutesIn(intersect([one], [other])) > 0);
      }),
    );
  });

  test('united and rounded inward: the steps of the grid that are covered wholly', () => {
    fc.assert(
      fc.property(intervals, (some) => {
        const flags = minutesOf(some);
        const wholly = flags.map((_is, minute) => stepOf(flags, minute).every(Boolean));
        expect(minutesOf(roundInward(unite(some)))).toEqual(wholly);
      }),
    );
  });

  test('rounded outward: the steps of the grid that are touched', () => {
    fc.assert(
      fc.property(interval, (one) => {
        const flags = minutesOf([one]);
        const touched = flags.map((_is, minute) => stepOf(flags, minute).some(Boolean));
        expect(minutesOf([roundOutward(one)])).toEqual(touched);
      }),
    );
  });
});
