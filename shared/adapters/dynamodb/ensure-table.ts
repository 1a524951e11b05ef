import { CreateTableCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { StoreUnavailable } from '../../ports/store-failures.ts';
import type { DynamoAccess } from './dynamo-access.ts';

const LONGEST_WAIT_SECONDS = 10;

/** Makes the table of a local store unless it is there. In an account the table belongs to the stack, never to the code. */
export async function ensureTable(access: DynamoAccess): Promise<void> {
  try {
    await createUnlessThere(access);
    await waitUntilTableExists(
      { client: access.client, maxWaitTime: LONGEST_WAIT_SECONDS, minDelay: 0.02, maxDelay: 1 },
      { TableName: access.table },
    );
  } catch (cause) {
    throw new StoreUnavailable('the table could not be made', { cause });
  }
}

async function createUnlessThere(access: DynamoAccess): Promise<void> {
  const command = new CreateTableCommand({
    TableName: access.table,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [
      { AttributeName: 'pk', AttributeType: 'S' },
      { AttributeName: 'sk', AttributeType: 'S' },
    ],
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
  });
  try {
    await access.client.send(command, { abortSignal: AbortSignal.timeout(access.totalTimeoutMs) });
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'ResourceInUseException') throw cause;
  }
}
