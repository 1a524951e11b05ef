import { describe, expect, test } from 'vitest';
import { course, criterion, judge, situation } from '../../../../support/family-language.ts';
import type { CriterionId } from '../../../../../shared/domain/matching/match-result.ts';
import type { Offer } from '../../../../../shared/domain/offer/offer.ts';
import type { Situation } from '../../../../../shared/domain/situation/situation.ts';

function check(id: CriterionId, offer: Partial<Offer>, who: Partial<Situation> = {}) {
  return criterion(judge(course('mo 09:00-12:00', offer), situation([], who)), id);
}

function heeds(offer: Partial<Offer>) {
  return judge(course('mo 09:00-12:00', offer), situation()).heeds.map(({ id }) => id);
}

describe('age', () => {
  const limits = { needs: { ageYears: { from: 18, to: 25 } } };

  test.each([
    [17, 'unmet'],
    [18, 'met'],
    [25, 'met'],
    [26, 'unmet'],
  ])('is met within the stated limits, both included: %i', (age, expected) => {
    expect(check('age', limits, { age }).result).toBe(expected);
  });

  test('is held against the one limit that is stated', () => {
    expect(check('age', { needs: { ageYears: { from: 18 } } }, { age: 99 }).result).toBe('met');
    expect(check('age', { needs: { ageYears: { from: 18 } } }, { age: 17 }).result).toBe('unmet');
    expect(check('age', { needs: { ageYears: { to: 25 } } }, { age: 0 }).result).toBe('met');
    expect(check('age', { needs: { ageYears: { to: 25 } } }, { age: 26 }).result).toBe('unmet');
  });

  test('names the limits that are stated', () => {
    expect(check('age', limits, { age: 18 }).facts).toEqual({ from: 18, to: 25 });
    expect(check('age', { needs: { ageYears: { to: 25 } } }, { age: 18 }).facts).toEqual({ to: 25 });
  });

  test('is unknown when the own age was not given, and asks for it', () => {
    expect(check('age', limits)).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'age' }],
    });
  });

  test('is not applicable where no limit is stated', () => {
    expect(check('age', {}).result).toBe('not-applicable');
    expect(check('age', { needs: { ageYears: {} } }).result).toBe('not-applicable');
  });
});

describe('seats', () => {
  test.each([
    [{ seats: { free: 0 } }, 'unmet'],
    [{ seats: { free: 1 } }, 'met'],
    [{ seats: { total: 12 } }, 'not-applicable'],
    [{}, 'not-applicable'],
  ])('are as stated: %j', (offer, expected) => {
    expect(check('seats', offer).result).toBe(expected);
  });

  test('that are all taken are no near miss', () => {
    expect(judge(course('mo 09:00-12:00', { seats: { free: 0 } }), situation()).verdict).toBe('no');
  });
});

describe('cost', () => {
  test.each([
    [{ free: true }, 'met'],
    [{ cents: 0 }, 'met'],
    [{ cents: 15_000 }, 'met'],
    [{ cents: 15_001 }, 'unknown'],
  ])('is met when free or at most 150 euro: %j', (cost, expected) => {
    expect(check('cost', { cost }).result).toBe(expected);
  });

  test.each([
    [0, 1, 'unknown'],
    [0, 0, 'met'],
    [20_000, 20_000, 'met'],
    [20_000, 20_001, 'unknown'],
  ])('is held against the own budget of %i cents: %i', (budgetCents, cents, expected) => {
    expect(check('cost', { cost: { cents } }, { budgetCents }).result).toBe(expected);
  });

  test('above the budget names the funding the offer takes', () => {
    expect(check('cost', { cost: { cents: 99_000 }, funding: ['bildungsgutschein'] })).toMatchObject({
      result: 'unknown',
      facts: { funding: ['bildungsgutschein'] },
      questions: [{ of: 'provider' }],
    });
  });

  test('not stated is not applicable, and something to heed', () => {
    for (const offer of [{}, { cost: {} }, { cost: { text: 'auf Anfrage' } }, { cost: { free: false } }]) {
      expect(check('cost', offer).result).toBe('not-applicable');
      expect(heeds(offer)).toContain('cost-not-stated');
    }
  });

  test('that is stated is nothing to heed', () => {
    expect(heeds({ cost: { free: true } })).not.toContain('cost-not-stated');
    expect(heeds({ cost: { cents: 99_000 } })).not.toContain('cost-not-stated');
  });
});
