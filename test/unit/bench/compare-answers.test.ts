import { describe, expect, it } from 'vitest';
import type { Ranking } from '../../../shared/domain/matching/fast/ranking.ts';
import { matchOffers } from '../../../shared/domain/matching/match-offers.ts';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import type { MatchResult } from '../../../shared/domain/matching/match-result.ts';
import { differingParts, differingPlaces } from '../../bench/match/compare-answers.ts';
import { firstPageOf, wholeAnswerOf } from '../../bench/match/fast-matcher.ts';
import {
  groupsBehind,
  groupsByChance,
  groupsOf,
  placesByChance,
  sampleReference,
} from '../../bench/match/sampled-reference.ts';
import { generateOffers } from '../../support/generate-offers.ts';
import { generateFamilies } from '../../support/generate-situations.ts';
import { seededChance } from '../../support/seeded-chance.ts';
import { day } from '../../support/some-offer.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const { region } = SOME_REGION;
const today = day('2025-03-24');
const INPUT: MatchingInput = {
  situation: { ...generateFamilies(region, 1, 4)[0]!, goals: [] },
  offers: generateOffers({ region, today, count: 60, childcare: 12, seed: 2 }),
  region,
  today,
  levers: false,
};
const ANSWER = matchOffers(INPUT);
const [FIRST, SECOND, ...OTHERS] = ANSWER.matches;
const RANKING: Ranking = {
  ...ANSWER,
  total: ANSWER.matches.length,
  slice: (from, to) => ANSWER.matches.slice(from, to),
};

describe('two answers', () => {
  it('are the same when asked again', () => {
    expect(ANSWER.matches.length).toBeGreaterThan(20);
    expect(differingParts(ANSWER, matchOffers(INPUT))).toEqual([]);
  });

  it('differ by the offer whose match is another', () => {
    const changed: MatchResult = { ...ANSWER, matches: [{ ...FIRST!, others: 77 }, SECOND!, ...OTHERS] };
    expect(differingParts(changed, ANSWER)).toEqual([FIRST!.offer.id]);
  });

  it('differ by their order, by a match too many, by counts, and by what only one of them has', () => {
    const swapped = { ...ANSWER, matches: [SECOND!, FIRST!, ...OTHERS] };
    expect(differingParts(swapped, ANSWER)).toEqual(['order']);
    expect(differingParts({ ...ANSWER, matches: [FIRST!, ...OTHERS] }, ANSWER)).toEqual(['order']);
    expect(differingParts({ ...ANSWER, counts: { ...ANSWER.counts, no: 0 } }, ANSWER)).toEqual(['counts']);
    expect(differingParts(ANSWER, { ...ANSWER, levers: [] })).toEqual(['levers']);
  });
});

describe('a ranking', () => {
  it('is the answer when every match is made out', () => {
    const { matches, ...rest } = ANSWER;
    const { matches: found, counts, excluded } = wholeAnswerOf(RANKING);
    expect({ matches: found, counts, excluded }).toEqual({
      matches,
      counts: rest.counts,
      excluded: rest.excluded,
    });
  });

  it('has as first page the best of each verdict but no', () => {
    const best = ANSWER.matches.filter(({ verdict }) => verdict !== 'no');
    const page = (['fits', 'fits-with-care', 'nearly', 'ask'] as const).flatMap((verdict) =>
      best.filter((match) => match.verdict === verdict).slice(0, 20),
    );
    expect(page.length).toBeGreaterThan(5);
    expect(firstPageOf(RANKING).map(({ offer }) => offer.id)).toEqual(page.map(({ offer }) => offer.id));
  });
});

describe('the reference over a sample', () => {
  const groups = groupsOf(INPUT);
  const placed = placesByChance(seededChance(1), RANKING, 25);
  const { matches } = sampleReference(INPUT, groups, groupsBehind(groups, placed));

  it('judges each of its candidates as among all', () => {
    expect(groups.length).toBe(ANSWER.matches.length);
    expect(matches.length).toBe(25);
    expect(differingPlaces(placed, matches)).toEqual([]);
    const some = sampleReference(INPUT, groups, groupsByChance(seededChance(2), groups, 10)).matches;
    const ids = new Set(some.map(({ offer }) => offer.id));
    expect(ANSWER.matches.filter(({ offer }) => ids.has(offer.id))).toEqual(some);
  });

  it('shows a match that is another, one out of order, and one among those of another verdict', () => {
    const [one, other, ...rest] = placed;
    const { id } = one!.match.offer;
    const changed = { ...one!, match: { ...one!.match, others: 77 } };
    expect(differingPlaces([changed, other!, ...rest], matches)).toEqual([id]);
    expect(differingPlaces([other!, one!, ...rest], matches)).toEqual(['order']);
    const misplaced = { ...one!, byCounts: one!.match.verdict === 'no' ? ('ask' as const) : ('no' as const) };
    expect(differingPlaces([misplaced, other!, ...rest], matches)).toEqual([`place of ${id}`]);
  });
});
