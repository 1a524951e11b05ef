import type { RegionId } from '../../domain/place/region.ts';
import type { PartnerKeys, StoredKey } from '../../ports/partner-keys.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { text, texts, VERSION_ATTRIBUTE, whole, type Item } from './item-codec.ts';
import { partnerKeyKey, partnerKeysPartition } from './item-keys.ts';
import { createDynamoPartnerKeyReader, fromKeyItem, PARTNER_KEY_VERSION } from './partner-key-reader.ts';
import { readPartition } from './read-items.ts';
import { writeItem } from './write-items.ts';

/** Keys of partners in the table: `KEYS / <id>`. */
export function createDynamoPartnerKeys(access: DynamoAccess): PartnerKeys {
  return {
    ...createDynamoPartnerKeyReader(access),
    readKeys: async (region) => {
      const items = await readPartition(access, partnerKeysPartition(region));
      return items.flatMap((item) => fromKeyItem(item) ?? []);
    },
    writeKey: (region, key) => writeItem(access, toKeyItem(region, key)),
  };
}

/** The item of a key, as an operator may put it into a table in an account. */
export function toKeyItem(region: RegionId, key: StoredKey): Item {
  const { id, partner, sealed, createdAt, notAfter, revokedAt } = key;
  return {
    ...partnerKeyKey(region, id),
    [VERSION_ATTRIBUTE]: whole(PARTNER_KEY_VERSION),
    name: text(partner.name),
    feed: text(partner.feed),
    scopes: texts(partner.scopes),
    sealed: text(sealed),
    createdAt: whole(createdAt),
    ...(notAfter !== undefined && { notAfter: whole(notAfter) }),
    ...(revokedAt !== undefined && { revokedAt: whole(revokedAt) }),
  };
}
