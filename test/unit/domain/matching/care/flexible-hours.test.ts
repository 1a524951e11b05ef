import { describe, expect, test } from 'vitest';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Child } from '../../../../../shared/domain/situation/situation.ts';
import {
  child,
  course,
  criterion,
  family,
  helper,
  hours,
  judge,
  kita,
  situation,
  timetable,
} from '../../../../support/family-language.ts';

function careOf(offer: Offer, children: readonly Child[], own: Parameters<typeof situation>[1] = {}): string {
  return criterion(judge(offer, situation(children, own)), 'care').result;
}

describe('a slot marked core is the fixed part of flexible attendance', () => {
  /** Core from 09:00 to 11:00; the rest when she likes. */
  const flexible = (own: Partial<Offer>, core = 'mo-fr 09:00-11:00'): Offer =>
    course('', {
      timetable: timetable('', { weekly: hours(core).map((slot) => ({ ...slot, core: true })) }),
      ...own,
    });
  /** Five days of 6 hours at the Kita; less twice 20 + 5 minutes to the course: 5 h 10 a day, 25 h 50 a week. */
  const KITA = child('4y', [kita('mo-fr 08:00-14:00')]);

  test('the total hours within the week budget: as if fitting', () => {
    expect(careOf(flexible({ hours: { min: 20, max: 25 } }), [KITA])).toBe('met');
  });

  test('the budget is taken with the way to this offer, to the minute', () => {
    // 8:00-14:10 is 5 h 20 a day with the way, 26 h 40 a week.
    const minutesMore = child('4y', [kita('mo-fr 08:00-14:00; fr 14:00-14:10')]);
    expect(careOf(flexible({ hours: { min: 26, max: 26 } }), [KITA])).toBe('unknown');
    expect(careOf(flexible({ hours: { min: 26, max: 26 } }), [minutesMore])).toBe('met');
  });

  test('above it: incomplete', () => {
    const match = judge(flexible({ hours: { min: 20, max: 30 } }), situation([KITA]));
    expect(match.verdict).toBe('ask');
    expect(criterion(match, 'care')).toMatchObject({ result: 'unknown', facts: { reasons: ['core-hours'] } });
  });

  test('one core slot among others is enough to ask for the hours', () => {
    const some = hours('mo 09:00-11:00; we 09:00-11:00').map((slot, index) => ({
      ...slot,
      core: index === 0,
    }));
    const offer = (max: number): Offer =>
      course('', { timetable: timetable('', { weekly: some }), hours: { min: 20, max } });
    expect([25, 30].map((max) => careOf(offer(max), [KITA]))).toEqual(['met', 'unknown']);
  });

  test('hours not stated: incomplete', () => {
    expect(careOf(flexible({}), [KITA])).toBe('unknown');
  });

  test('it must fit: a gap in the core is a gap', () => {
    const match = judge(flexible({ hours: { min: 10, max: 10 } }, 'mo-fr 07:30-11:00'), situation([KITA]));
    expect(match.gaps).toHaveLength(5);
    expect(criterion(match, 'care').result).not.toBe('met');
  });

  test('no child that needs care: no question', () => {
    expect(careOf(flexible({}), [child('12y', [])])).toBe('not-applicable');
  });
});

describe('self-paced learning: the week budget alone', () => {
  const learning = (hoursPerWeek: number, own: Partial<Offer> = {}): Offer =>
    course('', {
      places: [],
      online: true,
      timetable: timetable('', { selfPaced: { hoursPerWeek } }),
      ...own,
    });
  /** Six hours on five days, ways and handover not taken off: 30 h. */
  const KITA = child('4y', [kita('mo-fr 08:00-14:00')]);

  test('within it: met, without a gap', () => {
    const match = judge(learning(30), situation([KITA]));
    expect(match).toMatchObject({ verdict: 'fits', gapMinutesPerWeek: 0 });
    expect(criterion(match, 'care').result).toBe('met');
  });

  test('above it: unknown', () => {
    expect(careOf(learning(30.1), [KITA])).toBe('unknown');
  });

  test('wherever the course has its place', () => {
    const somewhere = course('', { timetable: timetable('', { selfPaced: { hoursPerWeek: 30 } }) });
    expect(careOf(somewhere, [KITA])).toBe('met');
  });

  test('a child of 10 needs no care while its parent learns at home', () => {
    expect(careOf(learning(40), [child('10y', [])])).toBe('not-applicable');
    expect(careOf(learning(30), [KITA, child('11y', [])])).toBe('met');
    expect(careOf(learning(30), [KITA, child('9y', [])])).not.toBe('met');
  });

  test('all children have to be looked after at once', () => {
    const afternoon = child('2y', [family('mo-fr 12:00-18:00')]);
    expect(careOf(learning(10), [KITA, afternoon])).toBe('met');
    expect(careOf(learning(10.5), [KITA, afternoon])).toBe('unknown');
  });

  test('helpers of every week add to it', () => {
    expect(careOf(learning(32), [KITA], { helpers: [helper('mo 14:00-16:30')] })).toBe('met');
    expect(careOf(learning(32), [KITA], { helpers: [helper('mo 14:00-16:30', 'sometimes')] })).toBe(
      'unknown',
    );
  });

  test('care not stated: asked for', () => {
    expect(criterion(judge(learning(5), situation([child('4y')])), 'care')).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'children.care' }],
    });
  });

  test('beside sessions, both have to hold', () => {
    const blended = (hoursPerWeek: number, times: string): Offer =>
      course('', { timetable: timetable(times, { selfPaced: { hoursPerWeek } }) });
    expect(careOf(blended(10, 'mo 09:00-12:00'), [KITA])).toBe('met');
    expect(careOf(blended(31, 'mo 09:00-12:00'), [KITA])).toBe('unknown');
    expect(careOf(blended(10, 'mo 07:30-12:00'), [KITA])).not.toBe('met');
  });
});
