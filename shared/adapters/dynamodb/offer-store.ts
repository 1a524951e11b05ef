import type { OfferStore } from '../../ports/offer-store.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { toOfferItem } from './offer-item.ts';
import { createDynamoOfferReader } from './offer-reader.ts';
import { writeItems } from './write-items.ts';

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
      const items = [...byKey.values()].map(({ version, offer }) => toOfferItem(region, version, offer));
      await writeItems(access, items);
    },
  };
}
