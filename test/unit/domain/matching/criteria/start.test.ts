import { describe, expect, test } from 'vitest';
import { course, criterion, judge, situation, timetable } from '../../../../support/family-language.ts';
import { day } from '../../../../support/some-offer.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Situation } from '../../../../../shared/domain/situation/situation.ts';
import type { Timetable } from '../../../../../shared/domain/time/timetable.ts';

// Today is Monday, 24 March 2025.
function start(times: Partial<Timetable>, own: Partial<Offer> = {}, who: Partial<Situation> = {}) {
  const offer = course('', { timetable: timetable('mo-su 09:00-12:00', times), ...own });
  return criterion(judge(offer, situation([], who)), 'start');
}

const on = (first: string, last = first) => ({ first: day(first), last: day(last) });

describe('start', () => {
  test.each([
    ['2025-04-30', 'unmet'],
    ['2025-05-01', 'met'],
    ['2025-05-31', 'met'],
    ['2025-06-01', 'unmet'],
  ])('is met when the first day lies within from … until, both included: %s', (first, expected) => {
    const window = { from: day('2025-05-01'), until: day('2025-05-31') };
    expect(start(on(first), {}, window).result).toBe(expected);
  });

  test.each([
    ['2025-03-23', 'unmet'],
    ['2025-03-24', 'met'],
    ['2026-03-24', 'met'],
    ['2026-03-25', 'unmet'],
  ])('takes today … 12 months as the window by default, both included: %s', (first, expected) => {
    expect(start(on(first)).result).toBe(expected);
  });

  test('takes the first session that is held as the first day, not the first day stated', () => {
    const window = { from: day('2025-05-02'), until: day('2025-05-31') };
    const times = { ...on('2025-05-01', '2025-05-08'), except: [day('2025-05-01')] };
    expect(start(times, {}, window)).toMatchObject({ result: 'met', facts: { first: '2025-05-02' } });
  });

  test('is unknown without a date and without rolling entry, and asks for the date', () => {
    const { first: _first, last: _last, ...withoutDates } = timetable('mo 09:00-12:00');
    const offer = course('', { timetable: withoutDates });
    expect(criterion(judge(offer, situation()), 'start')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'start-date' }],
    });
  });

  test('is met by a first day that is known though no times are', () => {
    const offer = course('', {
      timetable: timetable('', { first: day('2025-05-05'), complete: false, missing: ['session-times'] }),
    });
    expect(criterion(judge(offer, situation()), 'start').result).toBe('met');
  });

  test('is unmet when the offer has started already, though it still goes on', () => {
    expect(start(on('2025-03-17', '2025-06-30'))).toMatchObject({
      result: 'unmet',
      facts: { reason: 'started' },
    });
  });

  test.each([
    ['2025-03-23', 'unmet'],
    ['2025-03-24', 'met'],
  ])('is unmet once registration is over: by %s', (registerBy, expected) => {
    expect(start(on('2025-05-05'), { registerBy: day(registerBy) }).result).toBe(expected);
  });

  test('is unmet when registration is over though entry is rolling', () => {
    const own = { rolling: true, registerBy: day('2025-03-23') };
    expect(start(on('2025-03-01', '2025-12-31'), own).result).toBe('unmet');
  });
});

describe('start with rolling entry', () => {
  const rolling = { rolling: true };
  const window = { from: day('2025-05-01'), until: day('2025-05-31') };

  test.each([
    [on('2025-03-01', '2025-04-30'), 'unmet'],
    [on('2025-03-01', '2025-05-01'), 'met'],
    [on('2025-05-31', '2025-12-31'), 'met'],
    [on('2025-06-01', '2025-12-31'), 'unmet'],
  ])('is met if the windows meet', (times, expected) => {
    expect(start(times, rolling, window).result).toBe(expected);
  });

  test('is met without any date', () => {
    const { first: _first, last: _last, ...withoutDates } = timetable('mo 09:00-12:00');
    const offer = course('', { timetable: withoutDates, rolling: true });
    expect(criterion(judge(offer, situation()), 'start').result).toBe('met');
  });

  test('is met though its times are not known', () => {
    const offer = course('', { timetable: timetable('', { complete: false }), rolling: true });
    expect(criterion(judge(offer, situation()), 'start')).toMatchObject({
      result: 'met',
      facts: { rolling: true },
    });
  });

  test('is unmet when all has ended before today', () => {
    expect(start(on('2025-01-01', '2025-03-23'), rolling).result).toBe('unmet');
  });

  test('is unmet when it ends before the window, though its times are not known', () => {
    const over = { ...on('2025-03-01', '2025-04-30'), complete: false };
    const offer = course('', { timetable: timetable('', over), rolling: true });
    expect(criterion(judge(offer, situation([], window)), 'start').result).toBe('unmet');
  });

  test('is unmet when the only sessions are dated ones that are over', () => {
    const { first: _first, last: _last, ...none } = timetable('');
    const over = { ...none, dated: [{ date: day('2025-03-17'), from: 540, to: 720 }] };
    expect(
      criterion(judge(course('', { timetable: over, rolling: true }), situation()), 'start').result,
    ).toBe('unmet');
  });

  test('is unmet when the only sessions are dated ones after the window', () => {
    const { first: _first, last: _last, ...none } = timetable('');
    const late = { ...none, dated: [{ date: day('2025-06-02'), from: 540, to: 720 }] };
    const match = judge(course('', { timetable: late, rolling: true }), situation([], window));
    expect(criterion(match, 'start').result).toBe('unmet');
  });
});
