import { GetItemCommand, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { answerOf, type DynamoAccess } from './dynamo-access.ts';
import type { Item } from './item-codec.ts';
import type { ItemKey } from './item-keys.ts';

/** One item as it is now, `undefined` when there is none. */
export async function readItem(access: DynamoAccess, key: ItemKey): Promise<Item | undefined> {
  const answer = await answerOf(access, 'GetItem', (options) =>
    access.client.send(
      new GetItemCommand({ TableName: access.table, Key: key, ConsistentRead: true }),
      options,
    ),
  );
  return answer.Item;
}

/** All items of a partition, or those whose sort keys lie between two, both included; ascending by sort key. */
export async function readPartition(
  access: DynamoAccess,
  pk: ItemKey['pk'],
  between?: { readonly from: ItemKey['sk']; readonly to: ItemKey['sk'] },
): Promise<readonly Item[]> {
  const query = { TableName: access.table, ConsistentRead: true, ...conditionOf(pk, between) };
  const items: Item[] = [];
  let next: Item | undefined;
  do {
    const page = next === undefined ? query : { ...query, ExclusiveStartKey: next };
    const answer = await answerOf(access, 'Query', (options) =>
      access.client.send(new QueryCommand(page), options),
    );
    items.push(...(answer.Items ?? []));
    next = answer.LastEvaluatedKey;
  } while (next !== undefined);
  return items;
}

/** The last `limit` items of a partition, descending by sort key. */
export async function readLatest(
  access: DynamoAccess,
  pk: ItemKey['pk'],
  limit: number,
): Promise<readonly Item[]> {
  const query = { TableName: access.table, ConsistentRead: true, ScanIndexForward: false };
  const items: Item[] = [];
  let next: Item | undefined;
  do {
    const page = { ...query, ...conditionOf(pk, undefined), Limit: limit - items.length };
    const answer = await answerOf(access, 'Query', (options) =>
      access.client.send(
        new QueryCommand(next === undefined ? page : { ...page, ExclusiveStartKey: next }),
        options,
      ),
    );
    items.push(...(answer.Items ?? []));
    next = answer.LastEvaluatedKey;
  } while (next !== undefined && items.length < limit);
  return items;
}

function conditionOf(
  pk: ItemKey['pk'],
  between: { readonly from: ItemKey['sk']; readonly to: ItemKey['sk'] } | undefined,
): Partial<QueryCommandInput> {
  if (between === undefined) {
    return {
      KeyConditionExpression: '#pk = :pk',
      ExpressionAttributeNames: { '#pk': 'pk' },
      ExpressionAttributeValues: { ':pk': pk },
    };
  }
  return {
    KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
    ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
    ExpressionAttributeValues: { ':pk': pk, ':from': between.from, ':to': between.to },
  };
}
