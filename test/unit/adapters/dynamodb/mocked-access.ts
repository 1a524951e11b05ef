import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import type { DynamoAccess } from '../../../../shared/adapters/dynamodb/dynamo-access.ts';
import type { LogFields } from '../../../../shared/ports/event-log.ts';
import type { LogCode } from '../../../../shared/ports/log-catalogue.ts';

/** Access whose client answers as a test says; pauses are noted instead of waited for, chance is always the same. */
export function mockedAccess(chance = 0.5) {
  const client = new DynamoDBClient({ region: 'local' });
  const pauses: number[] = [];
  const logged: (readonly [LogCode, LogFields | undefined])[] = [];
  const access: DynamoAccess = {
    client,
    table: 'vereinbar',
    totalTimeoutMs: 1000,
    chunkBytes: 350 * 1024,
    log: (code, fields) => logged.push([code, fields]),
    chance: () => chance,
    wait: (milliseconds) => {
      pauses.push(milliseconds);
      return Promise.resolve();
    },
  };
  return { access, store: mockClient(client), pauses, logged };
}

/** A failure as the SDK throws it, with a message that quotes content. */
export function sdkFailure(name: string): Error {
  return Object.assign(new Error('Kita bis 14:30, 44145'), { name });
}
