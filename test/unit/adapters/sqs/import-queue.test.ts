import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, it } from 'vitest';
import { createImportQueue } from '../../../../shared/adapters/sqs/import-queue.ts';
import { importOrder } from '../../../../functions/import/queue-event.ts';
import { StoreUnavailable } from '../../../../shared/ports/store-failures.ts';
import { FEED } from '../../../support/numbered-offers.ts';

const sqs = mockClient(SQSClient);
beforeEach(() => {
  sqs.reset();
});
const staged = { feed: FEED, sha256: 'ab'.repeat(32) };
const queue = createImportQueue({ client: new SQSClient({}), queueUrl: 'https://queue.example/imports' });

it('an order is written so that the function which imports understands it', async () => {
  sqs.on(SendMessageCommand).resolves({});
  await queue(staged);
  const { QueueUrl: url, MessageBody: body } = sqs.commandCalls(SendMessageCommand)[0]!.args[0].input;
  expect(url).toBe('https://queue.example/imports');
  expect(importOrder.parse(JSON.parse(body!))).toEqual(staged);
});

it('an order nobody takes is an outage', async () => {
  sqs.rejects(Object.assign(new Error('no'), { name: 'QueueDoesNotExist' }));
  await expect(queue(staged)).rejects.toThrow(new StoreUnavailable('queue of imports: QueueDoesNotExist'));
});
