import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { FeedId } from '../../offer/offer-id.ts';
import type { Region } from '../../place/region.ts';
import { buildSegment } from './build-segment.ts';
import type { Segment } from './segment.ts';

/** What a match is looked up in: a segment for each feed, ascending by feed. Immutable; holds no offers, only what decides. */
export type MatchIndex = { readonly segments: readonly Segment[] };

/** Puts all current offers of a region into an index. `offers` in any order, ids unique. */
export function buildIndex(offers: readonly CatalogueOffer[], region: Region): MatchIndex {
  const byFeed = new Map<FeedId, CatalogueOffer[]>();
  for (const offer of offers) {
    const { feed } = offer.freshness;
    const known = byFeed.get(feed);
    if (known === undefined) byFeed.set(feed, [offer]);
    else known.push(offer);
  }
  return [...byFeed].reduce<MatchIndex>(
    (index, [feed, ofFeed]) => withSegment(index, buildSegment(feed, ofFeed, region.publicHolidays)),
    { segments: [] },
  );
}

/** The index with the segment of one feed replaced or added; the others stay as they are. */
export function withSegment({ segments }: MatchIndex, segment: Segment): MatchIndex {
  const others = segments.filter(({ feed }) => feed !== segment.feed);
  return { segments: [...others, segment].sort((one, other) => (one.feed < other.feed ? -1 : 1)) };
}
