import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Offer } from '../../domain/offer/offer.ts';
import type { OfferStore } from '../../ports/offer-store.ts';

/** Offer versions in the memory of this process, gone with it. */
export function createMemoryOfferStore(): OfferStore {
  const versions = new Map<string, Offer>();
  return {
    writeVersions(region, written) {
      for (const { version, offer } of written) {
        versions.set(canonicalJson([region, offer.id, version]), structuredClone(offer));
      }
      return Promise.resolve();
    },
    readVersion(region, id, version) {
      return Promise.resolve(structuredClone(versions.get(canonicalJson([region, id, version]))));
    },
  };
}
