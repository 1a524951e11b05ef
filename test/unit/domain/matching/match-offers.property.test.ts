import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANY_REGION, anyInput, anySituation } from '../../../support/any-family.ts';
import { matchOffers } from '../../../../shared/domain/matching/match-offers.ts';
import type { Match, MatchResult } from '../../../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../../../shared/domain/matching/matching-input.ts';
import { withAnyOrder } from '../../../support/reordered.ts';

/** The same families every time: chance looks for news on its own time, not while somebody waits for another change. */
const RUNS = { numRuns: 20, seed: 20250324 };

const isFit = ({ verdict }: Match) => verdict === 'fits' || verdict === 'fits-with-care';
const bytes = (value: MatchResult | readonly Match[]) => JSON.stringify(value);

/** A match without what names a child by its index, which a new order changes. */
function withoutIndexes(match: Match) {
  const { gaps, care, change, heeds, ...rest } = match;
  return {
    ...rest,
    gaps: gaps.map(({ child: _child, ...gap }) => JSON.stringify(gap)).sort(),
    care: care.map(({ proposals }) => JSON.stringify(proposals)).sort(),
    changes: change?.change.kind,
    heeds: heeds.map(({ id }) => id),
  };
}

describe('whoever is matched', () => {
  test('asking again gives the same bytes', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const copy = { ...input, ...structuredClone({ situation: input.situation, offers: input.offers }) };
        expect(bytes(matchOffers(copy))).toBe(bytes(matchOffers(input)));
      }),
      RUNS,
    );
  });

  test('the order of offers changes nothing', () => {
    const shuffled = anyInput.chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray([...input.offers], { minLength: input.offers.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([input, offers]) => {
        expect(bytes(matchOffers({ ...input, offers }))).toBe(bytes(matchOffers(input)));
      }),
      RUNS,
    );
  });

  test('the order of children changes nothing but indexes', () => {
    const permuted = withAnyOrder(anyInput);
    fc.assert(
      fc.property(permuted, ([asked, other]) => {
        const before = matchOffers(asked);
        const after = matchOffers(other);
        expect(after.matches.map(withoutIndexes)).toEqual(before.matches.map(withoutIndexes));
        expect([after.counts, after.excluded, after.nextQuestion]).toEqual([
          before.counts,
          before.excluded,
          before.nextQuestion,
        ]);
      }),
      RUNS,
    );
  });

  test('removing an offer that is not childcare changes no other', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(5), (input, which) => {
        const others = input.offers.filter(({ kind }) => kind !== 'childcare');
        const removed = others[which % others.length]!;
        const offers = input.offers.filter((offer) => offer !== removed);
        const isOther = ({ offer }: Match) =>
          offer.id !== removed.id && (removed.course === undefined || offer.course !== removed.course);
        const before = matchOffers(input).matches.filter(isOther);
        expect(bytes(matchOffers({ ...input, offers }).matches.filter(isOther))).toBe(bytes(before));
      }),
      RUNS,
    );
  });

  test('a longer travel limit never removes a fit', () => {
    fc.assert(
      fc.property(anyInput, fc.integer({ min: 5, max: 60 }), (input, more) => {
        const { situation } = input;
        const maxMinutes = (situation.travel.maxMinutes ?? 45) + more;
        const longer = { ...situation, travel: { ...situation.travel, maxMinutes } };
        const after = matchOffers({ ...input, situation: longer }).matches.filter(isFit);
        const before = matchOffers(input).matches.filter(isFit);
        const keyOf = ({ offer }: Match) => offer.course ?? offer.id;
        expect(after.map(keyOf)).toEqual(expect.arrayContaining(before.map(keyOf)));
      }),
      RUNS,
    );
  });
});

describe('an answer', () => {
  test('counts every candidate once, and names why each no is one', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { matches, counts, excluded } = matchOffers(input);
        expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(matches.length);
        expect(excluded.reduce((sum, { count }) => sum + count, 0)).toBe(counts.no);
        const standFor = matches.reduce((sum, { others }) => sum + 1 + others, 0);
        expect(standFor).toBeGreaterThanOrEqual(matches.length);
      }),
      RUNS,
    );
  });

  test('gives each verdict by what is unmet and unknown', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const match of matchOffers(input).matches) expect(match.verdict).toBe(verdictByTable(match));
      }),
      RUNS,
    );
  });

  test('does not depend on anything kept between two requests', () => {
    fc.assert(
      fc.property(anyInput, anySituation, (input, other) => {
        const alone = bytes(matchOffers(input));
        matchOffers({ ...input, situation: other, region: ANY_REGION } satisfies MatchingInput);
        expect(bytes(matchOffers(input))).toBe(alone);
      }),
      RUNS,
    );
  });
});

/** Section 6, from the results alone. */
function verdictByTable({ criteria, heeds }: Match): Match['verdict'] {
  const unmet = criteria.filter(({ result }) => result === 'unmet');
  const unknown = criteria.filter(({ result }) => result === 'unknown');
  const holidays = heeds.find(({ id }) => id === 'holidays')?.facts['count'] ?? 0;
  const isHoliday = Number(holidays) > 10;
  if (unmet.length === 1 && unmet[0]?.nearMiss !== undefined) return 'nearly';
  if (unmet.length > 0) return 'no';
  if (unknown.length > 0) return 'ask';
  if (isHoliday) return 'nearly';
  return criteria.some(({ result }) => result === 'met-with-place') ? 'fits-with-care' : 'fits';
}
