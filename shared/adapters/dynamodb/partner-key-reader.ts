import * as z from 'zod';
import { parseFeedId } from '../../domain/offer/offer-id.ts';
import { isPartnerScope } from '../../domain/partner/partner.ts';
import type { PartnerKeys, StoredKey } from '../../ports/partner-keys.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import {
  itemDecoder,
  parsedText,
  textAttribute,
  textsAttribute,
  wholeAttribute,
  type Item,
} from './item-codec.ts';
import { partnerKeyKey } from './item-keys.ts';
import { readItem } from './read-items.ts';

/** The form in which keys are written. */
export const PARTNER_KEY_VERSION = 1;

const decode = itemDecoder({
  version: PARTNER_KEY_VERSION,
  schema: z.object({
    sk: textAttribute,
    name: textAttribute,
    feed: parsedText(parseFeedId),
    scopes: textsAttribute,
    sealed: textAttribute,
    createdAt: wholeAttribute,
    notAfter: wholeAttribute.optional(),
    revokedAt: wholeAttribute.optional(),
  }),
  upcasters: {},
});

/** Keys in the table, for those who only look one up: GetItem alone. */
export function createDynamoPartnerKeyReader(access: DynamoAccess): Pick<PartnerKeys, 'readKey'> {
  return {
    readKey: async (region, id) => {
      const item = await readItem(access, partnerKeyKey(region, id));
      return item && fromKeyItem(item);
    },
  };
}

/** A key from its item; scopes that this release does not know give no right. */
export function fromKeyItem(item: Item): StoredKey | undefined {
  const stored = decode(item);
  if (!stored.ok) return undefined;
  const { sk: id, name, feed, scopes, sealed, createdAt, notAfter, revokedAt } = stored.value;
  return {
    id,
    partner: { name, feed, scopes: scopes.filter(isPartnerScope) },
    sealed,
    createdAt,
    ...(notAfter !== undefined && { notAfter }),
    ...(revokedAt !== undefined && { revokedAt }),
  };
}
