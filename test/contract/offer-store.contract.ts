import { describe, expect, it } from 'vitest';
import { localDateOf } from '../../shared/domain/time/local-date.ts';
import type { OfferStore } from '../../shared/ports/offer-store.ts';
import { hashOffer } from '../../shared/use-cases/hash-offer.ts';
import { freshRegion, numberedId, numberedOffer, numberedOffers } from '../support/numbered-offers.ts';

function versioned(offers: ReturnType<typeof numberedOffers>) {
  return offers.map((offer) => ({ version: hashOffer(offer), offer }));
}

/** What every OfferStore has to keep; run over each adapter. */
export function offerStoreContract(name: string, open: () => OfferStore): void {
  describe(`${name} as OfferStore`, () => {
    it('gives back every version that was written, in full', async () => {
      const store = open();
      const region = freshRegion();
      const written = versioned(numberedOffers(1, 60));
      await store.writeVersions(region, written);
      for (const { version, offer } of written) {
        expect(await store.readVersion(region, offer.id, version)).toEqual(offer);
      }
    });

    it('keeps earlier versions beside later ones', async () => {
      const store = open();
      const region = freshRegion();
      const [early, late] = versioned([numberedOffer(1, 1), numberedOffer(1, 2)]);
      await store.writeVersions(region, [early!]);
      await store.writeVersions(region, [late!]);
      expect(await store.readVersion(region, numberedId(1), early!.version)).toEqual(early!.offer);
      expect(await store.readVersion(region, numberedId(1), late!.version)).toEqual(late!.offer);
    });

    it('knows no version of another offer or region', async () => {
      const store = open();
      const region = freshRegion();
      const [one] = versioned([numberedOffer(1)]);
      await store.writeVersions(region, [one!]);
      expect(await store.readVersion(region, numberedId(2), one!.version)).toBeUndefined();
      expect(await store.readVersion(freshRegion(), numberedId(1), one!.version)).toBeUndefined();
    });

    it('bears the same version twice, in one call and in two', async () => {
      const store = open();
      const region = freshRegion();
      const [one] = versioned([numberedOffer(1)]);
      await store.writeVersions(region, [one!, one!]);
      await store.writeVersions(region, [one!]);
      expect(await store.readVersion(region, numberedId(1), one!.version)).toEqual(one!.offer);
    });

    it('writes nothing when there is nothing to write', async () => {
      const store = open();
      await expect(store.writeVersions(freshRegion(), [])).resolves.toBeUndefined();
    });

    it('takes an offer seen on another day as the same version', async () => {
      const store = open();
      const region = freshRegion();
      const offer = numberedOffer(1);
      const seenLater = { ...offer, freshness: { ...offer.freshness, checked: localDateOf(2025, 4, 2) } };
      await store.writeVersions(region, versioned([offer]));
      await store.writeVersions(region, versioned([seenLater]));
      const found = await store.readVersion(region, offer.id, hashOffer(offer));
      expect(found && hashOffer(found)).toBe(hashOffer(offer));
    });

    it('does not share what it holds with whoever reads it', async () => {
      const store = open();
      const region = freshRegion();
      const [one] = versioned([numberedOffer(1)]);
      await store.writeVersions(region, [one!]);
      const first = await store.readVersion(region, numberedId(1), one!.version);
      (first!.goals as string[]).push('retraining');
      expect(await store.readVersion(region, numberedId(1), one!.version)).toEqual(numberedOffer(1));
    });
  });
}
