import { currentOffers } from '../domain/matching/candidates.ts';
import type { OfferSource } from '../domain/matching/fast/ranking.ts';
import { offerIdAt } from '../domain/matching/match-index/offer-ids.ts';
import type { CatalogueEntry, CatalogueOffer } from '../domain/offer/catalogue.ts';
import type { OfferId } from '../domain/offer/offer-id.ts';
import type { LocalDate } from '../domain/time/local-date.ts';

/** What can be had on a day: every such offer once, and those of childcare among them. */
export type OffersOfDay = {
  readonly current: ReadonlySet<CatalogueOffer>;
  readonly childcare: readonly CatalogueOffer[];
};

/** Finds what can be had on a day, once for the day asked last: all requests of a day share it. */
export function offersOfDay(offers: readonly CatalogueOffer[]): (today: LocalDate) => OffersOfDay {
  let last: (OffersOfDay & { readonly today: LocalDate }) | undefined;
  return (today) => {
    if (last?.today === today) return last;
    const current = currentOffers(offers, today);
    const childcare = current.filter(({ kind }) => kind === 'childcare');
    return (last = { today, current: new Set(current), childcare });
  };
}

/** The offers in memory as a match asks for them: by their row in the index, which holds no other. */
export function offerSource(
  offers: {
    readonly byId: ReadonlyMap<OfferId, CatalogueEntry>;
    readonly onDay: (today: LocalDate) => OffersOfDay;
  },
  today: LocalDate,
): OfferSource {
  return {
    at: ({ ids }, row) => {
      const entry = offers.byId.get(offerIdAt(ids, row));
      if (entry === undefined) throw new Error('a row of the index has no offer in memory');
      return entry.offer;
    },
    withCare: () => offers.onDay(today).childcare,
  };
}
