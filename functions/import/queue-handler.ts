import type * as z from 'zod';
import type { EventLog } from '../../shared/ports/event-log.ts';
import { queueEvent } from './queue-event.ts';

/** The messages that the queue shall give again. */
export type QueueResult = { readonly batchItemFailures: readonly { readonly itemIdentifier: string }[] };

/** Works off the messages of a queue; never throws, so that one bad message takes no good one with it. */
export type QueueHandler = (event: unknown) => Promise<QueueResult>;

/** What is done with one order; `false` has the queue give it again. `messageId` stays the same then. */
export type QueueWork<Order> = (order: Order, messageId: string) => Promise<boolean>;

/** Gives each message to `work`, one after another. What is no order, or throws, goes back and ends among the dead letters. */
export function createQueueHandler<Schema extends z.ZodType>(
  deps: { readonly log: EventLog; readonly order: Schema },
  work: QueueWork<z.output<Schema>>,
): QueueHandler {
  const isDone = async (body: string, messageId: string): Promise<boolean> => {
    const order = deps.order.safeParse(parseJson(body));
    if (!order.success) {
      deps.log('queue-message-failed', { reason: 'not-an-order' });
      return false;
    }
    return work(order.data, messageId).catch((error: unknown) => {
      deps.log('queue-message-failed', { error: error instanceof Error ? error.name : 'unknown' });
      return false;
    });
  };
  return async (event) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const { messageId, body } of queueEvent.parse(event).Records) {
      if (!(await isDone(body, messageId))) batchItemFailures.push({ itemIdentifier: messageId });
    }
    return { batchItemFailures };
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
