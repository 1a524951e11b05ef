import type { OfferId } from '../../domain/offer/offer-id.ts';
import type { Supplement } from '../../domain/offer/supplement.ts';
import type { SupplementStore } from '../../ports/supplement-store.ts';

/** Supplements in the memory of this process, gone with it. */
export function createMemorySupplementStore(): SupplementStore {
  const feeds = new Map<string, Map<OfferId, Supplement>>();
  return {
    readSupplements: (region, feed) => {
      const kept = feeds.get(`${region}#${feed}`);
      const sorted = [...(kept?.values() ?? [])].sort((one, other) => (one.offer < other.offer ? -1 : 1));
      return Promise.resolve(sorted);
    },
    changeSupplements: (region, feed, { put, remove }) => {
      const kept = feeds.get(`${region}#${feed}`) ?? new Map<OfferId, Supplement>();
      for (const offer of remove) kept.delete(offer);
      for (const supplement of put) kept.set(supplement.offer, structuredClone(supplement));
      feeds.set(`${region}#${feed}`, kept);
      return Promise.resolve();
    },
  };
}
