import { describe, expect, it } from 'vitest';
import { parseFeedId, parseOfferId } from '../../shared/domain/offer/offer-id.ts';
import type { Supplement } from '../../shared/domain/offer/supplement.ts';
import type { SupplementStore } from '../../shared/ports/supplement-store.ts';
import { FEED, freshRegion } from '../support/numbered-offers.ts';
import { day } from '../support/some-offer.ts';

const offerId = (own: string) => parseOfferId(`${FEED}:${own}`)!;
const supplement = (own: string, facts: Supplement['facts']): Supplement => ({
  offer: offerId(own),
  on: day('2026-11-22'),
  textState: 'ab12',
  facts,
});

const FULL = supplement('a', {
  times: { weekly: [{ days: [0, 2], from: 510, to: 750 }], missing: ['practical-part'] },
  childcare: {
    hours: [{ days: [0], from: 480, to: 780 }],
    during: false,
    ages: { fromMonths: 12, toMonths: 71 },
    free: 3,
    costCents: 250,
  },
  german: 'A2',
  absence: 'Bei Krankheit des Kindes wird nachgeholt.',
});

/** What every SupplementStore has to keep; run over each adapter. */
export function supplementStoreContract(name: string, open: () => SupplementStore): void {
  describe(`${name} as SupplementStore`, () => {
    it('gives back every fact as it was written, ascending by offer', async () => {
      const [store, region] = [open(), freshRegion()];
      const none = supplement('b', { childcare: 'none' });
      await store.changeSupplements(region, FEED, { put: [none, FULL], remove: [] });
      expect(await store.readSupplements(region, FEED)).toEqual([FULL, none]);
    });

    it('replaces what it has of an offer, and takes away what is named', async () => {
      const [store, region] = [open(), freshRegion()];
      await store.changeSupplements(region, FEED, {
        put: [FULL, supplement('b', { german: 'B1' })],
        remove: [],
      });
      const later = supplement('a', { german: 'B2' });
      await store.changeSupplements(region, FEED, { put: [later], remove: [offerId('b'), offerId('c')] });
      expect(await store.readSupplements(region, FEED)).toEqual([later]);
    });

    it('keeps feeds apart, and has nothing of one it never heard of', async () => {
      const [store, region] = [open(), freshRegion()];
      await store.changeSupplements(region, FEED, { put: [FULL], remove: [] });
      expect(await store.readSupplements(region, parseFeedId('other-feed')!)).toEqual([]);
      expect(await store.readSupplements(freshRegion(), FEED)).toEqual([]);
    });

    it('takes more than one batch', async () => {
      const [store, region] = [open(), freshRegion()];
      const put = Array.from({ length: 60 }, (_, index) => supplement(String(100 + index), { german: 'A1' }));
      await store.changeSupplements(region, FEED, { put, remove: [] });
      expect(await store.readSupplements(region, FEED)).toEqual(put);
    });
  });
}
