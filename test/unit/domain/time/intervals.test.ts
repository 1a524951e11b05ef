import { describe, expect, test } from 'vitest';
import {
  intersect,
  minutesIn,
  overlaps,
  roundInward,
  roundOutward,
  subtract,
  unite,
} from '../../../../shared/domain/time/intervals.ts';

describe('intervals are half open', () => {
  test('what only touches shares no minute', () => {
    expect(overlaps({ from: 0, to: 5 }, { from: 5, to: 10 })).toBe(false);
    expect(overlaps({ from: 5, to: 10 }, { from: 0, to: 5 })).toBe(false);
    expect(overlaps({ from: 0, to: 6 }, { from: 5, to: 10 })).toBe(true);
    expect(intersect([{ from: 0, to: 5 }], [{ from: 5, to: 10 }])).toEqual([]);
  });

  test('what touches is one stretch, what is a minute apart is two', () => {
    expect(
      unite([
        { from: 5, to: 10 },
        { from: 0, to: 5 },
      ]),
    ).toEqual([{ from: 0, to: 10 }]);
    expect(
      unite([
        { from: 6, to: 10 },
        { from: 0, to: 5 },
      ]),
    ).toHaveLength(2);
  });

  test('a hole leaves what is before and after it', () => {
    expect(subtract([{ from: 0, to: 60 }], [{ from: 20, to: 30 }])).toEqual([
      { from: 0, to: 20 },
      { from: 30, to: 60 },
    ]);
  });

  test('a minute in several intervals counts once', () => {
    expect(
      minutesIn([
        { from: 0, to: 20 },
        { from: 10, to: 30 },
      ]),
    ).toBe(30);
  });
});

describe('the grid of 5 minutes', () => {
  test('care is rounded inward: nothing is added', () => {
    expect(roundInward([{ from: 451, to: 869 }])).toEqual([{ from: 455, to: 865 }]);
  });

  test('care on the grid stays', () => {
    expect(roundInward([{ from: 450, to: 870 }])).toEqual([{ from: 450, to: 870 }]);
  });

  test('care in which no step of the grid lies vanishes', () => {
    expect(roundInward([{ from: 451, to: 459 }])).toEqual([]);
    expect(roundInward([{ from: 450, to: 455 }])).toHaveLength(1);
  });

  test('a need is rounded outward: nothing is left out', () => {
    expect(roundOutward({ from: 541, to: 719 })).toEqual({ from: 540, to: 720 });
    expect(roundOutward({ from: 540, to: 720 })).toEqual({ from: 540, to: 720 });
    expect(roundOutward({ from: 544, to: 721 })).toEqual({ from: 540, to: 725 });
  });
});
