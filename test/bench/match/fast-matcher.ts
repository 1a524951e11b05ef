import { leversOn } from '../../../shared/domain/matching/fast/levers/levers-ranking.ts';
import { rankOffers, type OfferSource, type Ranking } from '../../../shared/domain/matching/fast/ranking.ts';
import { VERDICTS, type Match, type MatchResult } from '../../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import { readIndex, writeIndex } from '../../../shared/domain/matching/match-index/index-file.ts';
import { buildIndex } from '../../../shared/domain/matching/match-index/build-index.ts';
import type { MatchIndex } from '../../../shared/domain/matching/match-index/match-index.ts';
import { offerIdsOf } from '../../../shared/domain/matching/match-index/offer-ids.ts';
import type { Segment } from '../../../shared/domain/matching/match-index/segment.ts';
import type { CatalogueOffer } from '../../../shared/domain/offer/catalogue.ts';
import type { Region } from '../../../shared/domain/place/region.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { createIndexScan } from '../shared-part/index-scan.ts';
import type { SharedPartEngine } from '../shared-part/shared-part-engine.ts';

/** What the benchmarks ask of the fast matcher. What is absent is not measured. */
export type FastMatcher = {
  readonly build: (offers: readonly CatalogueOffer[], region: Region) => MatchIndex;
  /** Ranks by an index of `input.offers`; matches are made out when asked for. */
  readonly rank: (index: MatchIndex, source: OfferSource, input: MatchingInput) => Ranking;
  /** The part of a match that other engines can be asked for, over the rows of the index. */
  readonly sharedPart: (index: MatchIndex, region: Region, today: LocalDate) => SharedPartEngine;
  readonly write?: (index: MatchIndex) => Uint8Array;
  /** Throws where the bytes are refused. */
  readonly read?: (bytes: Uint8Array) => MatchIndex;
};

/** The fast matcher as it is now. */
export const FAST_MATCHER: FastMatcher = {
  build: buildIndex,
  rank: (index, offers, { situation, region, today, levers }) =>
    rankOffers({ index, offers, situation, region, today, levers: levers ? leversOn : undefined }),
  sharedPart: createIndexScan,
  write: writeIndex,
  read: (bytes) => {
    const read = readIndex(bytes);
    if (!read.ok) throw new Error(`the bytes of the index are refused: ${read.failure}`);
    return read.value;
  },
};

/** How many matches of each verdict the first page of an answer has; the usual number of the API. */
const PAGE_PER_VERDICT = 20;

/** The matches of a first page, made out with their facts and proposals: up to 20 of each verdict but `no`. */
export function firstPageOf({ counts, slice }: Ranking): readonly Match[] {
  let from = 0;
  return VERDICTS.filter((verdict) => verdict !== 'no').flatMap((verdict) => {
    const begin = from;
    from += counts[verdict];
    return slice(begin, Math.min(begin + PAGE_PER_VERDICT, from));
  });
}

/** The whole answer, every match made out. */
export function wholeAnswerOf({ total, slice, ...rest }: Ranking): MatchResult {
  return { ...rest, matches: slice(0, total) };
}

/** Offers in memory beside an index of them. */
export function sourceOf(index: MatchIndex, offers: readonly CatalogueOffer[]): OfferSource {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const rows = new Map<Segment, readonly CatalogueOffer[]>(
    index.segments.map((segment) => [segment, offerIdsOf(segment.ids).map((id) => byId.get(id)!)]),
  );
  const childcare = offers.filter(({ kind }) => kind === 'childcare');
  return { at: (segment, offer) => rows.get(segment)![offer]!, withCare: () => childcare };
}
