import { describe, expect, test } from 'vitest';
import { formatClockTime, parseClockTime } from '../../../../shared/domain/time/clock-time.ts';
import { endAfterStart } from '../../../../shared/domain/time/slot.ts';

describe('a time of day', () => {
  test('is minutes since midnight', () => {
    expect(['00:00', '07:30', '23:59', '24:00'].map(parseClockTime)).toEqual([0, 450, 1439, 1440]);
  });

  test.each(['24:01', '25:00', '12:60', '7:30', '07.30', '07:30:00', ' 07:30', '', '-1:00'])(
    '%j is none',
    (text) => {
      expect(parseClockTime(text)).toBeUndefined();
    },
  );

  test('reads the same after being written', () => {
    for (let minute = 0; minute <= 1440; minute += 1) {
      expect(parseClockTime(formatClockTime(minute))).toBe(minute);
    }
  });

  test('that runs past midnight is written as the time of the next day', () => {
    expect([1441, 1500, 2879].map(formatClockTime)).toEqual(['00:01', '01:00', '23:59']);
  });
});

describe('from and to', () => {
  test('that are equal are invalid', () => {
    expect(endAfterStart(540, 540)).toBeUndefined();
  });

  test('a to after from ends on the same day', () => {
    expect(endAfterStart(540, 541)).toBe(541);
  });

  test('a to before from ends on the next day', () => {
    expect(endAfterStart(540, 539)).toBe(1979);
    expect(endAfterStart(1320, 360)).toBe(1800);
  });
});
