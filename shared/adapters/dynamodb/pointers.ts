import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import type { CataloguePointer } from '../../ports/catalogue-store.ts';
import { answerIfAllowed, type DynamoAccess } from './dynamo-access.ts';
import { fromFeedItem } from './feed-item.ts';
import { whole } from './item-codec.ts';
import { feedKey, feedsPartition } from './item-keys.ts';
import { readPartition } from './read-items.ts';

/** See CatalogueStore.readPointers. */
export async function readPointers(
  access: DynamoAccess,
  region: RegionId,
): Promise<readonly CataloguePointer[]> {
  const items = await readPartition(access, feedsPartition(region));
  const pointers: CataloguePointer[] = [];
  for (const item of items) {
    const state = fromFeedItem(item);
    if (!state.ok) access.log('store-item-skipped', { region, reason: state.failure });
    else if (state.value.current !== undefined) pointers.push(state.value.current.pointer);
  }
  return pointers;
}

/** See CatalogueStore.markSeen. */
export async function markSeen(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  now: number,
): Promise<void> {
  await answerIfAllowed(access, 'UpdateItem', (options) =>
    access.client.send(
      new UpdateItemCommand({
        TableName: access.table,
        Key: feedKey(region, feed),
        UpdateExpression: 'SET #current.#seen = :now',
        ConditionExpression: '#current.#seen < :now AND attribute_not_exists(#current.#rolledBack)',
        ExpressionAttributeNames: {
          '#current': 'current',
          '#seen': 'lastSeenAt',
          '#rolledBack': 'rolledBackFrom',
        },
        ExpressionAttributeValues: { ':now': whole(now) },
      }),
      options,
    ),
  );
}
