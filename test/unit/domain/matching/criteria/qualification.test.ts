import { describe, expect, test } from 'vitest';
import { course, criterion, judge, situation } from '../../../../support/family-language.ts';
import type { OfferNeeds } from '../../../../../shared/domain/offer/offer.ts';
import type { Degree, Schooling } from '../../../../../shared/domain/offer/terms.ts';

type Own = { readonly schooling?: Schooling; readonly degree?: Degree };

function qualification(needs: OfferNeeds, own: Own) {
  return criterion(judge(course('mo 09:00-12:00', { needs }), situation([], own)), 'qualification');
}

const EITHER = { schooling: 'abitur', degree: 'vocational', schoolingOrDegree: true } as const;
const BOTH = { schooling: 'mittlere-reife', degree: 'vocational' } as const;

describe('qualification', () => {
  test('is not applicable where nothing is stated, whatever the person has', () => {
    expect(qualification({}, { schooling: 'none', degree: 'none' }).result).toBe('not-applicable');
    expect(qualification({}, {}).result).toBe('not-applicable');
  });

  test.each([
    ['none', 'unmet'],
    ['hauptschule', 'unmet'],
    ['mittlere-reife', 'met'],
    ['abitur', 'met'],
  ] as const)('needs the stated schooling or more: %s', (schooling, expected) => {
    expect(qualification({ schooling: 'mittlere-reife' }, { schooling }).result).toBe(expected);
  });

  test.each([
    ['none', 'vocational', 'unmet'],
    ['vocational', 'vocational', 'met'],
    ['academic', 'vocational', 'met'],
    ['vocational', 'academic', 'unmet'],
  ] as const)('needs the stated degree or more: %s for %s', (degree, needed, expected) => {
    expect(qualification({ degree: needed }, { degree }).result).toBe(expected);
  });

  test('is unknown when the own schooling was not given, and asks for it', () => {
    expect(qualification({ schooling: 'hauptschule' }, { degree: 'academic' })).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'schooling' }],
    });
  });

  test('is unknown when the own degree was not given, and asks for it', () => {
    expect(qualification({ degree: 'vocational' }, { schooling: 'abitur' })).toMatchObject({
      result: 'unknown',
      questions: [{ of: 'person', field: 'degree' }],
    });
  });

  test('is unknown when one from abroad stands against a German one, which recognition settles', () => {
    const asksRecognition = { result: 'unknown', questions: [{ of: 'provider', code: 'recognition' }] };
    expect(qualification({ schooling: 'hauptschule' }, { schooling: 'foreign' })).toMatchObject(
      asksRecognition,
    );
    expect(qualification({ degree: 'vocational' }, { degree: 'foreign' })).toMatchObject(asksRecognition);
  });

  test.each([
    ['mittlere-reife', 'vocational', 'met'],
    ['hauptschule', 'vocational', 'unmet'],
    ['mittlere-reife', 'none', 'unmet'],
    ['hauptschule', 'foreign', 'unmet'],
    ['abitur', 'foreign', 'unknown'],
  ] as const)('needs both where both are stated: %s and %s', (schooling, degree, expected) => {
    expect(qualification(BOTH, { schooling, degree }).result).toBe(expected);
  });

  test.each([
    ['abitur', 'none', 'met'],
    ['none', 'vocational', 'met'],
    ['none', 'none', 'unmet'],
    ['none', 'foreign', 'unknown'],
    ['foreign', 'vocational', 'met'],
  ] as const)('needs one of the two where the feed says or: %s or %s', (schooling, degree, expected) => {
    expect(qualification(EITHER, { schooling, degree }).result).toBe(expected);
  });

  test('names what is stated, and whether one of the two is enough', () => {
    expect(qualification(BOTH, {}).facts).toEqual(BOTH);
    const either = { schooling: 'abitur', degree: 'vocational', either: true };
    expect(qualification(EITHER, {}).facts).toEqual(either);
    expect(qualification({ degree: 'academic' }, {}).facts).toEqual({ degree: 'academic' });
  });

  test('is settled by the one that is given where the feed says or', () => {
    expect(qualification(EITHER, { degree: 'vocational' }).result).toBe('met');
    expect(qualification(EITHER, { degree: 'none' }).result).toBe('unknown');
  });

  test('is unmet by the one that is given where both are needed', () => {
    expect(qualification(BOTH, { degree: 'none' }).result).toBe('unmet');
  });
});
