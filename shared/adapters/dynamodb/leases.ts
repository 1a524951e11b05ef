import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Lease, WantedLease } from '../../ports/catalogue-store.ts';
import { StoreUnavailable } from '../../ports/store-failures.ts';
import { answerIfAllowed, type DynamoAccess } from './dynamo-access.ts';
import { FEED_VERSION } from './feed-item.ts';
import { text, whole, wholeAttribute } from './item-codec.ts';
import { feedKey } from './item-keys.ts';

const FREE = 'attribute_not_exists(#owner) OR #owner = :owner OR #until <= :now';
const KNOWN = 'attribute_not_exists(#v) OR #v <= :v';

const taken = z.object({ fence: wholeAttribute });

/**
 * See CatalogueStore.takeLease. An owner may take its own lease again, so that an attempt whose answer was lost can be
 * repeated; what a newer release has written counts as held.
 */
export async function takeLease(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
  { owner, now, until, evenIfHeld = false }: WantedLease,
): Promise<Result<Lease, 'held'>> {
  const answer = await answerIfAllowed(access, 'UpdateItem', (options) =>
    access.client.send(
      new UpdateItemCommand({
        TableName: access.table,
        Key: feedKey(region, feed),
        UpdateExpression:
          'SET #v = :v, #owner = :owner, #until = :until, #fence = if_not_exists(#fence, :none) + :one',
        ConditionExpression: evenIfHeld ? KNOWN : `(${FREE}) AND (${KNOWN})`,
        ExpressionAttributeNames: { '#v': 'v', '#owner': 'owner', '#until': 'until', '#fence': 'fence' },
        ExpressionAttributeValues: {
          ':v': whole(FEED_VERSION),
          ':owner': text(owner),
          ':until': whole(until),
          ':none': whole(0),
          ':one': whole(1),
          ...(evenIfHeld ? {} : { ':now': whole(now) }),
        },
        ReturnValues: 'UPDATED_NEW',
      }),
      options,
    ),
  );
  if (!answer.ok) return failed('held');
  const after = taken.safeParse(answer.value.Attributes);
  if (!after.success) throw new StoreUnavailable('UpdateItem: the answer lacks the fence');
  return ok({ feed, owner, until, fence: after.data.fence });
}

/** See CatalogueStore.releaseLease. */
export async function releaseLease(access: DynamoAccess, region: RegionId, lease: Lease): Promise<void> {
  await answerIfAllowed(access, 'UpdateItem', (options) =>
    access.client.send(
      new UpdateItemCommand({
        TableName: access.table,
        Key: feedKey(region, lease.feed),
        UpdateExpression: 'REMOVE #owner, #until',
        ConditionExpression: '#owner = :owner AND #fence = :fence',
        ExpressionAttributeNames: { '#owner': 'owner', '#until': 'until', '#fence': 'fence' },
        ExpressionAttributeValues: { ':owner': text(lease.owner), ':fence': whole(lease.fence) },
      }),
      options,
    ),
  );
}
