import { describe, expect, it } from 'vitest';
import { toCatalogueOffer } from '../../../shared/domain/offer/catalogue-changes.ts';
import type { Catalogue } from '../../../shared/domain/offer/catalogue.ts';
import { createOutliner } from '../../../shared/use-cases/catalogue-outline.ts';
import { entriesInList, holdListed } from '../../../shared/use-cases/held-entries.ts';
import { hashOffer } from '../../../shared/use-cases/hash-offer.ts';
import { FEED, numberedOffers } from '../../support/numbered-offers.ts';
import { memoryStores } from '../../support/stores.ts';

const REGION = 'berlin' as never;
const catalogueOf = (first: number, last: number): Catalogue => ({
  feed: FEED,
  entries: numberedOffers(first, last).map((offer) => ({
    version: hashOffer(offer),
    offer: toCatalogueOffer(offer),
  })),
});
const catalogue = catalogueOf(1, 20);

async function published() {
  const { catalogues } = memoryStores();
  return { catalogues, about: { feed: FEED, id: await catalogues.writeCatalogue(REGION, catalogue) } };
}

describe('entries that are held', () => {
  it('have the offers of those that are listed, in their order', async () => {
    const { catalogues, about } = await published();
    const list = catalogue.entries
      .filter((_, index) => index % 3 === 1)
      .map((entry) => ({ ...createOutliner()(entry), missingSince: 7 }));
    const held = await holdListed(catalogues, REGION, about, list);
    expect(held.list).toBe(list);
    expect([...held.offers]).toEqual(list.map(({ offer: { id } }) => offerOf(id)));
  });

  it('are none where none is listed, without reading anything', async () => {
    const { catalogues, about } = await published();
    const readEntries = () => Promise.reject(new Error('read'));
    const held = await holdListed({ ...catalogues, readEntries }, REGION, about, []);
    expect([...held.offers]).toEqual([]);
  });

  it('are refused where one is listed that the catalogue does not have', async () => {
    const { catalogues, about } = await published();
    const list = catalogueOf(20, 21).entries;
    await expect(holdListed(catalogues, REGION, about, list)).rejects.toThrow(RangeError);
  });

  it('may be those of a list', () => {
    const held = entriesInList(catalogue.entries);
    expect(held.list).toEqual(catalogue.entries);
    expect([...held.offers]).toEqual(catalogue.entries.map(({ offer }) => offer));
  });
});

describe('the outline of an entry', () => {
  it('says version, id, since when it is missed and what the guards look at', () => {
    const outlineOf = createOutliner();
    for (const [index, { version, offer }] of catalogue.entries.entries()) {
      const missing = index % 2 === 0 ? {} : { missingSince: index };
      const validUntil = index % 3 === 0 ? {} : { validUntil: (20_000 + index) as never };
      const own = { ...offer, freshness: { ...offer.freshness, ...validUntil } };
      const { id, kind, goals } = offer;
      expect(outlineOf({ version, offer: own, ...missing })).toEqual({
        version,
        offer: { id, kind, goals, freshness: { validUntil: own.freshness.validUntil } },
        ...missing,
      });
    }
  });
});

function offerOf(id: string) {
  return catalogue.entries.find(({ offer }) => offer.id === id)?.offer;
}
