import { toCatalogueOffer } from '../domain/offer/catalogue-changes.ts';
import type { CatalogueEntry, OfferVersion } from '../domain/offer/catalogue.ts';
import type { OfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import type { HeldEntries, ListedEntry } from './held-entries.ts';
import type { HeldOffers } from './held-offers.ts';

/**
 * What is to become current, ascending by offer id. Offers are read anew whenever entries or versions are walked through, so
 * that a large feed is in memory offer by offer.
 */
export type NextCatalogue = {
  readonly list: readonly { readonly version: OfferVersion; readonly offer: { readonly id: OfferId } }[];
  readonly entries: Iterable<CatalogueEntry>;
  /** Offers in full with their versions, those of these ids. */
  readonly versionsOf: (
    ids: ReadonlySet<OfferId>,
  ) => Iterable<{ readonly version: OfferVersion; readonly offer: Offer }>;
};

/** An offer that is held as the `index`th of `from`, and since when it is missed. */
type Row = {
  readonly version: OfferVersion;
  readonly offer: { readonly id: OfferId };
  readonly from: HeldOffers;
  readonly index: number;
  readonly missingSince: number | undefined;
};

/**
 * Puts the offers that a feed has and the entries it no longer has and that still stand in one order. `asSeenBefore`: offers
 * that were missed there stay missed. Throws RangeError when two have the same id.
 */
export function nextCatalogue(
  offers: HeldOffers,
  missing: HeldEntries,
  asSeenBefore: { readonly entries: readonly ListedEntry[] } | undefined,
  hashOffer: (offer: Offer) => OfferVersion,
): NextCatalogue {
  const missed = new Map(asSeenBefore?.entries.map((entry) => [entry.offer.id, entry.missingSince]));
  const rows = missing.list.map(({ version, offer: { id }, missingSince }, index): Row => {
    return { version, offer: { id }, from: missing.offers, index, missingSince };
  });
  for (const [index, id] of offers.ids.entries()) {
    const version = hashOffer(offers.read(index));
    rows.push({ version, offer: { id }, from: offers, index, missingSince: missed.get(id) });
  }
  rows.sort((one, other) => (one.offer.id < other.offer.id ? -1 : 1));
  if (rows.some(({ offer }, at) => offer.id === rows[at + 1]?.offer.id)) {
    throw new RangeError('two offers of a catalogue have the same id');
  }
  return {
    list: rows,
    entries: {
      *[Symbol.iterator]() {
        for (const row of rows) yield entryOf(row);
      },
    },
    versionsOf: (ids) => ({
      *[Symbol.iterator]() {
        for (const { from, index, offer, version } of rows) {
          if (from === offers && ids.has(offer.id)) yield { version, offer: offers.read(index) };
        }
      },
    }),
  };
}

function entryOf({ version, from, index, missingSince }: Row): CatalogueEntry {
  const offer = toCatalogueOffer(from.read(index));
  return { version, offer, ...(missingSince !== undefined && { missingSince }) };
}
