import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { ImportQueue } from '../../ports/import-queue.ts';
import { StoreUnavailable } from '../../ports/store-failures.ts';

const LIMITS = { connectionTimeoutMs: 1000, attemptTimeoutMs: 3000, totalTimeoutMs: 10_000, maxAttempts: 3 };

/** The one place in which a client of queues is made; its own defaults would wait for ever. */
export function createSqsClient(): SQSClient {
  return new SQSClient({
    maxAttempts: LIMITS.maxAttempts,
    requestHandler: {
      connectionTimeout: LIMITS.connectionTimeoutMs,
      requestTimeout: LIMITS.attemptTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
}

/** Orders imports by messages `{ "feed", "sha256" }`, of an occupancy file with `"part": "occupancy"`, of what a partner sent with `"sent"`. */
export function createImportQueue(deps: {
  readonly client: SQSClient;
  readonly queueUrl: string;
}): ImportQueue {
  return ({ feed, sha256, part, sent }) =>
    sendOrder(deps, { feed, sha256, ...(part && { part }), ...(sent && { sent }) }, 'queue of imports');
}

/** Puts an order into a queue as JSON. Throws StoreUnavailable, which names the queue as `called`. */
export async function sendOrder(
  deps: { readonly client: SQSClient; readonly queueUrl: string },
  order: object,
  called: string,
): Promise<void> {
  const command = new SendMessageCommand({ QueueUrl: deps.queueUrl, MessageBody: JSON.stringify(order) });
  try {
    await deps.client.send(command, { abortSignal: AbortSignal.timeout(LIMITS.totalTimeoutMs) });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.name : 'unknown failure';
    throw new StoreUnavailable(`${called}: ${reason}`, { cause });
  }
}
