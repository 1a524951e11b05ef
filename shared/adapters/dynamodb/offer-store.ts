import { CatalogueDamaged } from '../../ports/store-failures.ts';
import type { OfferStore } from '../../ports/offer-store.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { offerKey } from './item-keys.ts';
import { fromOfferItem, toOfferItem } from './offer-item.ts';
import { readItem } from './read-items.ts';
import { writeItems } from './write-items.ts';

/** Offer versions in the table, one item each. */
export function createDynamoOfferStore(access: DynamoAccess): OfferStore {
  return {
    async writeVersions(region, versions) {
      // A batch that names a key twice is refused.
      const byKey = new Map(versions.map((entry) => [`${entry.offer.id}#${entry.version}`, entry]));
      const items = [...byKey.values()].map(({ version, offer }) => toOfferItem(region, version, offer));
      await writeItems(access, items);
    },
    async readVersion(region, id, version) {
      const item = await readItem(access, offerKey(region, id, version));
      if (item === undefined) return undefined;
      const offer = fromOfferItem(item);
      if (!offer.ok || offer.value.id !== id) {
        throw new CatalogueDamaged(`an offer is ${offer.ok ? 'filed under another id' : offer.failure}`);
      }
      return offer.value;
    },
  };
}
