import type { OfferStore } from '../../ports/offer-store.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { offerKey } from './item-keys.ts';
import { fromOfferItem } from './offer-item.ts';
import { readItem } from './read-items.ts';

/** What answering needs of the offers: GetItem alone. */
export function createDynamoOfferReader(access: DynamoAccess): Pick<OfferStore, 'readVersion'> {
  return {
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
