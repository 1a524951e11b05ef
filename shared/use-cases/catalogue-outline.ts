import type { CatalogueEntry } from '../domain/offer/catalogue.ts';
import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { GuardedOffer } from '../feeds/guards.ts';

/** As much of an entry as an import compares with what a feed gives now; a `CatalogueEntry` says so. */
export type EntryOutline = Omit<CatalogueEntry, 'offer'> & {
  readonly offer: GuardedOffer & { readonly id: OfferId };
};

/** A catalogue without what its offers are like, entries as there; of 100,000 offers it takes some 20 MB. */
export type CatalogueOutline = { readonly feed: FeedId; readonly entries: readonly EntryOutline[] };

/** What makes outlines of entries. Those of offers that serve the same, or end on one day, share those values. */
export function createOutliner(): (entry: CatalogueEntry) => EntryOutline {
  const goalsOf = new Map<string, GuardedOffer['goals']>();
  const endsOn = new Map<GuardedOffer['freshness']['validUntil'], GuardedOffer['freshness']>();
  return ({ version, offer, missingSince }) => {
    const { id, kind } = offer;
    const { validUntil } = offer.freshness;
    const name = offer.goals.join(' ');
    const goals = goalsOf.get(name) ?? offer.goals;
    goalsOf.set(name, goals);
    const freshness = endsOn.get(validUntil) ?? (validUntil === undefined ? {} : { validUntil });
    endsOn.set(validUntil, freshness);
    const outline = { id, kind, goals, freshness };
    return { version, offer: outline, ...(missingSince !== undefined && { missingSince }) };
  };
}
