import { expect } from 'vitest';
import { leversOn } from '../../shared/domain/matching/fast/levers/levers-ranking.ts';
import { rankOffers } from '../../shared/domain/matching/fast/ranking.ts';
import { buildIndex } from '../../shared/domain/matching/match-index/build-index.ts';
import { offerIdAt } from '../../shared/domain/matching/match-index/offer-ids.ts';
import { matchOffers } from '../../shared/domain/matching/match-offers.ts';
import type { Match } from '../../shared/domain/matching/match-result.ts';
import type { MatchingInput } from '../../shared/domain/matching/matching-input.ts';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import type { Situation } from '../../shared/domain/situation/situation.ts';
import { asked, child, kita, region } from './family-language.ts';
import { at, CARE_TOWN } from './new-care-town.ts';

/** All matches made out from the index alone: the reference takes childcare offers from the source, where it would fail. */
export function madeOut({ offers, ...rest }: MatchingInput): readonly Match[] {
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const { slice, total } = rankOffers({
    ...rest,
    levers: rest.levers ? leversOn : undefined,
    index: buildIndex(offers, rest.region),
    offers: {
      at: (segment, row) => byId.get(offerIdAt(segment.ids, row))!,
      withCare: () => {
        throw new Error('the reference is asked');
      },
    },
  });
  return slice(0, total);
}

/** The match of the first offer, made out from the index alone; with all others it is held to the reference. */
export function shown(offers: readonly Offer[], who: Situation, where = region({}, CARE_TOWN)): Match {
  const input = asked(who, offers, where);
  const matches = madeOut(input);
  expect(JSON.stringify(matches)).toBe(JSON.stringify(matchOffers(input).matches));
  const match = matches.find(({ offer }) => offer.id === offers[0]?.id);
  if (match === undefined) throw new Error('the offer is a candidate');
  return match;
}

/** A child of four at the Kita of the town until eleven. */
export const UNTIL_ELEVEN = child('50m', [kita('mo-fr 07:30-11:00', { place: at('kita') })]);
