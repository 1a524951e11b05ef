import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyInput } from '../../../../support/any-family.ts';
import { frameOf } from '../../../../../shared/domain/matching/frame.ts';
import { possibleChanges } from '../../../../../shared/domain/matching/levers/levers.ts';
import { explainOffer, matchOffers } from '../../../../../shared/domain/matching/match-offers.ts';
import type { Change, Match } from '../../../../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../../../../shared/domain/matching/matching-input.ts';
import type { Situation } from '../../../../../shared/domain/situation/situation.ts';

const isFit = ({ verdict }: Match) => verdict === 'fits' || verdict === 'fits-with-care';
const keyOf = ({ offer }: Match) => offer.course ?? offer.id;

function changesOf(input: MatchingInput) {
  return possibleChanges(frameOf(input.situation, input.region, input.today));
}

/** The family after a change that a `nearly` names; `undefined` for those that are not the family's. */
function afterChange(input: MatchingInput, change: Change): Situation | undefined {
  const { situation } = input;
  if (change.kind === 'travel') {
    const maxMinutes = (situation.travel.maxMinutes ?? 45) + change.minutes;
    return { ...situation, travel: { ...situation.travel, maxMinutes } };
  }
  if (change.kind === 'german') return { ...situation, german: change.to };
  const named = JSON.stringify(change);
  return changesOf(input).find((each) => JSON.stringify(each.change) === named)?.situation;
}

/** As few offers as still have something to open. */
const small = anyInput.map((input) => {
  const [first, second] = input.offers.filter(({ kind }) => kind !== 'childcare');
  const places = input.offers.filter(({ kind }) => kind === 'childcare').slice(0, 1);
  return { ...input, offers: [first, second, ...places].filter((offer) => offer !== undefined) };
});

describe('possible changes', () => {
  test('are all different in what they say', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const said = changesOf(input).map(({ change }) => JSON.stringify(change));
        expect(said).toHaveLength(new Set(said).size);
      }),
      { numRuns: 100, seed: 20250324 },
    );
  });
});

describe('levers', () => {
  test('open exactly what matching again finds to fit that did not before', () => {
    fc.assert(
      fc.property(small, (input) => {
        const before = new Set(matchOffers(input).matches.filter(isFit).map(keyOf));
        const expected = changesOf(input)
          .map(({ change, situation }) => {
            const after = matchOffers({ ...input, situation }).matches.filter(isFit);
            return { change, opens: after.filter((match) => !before.has(keyOf(match))).length };
          })
          .filter(({ opens }) => opens > 0)
          .toSorted((one, other) => other.opens - one.opens)
          .slice(0, 5);
        const { levers } = matchOffers({ ...input, levers: true });
        expect(levers?.map(({ change, opens }) => ({ change: change.change, opens }))).toEqual(expected);
      }),
      { numRuns: 4, seed: 20250324 },
    );
  });
});

describe('the change that a nearly names', () => {
  test('leaves nothing unmet', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const match of matchOffers(input).matches.filter(({ verdict }) => verdict === 'nearly')) {
          expect(match.change).toBeDefined();
          const situation = match.change && afterChange(input, match.change.change);
          if (situation === undefined) continue;
          const after = explainOffer({ ...input, situation }, match.offer.id);
          expect(after?.criteria.filter(({ result }) => result === 'unmet')).toEqual([]);
        }
      }),
      { numRuns: 40, seed: 20250324 },
    );
  });

  test('is given for no other verdict', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const match of matchOffers(input).matches) {
          expect(match.change !== undefined).toBe(match.verdict === 'nearly');
        }
      }),
      { numRuns: 20, seed: 20250324 },
    );
  });
});
