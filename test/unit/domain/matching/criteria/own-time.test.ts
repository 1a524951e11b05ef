import { describe, expect, test } from 'vitest';
import { busy, course, criterion, judge, situation, timetable } from '../../../../support/family-language.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Situation } from '../../../../../shared/domain/situation/situation.ts';

// The way from home to the course takes 20 minutes.
function ownTime(who: Partial<Situation>, own: Partial<Offer> = {}) {
  return criterion(judge(course('mo,we 09:00-12:00', own), situation([], who)), 'own-time');
}

const WORKS = { work: { hoursPerWeek: 20, saturdays: false } };
const UNKNOWN_TIMES = { timetable: timetable('', { complete: false, missing: ['session-times'] }) };

describe('own time', () => {
  test.each([
    ['mo 12:20-15:00', 'met'],
    ['mo 12:15-15:00', 'unmet'],
    ['mo 06:00-08:40', 'met'],
    ['mo 06:00-08:45', 'unmet'],
    ['tu 06:00-20:00', 'met'],
    ['we 10:00-11:00', 'unmet'],
  ])('is unmet when a session with its way overlaps what is taken: %s', (times, expected) => {
    expect(ownTime({ busy: [busy(times)] }).result).toBe(expected);
  });

  test('counts the night before: what is taken until the morning', () => {
    expect(ownTime({ busy: [busy('su 22:00-08:45')] }).result).toBe('unmet');
    expect(ownTime({ busy: [busy('su 22:00-08:40')] }).result).toBe('met');
  });

  test('has no way to an online session', () => {
    const online = { places: [], online: true };
    expect(ownTime({ busy: [busy('mo 12:00-15:00')] }, online).result).toBe('met');
    expect(ownTime({ busy: [busy('mo 11:55-15:00')] }, online).result).toBe('unmet');
  });

  test('is no near miss', () => {
    const match = judge(course('mo 09:00-12:00'), situation([], { busy: [busy('mo 10:00-11:00')] }));
    expect(match.verdict).toBe('no');
  });

  test('is unknown when taken time varies and does not overlap', () => {
    expect(ownTime({ busy: [busy('tu 10:00-11:00', 'work', true)] }).result).toBe('unknown');
  });

  test('is unknown when one of the taken times varies and another does not', () => {
    const both = [busy('tu 10:00-11:00'), busy('th 10:00-11:00', 'work', true)];
    expect(ownTime({ busy: both }).result).toBe('unknown');
  });

  test('is unmet when taken time overlaps, though it or another varies', () => {
    expect(ownTime({ busy: [busy('mo 10:00-11:00', 'other', true)] }).result).toBe('unmet');
    const both = [busy('tu 10:00-11:00', 'work', true), busy('mo 10:00-11:00')];
    expect(ownTime({ busy: both }).result).toBe('unmet');
  });

  test('is unknown when working hours are stated and not when', () => {
    expect(ownTime(WORKS)).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'busy' }],
    });
  });

  test('is unknown when times or the way are not known, and something is taken', () => {
    const taken = { busy: [busy('tu 10:00-11:00')] };
    expect(ownTime(taken, UNKNOWN_TIMES).result).toBe('unknown');
    expect(ownTime(taken, { places: [] }).result).toBe('unknown');
  });

  test('is unknown when only a part of the times is known', () => {
    const some = timetable('mo 09:00-12:00', { complete: false, missing: ['practical-part'] });
    expect(ownTime({ busy: [busy('tu 10:00-11:00')] }, { timetable: some }).result).toBe('unknown');
    const learning = timetable('', {
      selfPaced: { hoursPerWeek: 5 },
      complete: false,
      missing: ['practical-part'],
    });
    expect(ownTime({ busy: [busy('tu 10:00-11:00')] }, { timetable: learning }).result).toBe('unknown');
  });

  test('is unmet by a session that overlaps, though the way is not known', () => {
    expect(ownTime({ busy: [busy('mo 10:00-11:00')] }, { places: [] }).result).toBe('unmet');
  });

  test('is met by self-paced learning, which is done when there is time', () => {
    const learning = {
      timetable: timetable('', { selfPaced: { hoursPerWeek: 5 } }),
      online: true,
      places: [],
    };
    expect(ownTime({ busy: [busy('mo-fr 08:00-16:00')] }, learning).result).toBe('met');
  });

  test('is not applicable when nothing is taken or nothing was said', () => {
    expect(ownTime({ busy: [] }).result).toBe('not-applicable');
    expect(ownTime({}).result).toBe('not-applicable');
    expect(ownTime({ busy: [] }, UNKNOWN_TIMES).result).toBe('not-applicable');
  });

  test.each(['job', 'apprenticeship'] as const)('of a %s ignores what is taken by work', (kind) => {
    expect(ownTime({ busy: [busy('mo 10:00-11:00', 'work')] }, { kind }).result).toBe('not-applicable');
    expect(ownTime(WORKS, { kind }).result).toBe('not-applicable');
    expect(ownTime({ busy: [busy('mo 10:00-11:00', 'other')] }, { kind }).result).toBe('unmet');
    const varying = [busy('tu 10:00-11:00', 'work', true), busy('tu 10:00-11:00')];
    expect(ownTime({ busy: varying }, { kind }).result).toBe('met');
  });

  test('of a course minds what is taken by work', () => {
    expect(ownTime({ busy: [busy('mo 10:00-11:00', 'work')] }).result).toBe('unmet');
  });
});
