import type { CatalogueOffer } from '../../offer/catalogue.ts';
import type { FeedId } from '../../offer/offer-id.ts';
import type { Region } from '../../place/region.ts';
import { buildSegment } from './build-segment.ts';
import { withSegment, type MatchIndex } from './match-index.ts';

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
