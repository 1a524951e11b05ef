import { describe, expect, test } from 'vitest';
import { child, course, criterion, judge, kita, situation } from '../../../../support/family-language.ts';
import type { Audience } from '../../../../../shared/domain/offer/terms.ts';
import type { Situation } from '../../../../../shared/domain/situation/situation.ts';

function matchFor(audiences: readonly Audience[] | undefined, answers: Situation['audiences'], children = 0) {
  const family = Array.from({ length: children }, () => child('4y', [kita('mo-fr 07:00-17:00')]));
  const needs = audiences === undefined ? {} : { audiences };
  return judge(course('mo 09:00-12:00', { needs }), situation(family, { audiences: answers }));
}

const resultOf = (match: ReturnType<typeof matchFor>) => criterion(match, 'audience').result;
const hasLabel = (match: ReturnType<typeof matchFor>) =>
  match.heeds.some(({ id }) => id === 'audience-label');

describe('audience', () => {
  test('is not applicable and no heed where no group is stated', () => {
    for (const audiences of [undefined, []]) {
      const match = matchFor(audiences, { women: false });
      expect(resultOf(match)).toBe('not-applicable');
      expect(hasLabel(match)).toBe(false);
    }
  });

  test('is met by any yes', () => {
    const match = matchFor(['women', 'migrants'], { women: false, migrants: true });
    expect(resultOf(match)).toBe('met');
    expect(hasLabel(match)).toBe(false);
  });

  test('is met by a yes though another group was not answered', () => {
    expect(resultOf(matchFor(['women', 'migrants'], { women: true }))).toBe('met');
  });

  test('is unmet when all are no', () => {
    const match = matchFor(['women', 'migrants'], { women: false, migrants: false });
    expect(resultOf(match)).toBe('unmet');
    expect(match.verdict).toBe('no');
  });

  test.each([[{}], [{ women: false }]])(
    'is else not applicable, and the label of the offer is to be heeded: %j',
    (answers) => {
      const match = matchFor(['women', 'migrants'], answers);
      expect(resultOf(match)).toBe('not-applicable');
      expect(match.heeds).toContainEqual({
        id: 'audience-label',
        facts: { groups: ['women', 'migrants'] },
      });
      expect(match.verdict).toBe('fits');
    },
  );

  test('derives from children that somebody is a parent', () => {
    expect(resultOf(matchFor(['parents'], {}, 1))).toBe('met');
    expect(resultOf(matchFor(['parents'], {}, 0))).toBe('not-applicable');
  });

  test('derives nothing else: neither single parents nor the young or the employed', () => {
    for (const group of ['single-parents', 'under-25', 'employees', 'jobcenter-customers'] as const) {
      const who = situation([child('4y', [kita('mo-fr 07:00-17:00')])], {
        age: 20,
        work: { hoursPerWeek: 20, saturdays: false },
        busy: [],
        support: ['grundsicherung'],
      });
      const match = judge(course('mo 09:00-12:00', { needs: { audiences: [group] } }), who);
      expect(resultOf(match)).toBe('not-applicable');
      expect(hasLabel(match)).toBe(true);
    }
  });

  test('believes an answer rather than what could be derived, and heeds the label then', () => {
    expect(resultOf(matchFor(['parents'], { parents: false }, 1))).toBe('unmet');
    const match = matchFor(['parents', 'migrants'], { parents: false }, 1);
    expect(resultOf(match)).toBe('not-applicable');
    expect(hasLabel(match)).toBe(true);
  });
});
