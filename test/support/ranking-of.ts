import type { Ranking, RankingInput } from '../../shared/domain/matching/fast/ranking.ts';
import { offerIdsOf } from '../../shared/domain/matching/match-index/offer-ids.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { MatchResult } from '../../shared/domain/matching/match-result.ts';

/** A matcher over offers where one over an index is asked for: the reference, or one that stands in for it. */
export type MatchFunction = (input: MatchingInput) => MatchResult;

/** Ranks by matching the offers of the index as a whole, in the order of the index. */
export function rankingOf(match: MatchFunction): (input: RankingInput) => Ranking {
  return ({ index, offers: source, ...asked }) => {
    const offers = index.segments.flatMap((segment) =>
      offerIdsOf(segment.ids).map((_, row) => source.at(segment, row)),
    );
    const { matches, ...rest } = match({ ...asked, levers: asked.levers !== undefined, offers });
    return { ...rest, total: matches.length, slice: (from, to) => matches.slice(from, to) };
  };
}
