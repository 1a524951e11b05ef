import type { OfferStore } from '../../ports/offer-store.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import type { Item } from './item-codec.ts';
import { toOfferItem } from './offer-item.ts';
import { createDynamoOfferReader } from './offer-reader.ts';
import { writeItems } from './write-items.ts';

/** A whole number of batches. */
const ITEMS_AT_ONCE = 500;

/** Offer versions in the table, one item each. */
export function createDynamoOfferStore(access: DynamoAccess): OfferStore {
  return { ...createDynamoOfferReader(access), ...createDynamoOfferWriter(access) };
}

/** What an import needs of the offers: BatchWriteItem alone. */
export function createDynamoOfferWriter(access: DynamoAccess): Pick<OfferStore, 'writeVersions'> {
  return {
    async writeVersions(region, versions) {
      // A batch that names a key twice is refused. As items, a large feed would be in memory as a whole.
      const items = new Map<string, Item>();
      for (const { version, offer } of versions) {
        items.set(`${offer.id}#${version}`, toOfferItem(region, version, offer));
        if (items.size < ITEMS_AT_ONCE) continue;
        await writeItems(access, [...items.values()]);
        items.clear();
      }
      await writeItems(access, [...items.values()]);
    },
  };
}
