import type { OfferStore } from '../../ports/offer-store.ts';
import type { DynamoAccess } from './dynamo-access.ts';
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
      // A batch that names a key twice is refused.
      const byKey = new Map(versions.map((entry) => [`${entry.offer.id}#${entry.version}`, entry]));
      const entries = [...byKey.values()];
      // As items, a large feed would be in memory a second time.
      for (let start = 0; start < entries.length; start += ITEMS_AT_ONCE) {
        const some = entries.slice(start, start + ITEMS_AT_ONCE);
        await writeItems(
          access,
          some.map(({ version, offer }) => toOfferItem(region, version, offer)),
        );
      }
    },
  };
}
