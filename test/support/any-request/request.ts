import fc from 'fast-check';
import type { MatchingInput } from '../../../shared/domain/matching/matching-input.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { Situation } from '../../../shared/domain/situation/situation.ts';
import { TODAY } from '../family-language.ts';
import { someOffer } from '../some-offer.ts';
import { anyCareOffer } from './childcare.ts';
import { anyChildren } from './children.ts';
import { offerWith } from './offers.ts';
import { REQUEST_REGION } from './places.ts';
import { situationWith } from './situations.ts';
import { rarely } from './stated.ts';
import { anyTimetable } from './timetables.ts';

/** What a request is put together from, where a case wants something of its own. */
export type Parts = {
  readonly situation?: fc.Arbitrary<Situation>;
  readonly offers?: fc.Arbitrary<readonly Offer[]>;
  readonly childcare?: fc.Arbitrary<readonly Offer[]>;
};

/** One offer in four comes from another feed. */
const idAt = (at: number): string => `${at % 4 === 3 ? 'other' : 'feed'}:offer-${String(at)}`;

/** The offer under an id and in the feed of that id. */
export function named(offer: Offer, id: string): Offer {
  const { id: own, freshness } = someOffer(id);
  return { ...offer, id: own, freshness: { ...offer.freshness, feed: freshness.feed } };
}

/** One to `most` offers, some of which say that another one, there or not, describes the same. */
export function offersOf(offer: fc.Arbitrary<Offer>, most = 5): fc.Arbitrary<readonly Offer[]> {
  const withDuplicate = fc.tuple(offer, rarely(fc.integer({ min: 0, max: 5 })));
  return fc.array(withDuplicate, { minLength: 1, maxLength: most }).map((all) =>
    all.map(([each, same], at) => ({
      ...named(each, idAt(at)),
      ...(same !== undefined && same !== at && { duplicateOf: someOffer(idAt(same)).id }),
    })),
  );
}

/** A person, offers and childcare places in the region of requests; levers are not asked for. */
export function requestOf({
  situation = situationWith(anyChildren),
  offers = offersOf(offerWith(anyTimetable)),
  childcare = fc.array(anyCareOffer, { maxLength: 4 }),
}: Parts = {}): fc.Arbitrary<MatchingInput> {
  return fc.tuple(situation, offers, childcare).map(([who, what, places]) => ({
    situation: who,
    offers: [...what, ...places.map((each, at) => named(each, `care:place-${String(at)}`))],
    region: REQUEST_REGION,
    today: TODAY,
    levers: false,
  }));
}

/** Any request: nothing of it is rare enough to be left out, little of it is usual. */
export const anyRequest: fc.Arbitrary<MatchingInput> = requestOf();
