import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import type { PartnerQuota } from '../../ports/partner-quota.ts';
import { StoreUnavailable } from '../../ports/store-failures.ts';
import { answerOf, type DynamoAccess } from './dynamo-access.ts';
import { VERSION_ATTRIBUTE, whole, wholeAttribute } from './item-codec.ts';
import { partnerQuotaKey } from './item-keys.ts';

const QUOTA_VERSION = 1;
/** Long enough to look back at; the table takes old ones away by itself, sooner or later. */
const KEPT_SECONDS = 48 * 3600;

const counted = z.object({ used: wholeAttribute });

/** Counts in the table: `QUO#<feed> / <start of the window>`, one atomic addition a request. */
export function createDynamoPartnerQuota(access: DynamoAccess): PartnerQuota {
  return {
    countRequest: async (region, feed, startedAt) => {
      const answer = await answerOf(access, 'UpdateItem', (options) =>
        access.client.send(
          new UpdateItemCommand({
            TableName: access.table,
            Key: partnerQuotaKey(region, feed, startedAt),
            UpdateExpression: 'SET #v = :v, #expiresAt = :expiresAt ADD #used :one',
            ExpressionAttributeNames: { '#v': VERSION_ATTRIBUTE, '#expiresAt': 'expiresAt', '#used': 'used' },
            ExpressionAttributeValues: {
              ':v': whole(QUOTA_VERSION),
              ':expiresAt': whole(Math.floor(startedAt / 1000) + KEPT_SECONDS),
              ':one': whole(1),
            },
            ReturnValues: 'UPDATED_NEW',
          }),
          options,
        ),
      );
      const after = counted.safeParse(answer.Attributes);
      if (!after.success) throw new StoreUnavailable('UpdateItem: the answer lacks the count');
      return after.data.used;
    },
  };
}
