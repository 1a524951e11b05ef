import { createFetchQueue } from '../../shared/adapters/sqs/fetch-queue.ts';
import { createSqsClient } from '../../shared/adapters/sqs/import-queue.ts';
import type { FetchQueue } from '../../shared/ports/fetch-queue.ts';

/** Orders fetches. It lies apart because one order a day needs it. */
export function createFetchOrders(queueUrl: string): FetchQueue {
  return createFetchQueue({ client: createSqsClient(), queueUrl });
}
