import { BatchWriteItemCommand, PutItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { StoreUnavailable } from '../../ports/store-failures.ts';
import { answerOf, type DynamoAccess } from './dynamo-access.ts';
import type { Item } from './item-codec.ts';
import type { ItemKey } from './item-keys.ts';
import { assertStorable } from './item-size.ts';

const ITEMS_PER_BATCH = 25;
const MOST_ROUNDS = 8;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 3200;

/** Writes one item over whatever has its key. */
export async function writeItem(access: DynamoAccess, item: Item): Promise<void> {
  assertStorable(item);
  await answerOf(access, 'PutItem', (options) =>
    access.client.send(new PutItemCommand({ TableName: access.table, Item: item }), options),
  );
}

/** Writes many items with distinct keys; resolves when all are stored, and after a failure some may be. */
export async function writeItems(access: DynamoAccess, items: readonly Item[]): Promise<void> {
  await writeAll(
    access,
    items.map((item) => ({ PutRequest: { Item: assertStorable(item) } })),
  );
}

/** Deletes many items with distinct keys; resolves when all are gone, and after a failure some may be. */
export async function deleteItems(access: DynamoAccess, keys: readonly ItemKey[]): Promise<void> {
  await writeAll(
    access,
    keys.map((key) => ({ DeleteRequest: { Key: key } })),
  );
}

async function writeAll(access: DynamoAccess, requests: readonly WriteRequest[]): Promise<void> {
  for (let start = 0; start < requests.length; start += ITEMS_PER_BATCH) {
    await writeBatch(access, requests.slice(start, start + ITEMS_PER_BATCH));
  }
}

/**
 * The service may take some of a batch and hand the rest back, which the SDK calls a success: the rest is sent again
 * after a pause of random length up to a bound that doubles (full jitter), eight rounds in all.
 */
async function writeBatch(access: DynamoAccess, batch: readonly WriteRequest[]): Promise<void> {
  let open = [...batch];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round > 0) {
      const bound = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (round - 1));
      await access.wait(access.chance() * bound);
    }
    const sent = open;
    const answer = await answerOf(access, 'BatchWriteItem', (options) =>
      access.client.send(new BatchWriteItemCommand({ RequestItems: { [access.table]: sent } }), options),
    );
    open = answer.UnprocessedItems?.[access.table] ?? [];
    if (open.length === 0) return;
  }
  throw new StoreUnavailable('BatchWriteItem: items stayed unprocessed');
}
