import type { CatalogueEntry, CatalogueId, OfferVersion } from '../domain/offer/catalogue.ts';
import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import { heldInList, holdOffers, type HeldOffers } from './held-offers.ts';

/** Which version of which offer is in a catalogue, and since when it is missing. */
export type ListedEntry = {
  readonly version: OfferVersion;
  readonly offer: { readonly id: OfferId };
  readonly missingSince?: number;
};

/** Entries whose offers are held as bytes; the nth of `offers` is that of the nth of `list`. */
export type HeldEntries = { readonly list: readonly ListedEntry[]; readonly offers: HeldOffers };

/** Entries of a list, which keeps them, as if they were held. */
export function entriesInList(entries: readonly CatalogueEntry[]): HeldEntries {
  return { list: entries, offers: heldInList(entries.map(({ offer }) => offer)) };
}

/** Holds entries as they come, which ascend by id; `held` has all that were added. */
export function holdEntries(): {
  readonly held: HeldEntries;
  readonly add: (entry: CatalogueEntry) => void;
} {
  const list: ListedEntry[] = [];
  const { held, add } = holdOffers();
  return {
    held: { list, offers: held },
    add: ({ version, offer, missingSince }) => {
      list.push({ version, offer: { id: offer.id }, ...(missingSince !== undefined && { missingSince }) });
      add(offer);
    },
  };
}

/**
 * Reads those offers of a catalogue that are listed, held as bytes; `list` ascends by id, as entries do, and names offers
 * that are there. Throws as `readEntries` of the store does.
 */
export async function holdListed(
  catalogues: Pick<CatalogueStore, 'readEntries'>,
  region: RegionId,
  { feed, id }: { readonly feed: FeedId; readonly id: CatalogueId },
  list: readonly ListedEntry[],
): Promise<HeldEntries> {
  const { held, add } = holdOffers();
  if (list.length === 0) return { list, offers: held };
  await catalogues.readEntries(region, feed, id, ({ offer }) => {
    if (offer.id === list[held.count]?.offer.id) add(offer);
  });
  if (held.count < list.length) throw new RangeError('an offer is listed that the catalogue does not have');
  return { list, offers: held };
}
