import { describe, expect, test } from 'vitest';
import { course, criterion, judge, region, situation } from '../../../../support/family-language.ts';
import type { GermanLevel } from '../../../../../shared/domain/offer/german-level.ts';
import type { GermanTaught, Offer } from '../../../../../shared/domain/offer/offer.ts';

function german(own: GermanLevel | undefined, offer: Partial<Offer>) {
  const who = situation([], own === undefined ? {} : { german: own });
  return criterion(judge(course('mo 09:00-12:00', offer), who, region({ usualGermanGate: 'B2' })), 'german');
}

const asks = (level: GermanLevel) => ({ needs: { german: level } });
const teaches = (taught: GermanTaught) => ({ teaches: { german: taught } });
const degree = { leadsTo: 'degree' } as const;

describe('german, where the offer states what it requires', () => {
  test.each([
    ['B1', 'unmet'],
    ['B2', 'met'],
    ['C1', 'met'],
    ['native', 'met'],
  ] as const)('is met when the level is at least B2: %s', (own, expected) => {
    expect(german(own, asks('B2')).result).toBe(expected);
  });

  test('is unknown when the own level was not given, and asks for it', () => {
    expect(german(undefined, asks('A1'))).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'german' }],
    });
  });

  test('holds also for offers that lead to a degree, instead of the usual gate', () => {
    expect(german('B1', { ...degree, ...asks('B1') }).result).toBe('met');
  });

  test('is a near miss by one level, and none by two', () => {
    expect(german('B1', asks('B2')).nearMiss).toBe('german');
    expect(german('A2', asks('B2')).nearMiss).toBeUndefined();
  });
});

describe('german, where nothing is stated', () => {
  test.each([
    ['B1', 'unknown'],
    ['B2', 'not-applicable'],
    ['C1', 'not-applicable'],
  ] as const)('of an offer leading to a degree is unknown below the usual gate: %s', (own, expected) => {
    expect(german(own, degree).result).toBe(expected);
  });

  test('of an offer leading to a degree is unknown when the own level was not given', () => {
    expect(german(undefined, degree)).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'german' }],
    });
  });

  test.each([{}, { leadsTo: 'certificate' }] as const)('is not applicable to others: %j', (offer) => {
    expect(german(undefined, offer).result).toBe('not-applicable');
    expect(german('none', offer).result).toBe('not-applicable');
  });
});

describe('german of a language course', () => {
  test.each([
    ['A2', 'unmet'],
    ['B1', 'met'],
    ['B2', 'met'],
    ['C1', 'unmet'],
    ['native', 'unmet'],
  ] as const)('from B1 to C1 is met for who has B1 and not yet C1: %s', (own, expected) => {
    expect(german(own, teaches({ from: 'B1', to: 'C1' })).result).toBe(expected);
  });

  test.each([
    ['A1', 'unmet'],
    ['A2', 'met'],
    ['B1', 'unmet'],
  ] as const)('to B1 needs one level below by default: %s', (own, expected) => {
    expect(german(own, teaches({ to: 'B1' })).result).toBe(expected);
  });

  test('is too easy from the level it teaches on, which is no near miss', () => {
    const result = german('B1', teaches({ to: 'B1' }));
    expect(result.facts).toMatchObject({ reason: 'too-easy' });
    expect(result.nearMiss).toBeUndefined();
  });

  test('is a near miss one level below its begin, and none two below', () => {
    expect(german('A1', teaches({ to: 'B1' })).nearMiss).toBe('german');
    expect(german('none', teaches({ to: 'B1' })).nearMiss).toBeUndefined();
  });

  test('is not applicable where it is not said to which level it leads', () => {
    expect(german('none', teaches({})).result).toBe('not-applicable');
    expect(german('none', teaches({ from: 'B1' })).result).toBe('not-applicable');
  });

  test('is unknown when the own level was not given', () => {
    expect(german(undefined, teaches({ to: 'B1' })).result).toBe('unknown');
  });

  test('is unmet below a level it requires beside what it teaches', () => {
    expect(german('A1', { ...teaches({ from: 'A1', to: 'B1' }), ...asks('A2') }).result).toBe('unmet');
    expect(german('A1', { ...teaches({ to: 'A2' }), ...asks('A2') }).result).toBe('unmet');
  });
});
