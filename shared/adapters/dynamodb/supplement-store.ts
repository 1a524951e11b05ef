import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import { formatSupplement } from '../../domain/offer/supplement-json.ts';
import type { Supplement } from '../../domain/offer/supplement.ts';
import type { RegionId } from '../../domain/place/region.ts';
import type { SupplementStore } from '../../ports/supplement-store.ts';
import { answerOf, type DynamoAccess } from './dynamo-access.ts';
import { text, VERSION_ATTRIBUTE, whole, type Item } from './item-codec.ts';
import { supplementKey } from './item-keys.ts';
import { createDynamoSupplementReader, SUPPLEMENT_VERSION } from './supplement-reader.ts';
import { writeItems } from './write-items.ts';

/** Supplements in the table: `SUP#<feed> / <offer>`. */
export function createDynamoSupplementStore(access: DynamoAccess): SupplementStore {
  return {
    ...createDynamoSupplementReader(access),
    changeSupplements: async (region, feed, { put, remove }) => {
      const last = new Map(put.map((supplement) => [supplement.offer, supplement]));
      for (const offer of remove) {
        if (last.has(offer)) continue;
        const Key = supplementKey(region, feed, offer);
        await answerOf(access, 'DeleteItem', (options) =>
          access.client.send(new DeleteItemCommand({ TableName: access.table, Key }), options),
        );
      }
      await writeItems(
        access,
        [...last.values()].map((supplement) => toItem(region, feed, supplement)),
      );
    },
  };
}

function toItem(region: RegionId, feed: FeedId, { offer, ...supplement }: Supplement): Item {
  return {
    ...supplementKey(region, feed, offer),
    [VERSION_ATTRIBUTE]: whole(SUPPLEMENT_VERSION),
    body: text(canonicalJson(formatSupplement(supplement))),
  };
}
