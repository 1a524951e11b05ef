import * as z from 'zod';
import { parseOfferId } from '../../domain/offer/offer-id.ts';
import { supplementJson } from '../../domain/offer/supplement-json.ts';
import type { Supplement } from '../../domain/offer/supplement.ts';
import type { SupplementStore } from '../../ports/supplement-store.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import { itemDecoder, parsedText, textAttribute, type Item } from './item-codec.ts';
import { supplementsPartition } from './item-keys.ts';
import { readPartition } from './read-items.ts';

/** The form in which supplements are written. */
export const SUPPLEMENT_VERSION = 1;
const decode = itemDecoder({
  version: SUPPLEMENT_VERSION,
  schema: z.object({ sk: parsedText(parseOfferId), body: textAttribute }),
  upcasters: {},
});

/** Supplements in the table, for those who only read them. */
export function createDynamoSupplementReader(access: DynamoAccess): Pick<SupplementStore, 'readSupplements'> {
  return {
    readSupplements: async (region, feed) => {
      const items = await readPartition(access, supplementsPartition(region, feed));
      return items.flatMap((item) => {
        const supplement = fromItem(item);
        if (supplement === undefined) access.log('store-item-skipped', { region, reason: 'malformed' });
        return supplement ?? [];
      });
    },
  };
}

function fromItem(item: Item): Supplement | undefined {
  const stored = decode(item);
  if (!stored.ok) return undefined;
  const body = supplementJson.safeParse(jsonOf(stored.value.body));
  return body.success ? { offer: stored.value.sk, ...body.data } : undefined;
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
