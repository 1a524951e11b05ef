import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInput } from '../../../support/any-family.ts';
import { criterion } from '../../../support/family-language.ts';
import { anyMoreHours, keepsPlaces, withMoreHours } from '../../../support/more-hours.ts';
import { matchOffers } from '../../../../shared/domain/matching/match-offers.ts';
import type { Match } from '../../../../shared/domain/matching/match-result.ts';
import type { CareKind } from '../../../../shared/domain/offer/terms.ts';

/** Better care has a lower rank; a near miss and an unknown are two ways of being nearly there. */
function careRank(match: Match): number {
  const { result, nearMiss } = criterion(match, 'care');
  switch (result) {
    case 'met':
    case 'not-applicable':
      return 0;
    case 'met-with-place':
      return 1;
    case 'unknown':
      return 2;
    case 'unmet':
      return nearMiss === undefined ? 3 : 2;
  }
}

/** Booked in classes: with more hours the next class is another one. */
const inClasses = (kind: CareKind) => kind === 'kita' || kind === 'childminder';

/** Each match before and after more hours of one entry, where no child is at another place by that. */
const beforeAndAfter = fc.tuple(anyInput, anyMoreHours).map(([input, more]) => {
  const longer = withMoreHours(input, more);
  if (longer === undefined || !keepsPlaces(input, longer.input)) return [];
  const after = matchOffers(longer.input).matches;
  return matchOffers(input).matches.flatMap((match) => {
    const same = after.find(({ offer }) => offer.id === match.offer.id);
    return same === undefined ? [] : [{ before: match, after: same, kind: longer.entry.kind }];
  });
});

describe('more hours on an existing entry with the same place', () => {
  test('never take away a fit', () => {
    let fits = 0;
    fc.assert(
      fc.property(beforeAndAfter, (pairs) => {
        const fitting = pairs.filter(({ before }) => before.verdict === 'fits');
        fits += fitting.length;
        expect(fitting.map(({ after }) => after.verdict)).toEqual(fitting.map(() => 'fits'));
      }),
      { numRuns: 120, seed: 20250324 },
    );
    expect(fits).toBeGreaterThan(10);
  });

  test('never make care worse', () => {
    fc.assert(
      fc.property(beforeAndAfter, (pairs) => {
        for (const { before, after, kind } of pairs) {
          if (inClasses(kind) || before.variant !== after.variant) continue;
          expect(careRank(after)).toBeLessThanOrEqual(careRank(before));
        }
      }),
      { numRuns: 40, seed: 20250324 },
    );
  });
});
