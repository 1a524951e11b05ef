import type { SQSClient } from '@aws-sdk/client-sqs';
import type { FetchQueue } from '../../ports/fetch-queue.ts';
import { sendOrder } from './import-queue.ts';

/** Orders fetches by messages `{ "feed" }`, of changes alone with `"part": "changes"` and the instant `since`. */
export function createFetchQueue(deps: {
  readonly client: SQSClient;
  readonly queueUrl: string;
}): FetchQueue {
  return (order) => sendOrder(deps, order, 'queue of fetches');
}
