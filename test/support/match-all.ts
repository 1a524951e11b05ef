import { matchOffers } from '../../shared/domain/matching/match-offers.ts';
import type { Match, MatchResult } from '../../shared/domain/matching/match-result.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { Region } from '../../shared/domain/place/region.ts';
import type { Situation } from '../../shared/domain/situation/situation.ts';
import { region, TODAY } from './family-language.ts';

/** The whole answer to a situation in the usual town. */
export function matchAll(
  offers: readonly Offer[],
  who: Situation,
  own: { readonly where?: Region; readonly today?: typeof TODAY; readonly levers?: boolean } = {},
): MatchResult {
  const { where = region(), today = TODAY, levers = false } = own;
  return matchOffers({ situation: who, offers, region: where, today, levers });
}

/** Ids without the name of the feed, in the order of the answer. */
export function idsOf(matches: readonly Match[]): readonly string[] {
  return matches.map(({ offer }) => offer.id.slice(offer.id.indexOf(':') + 1));
}
