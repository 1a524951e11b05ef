import { describe, expect, test } from 'vitest';
import { course, criterion, judge, situation } from '../../../../support/family-language.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Work } from '../../../../../shared/domain/situation/situation.ts';

function matchOf(work: Partial<Work> | undefined, own: Partial<Offer> = {}) {
  const job = course('mo-fr 08:00-13:00', {
    kind: 'job',
    goals: ['return-to-work'],
    hours: { min: 20, max: 25 },
    ...own,
  });
  const who = work === undefined ? {} : { work: { saturdays: false, ...work } };
  return judge(job, situation([], who));
}

const hours = (...args: Parameters<typeof matchOf>) => criterion(matchOf(...args), 'hours');
const growth = (toHours: number, certainty: 'stated' | 'read-from-text' = 'stated') => ({
  growth: { toHours, certainty },
});

describe('hours of a job', () => {
  test.each([
    [16, 'unknown'],
    [17, 'met'],
    [20, 'met'],
    [25, 'met'],
    [28, 'met'],
    [29, 'unmet'],
  ])('are met by a wish within 3 hours of 20 to 25: %i', (wantedHoursPerWeek, expected) => {
    expect(hours({ wantedHoursPerWeek }).result).toBe(expected);
  });

  test.each([
    [33, 'met'],
    [34, 'unmet'],
  ])('that are stated to grow to 30 reach that far: %i', (wantedHoursPerWeek, expected) => {
    expect(hours({ wantedHoursPerWeek }, growth(30)).result).toBe(expected);
  });

  test('do not reach as far as a growth that was only read from a text', () => {
    expect(hours({ wantedHoursPerWeek: 33 }, growth(30, 'read-from-text')).result).toBe('unmet');
  });

  test.each([
    [undefined, 'hours'],
    [24, 'hours'],
    [25, undefined],
    [26, undefined],
  ])('below the wish are near if they are more than the present %s', (present, nearMiss) => {
    const work = {
      wantedHoursPerWeek: 39,
      ...(present === undefined ? {} : { hoursPerWeek: present }),
    };
    expect(hours(work).result).toBe('unmet');
    expect(hours(work).nearMiss).toBe(nearMiss);
  });

  test('below the wish are near by the hours they can grow to', () => {
    expect(hours({ wantedHoursPerWeek: 39, hoursPerWeek: 28 }, growth(30)).nearMiss).toBe('hours');
    expect(hours({ wantedHoursPerWeek: 39, hoursPerWeek: 30 }, growth(30)).nearMiss).toBeUndefined();
  });

  test('above the wish are unknown: the provider is asked about part time', () => {
    expect(hours({ wantedHoursPerWeek: 10 })).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'provider', code: 'part-time' }],
    });
  });

  test('that are not stated are unknown', () => {
    const { hours: _hours, ...job } = course('mo-fr 08:00-13:00', { kind: 'job' });
    const who = situation([], { work: { wantedHoursPerWeek: 20, saturdays: false }, busy: [] });
    expect(criterion(judge(job, who), 'hours').result).toBe('unknown');
  });

  test('are not applicable without a wish', () => {
    expect(hours(undefined).result).toBe('not-applicable');
    expect(hours({ hoursPerWeek: 20 }).result).toBe('not-applicable');
  });

  test.each(['course', 'apprenticeship'] as const)('are not applicable to a %s', (kind) => {
    expect(hours({ wantedHoursPerWeek: 39 }, { kind }).result).toBe('not-applicable');
  });
});
