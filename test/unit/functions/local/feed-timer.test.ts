import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { nextDaily, nextHourly, startTimers } from '../../../../functions/local/feed-timer.ts';

const next = (now: string, hours: number, minutes: number) =>
  new Date(nextDaily(Date.parse(now), hours * 60 + minutes)).toISOString();

describe('the next daily run', () => {
  test('is today where the time is still to come in Germany, else tomorrow', () => {
    expect(next('2025-01-10T02:00:00Z', 3, 30)).toBe('2025-01-10T02:30:00.000Z');
    expect(next('2025-01-10T02:30:00Z', 3, 30)).toBe('2025-01-11T02:30:00.000Z');
  });

  test('follows summer time', () => {
    expect(next('2025-07-10T00:00:00Z', 3, 30)).toBe('2025-07-10T01:30:00.000Z');
  });

  test('belongs to the German day, also just after midnight there', () => {
    expect(next('2025-07-09T22:30:00Z', 0, 45)).toBe('2025-07-09T22:45:00.000Z');
  });

  test('comes once on the day that lacks its hour, an hour later on the clock', () => {
    expect(next('2025-03-30T00:00:00Z', 2, 30)).toBe('2025-03-30T01:30:00.000Z');
    expect(next('2025-03-30T01:30:00Z', 2, 30)).toBe('2025-03-31T00:30:00.000Z');
  });

  test('comes once on the day that has its hour twice', () => {
    expect(next('2025-10-26T00:00:00Z', 2, 30)).toBe('2025-10-26T00:30:00.000Z');
    expect(next('2025-10-26T00:30:00Z', 2, 30)).toBe('2025-10-27T01:30:00.000Z');
  });
});

describe('the next hourly run', () => {
  const hourly = (now: string, minute: number) =>
    new Date(nextHourly(Date.parse(now), minute)).toISOString().slice(11, 16);

  test('is in this hour where its minute is still to come, else in the next', () => {
    expect(hourly('2025-01-10T02:19:59Z', 20)).toBe('02:20');
    expect(hourly('2025-01-10T02:20:00Z', 20)).toBe('03:20');
    expect(hourly('2025-01-10T23:59:00Z', 0)).toBe('00:00');
  });

  test('leaves out no hour and repeats none on clock-change days', () => {
    let now = Date.parse('2025-03-29T23:30:00Z');
    const runs = Array.from({ length: 4 }, () => new Date((now = nextHourly(now, 20))).toISOString());
    expect(runs.map((run) => run.slice(11, 16))).toEqual(['00:20', '01:20', '02:20', '03:20']);
  });
});

describe('timed tasks', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: Date.parse('2025-01-10T00:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('run whenever they are due until they are stopped', async () => {
    const ran: string[] = [];
    const run = (name: string) => () => {
      ran.push(`${name} ${new Date().toISOString().slice(5, 16)}`);
      return Promise.resolve();
    };
    const daily = startTimers({ clock: () => Date.now() }, [
      { next: (now) => nextDaily(now, 210), run: run('a') },
      { next: (now) => nextDaily(now, 240), run: run('b') },
    ]);
    await vi.advanceTimersByTimeAsync(28 * 3_600_000);
    expect(ran).toEqual(['a 01-10T02:30', 'b 01-10T03:00', 'a 01-11T02:30', 'b 01-11T03:00']);
    daily.stop();
    await vi.advanceTimersByTimeAsync(48 * 3_600_000);
    expect(ran).toHaveLength(4);
  });
});
