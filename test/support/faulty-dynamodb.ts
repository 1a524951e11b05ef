import type { BatchWriteItemCommandInput } from '@aws-sdk/client-dynamodb';
import type { DynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { createDynamoClient } from '../../shared/adapters/dynamodb/dynamo-client.ts';

const WRITES = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand']);

/** Where a process dies at a write: before it reaches the store, half way through a batch, or before its answer is read. */
export const DEATHS = ['before', 'half-way', 'after'] as const;
export type Death = (typeof DEATHS)[number];

/**
 * Access to the same table by a process that dies at its `at`-th write (from 1) and does nothing any more from then on.
 * `hasDied` tells whether it came that far.
 */
export function dyingAccess(
  endpoint: string,
  access: DynamoAccess,
  { at, death }: { readonly at: number; readonly death: Death },
): { readonly access: DynamoAccess; readonly hasDied: () => boolean } {
  const client = createDynamoClient({ path: 'import', endpoint });
  let writes = 0;
  let hasDied = false;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (hasDied) throw new Error('the process is dead');
      if (!WRITES.has(context.commandName ?? '')) return await next(args);
      writes += 1;
      if (writes < at) return await next(args);
      hasDied = true;
      if (death === 'after') await next(args);
      if (death === 'half-way' && context.commandName === 'BatchWriteItemCommand') {
        await next({ ...args, input: firstHalf(args.input as BatchWriteItemCommandInput) });
      }
      throw new Error('the process dies');
    },
    { step: 'initialize', name: 'dyingProcess' },
  );
  return { access: { ...access, client }, hasDied: () => hasDied };
}

function firstHalf(input: BatchWriteItemCommandInput): BatchWriteItemCommandInput {
  const halves = Object.entries(input.RequestItems ?? {}).map(([table, requests]) => [
    table,
    requests.slice(0, Math.ceil(requests.length / 2)),
  ]);
  return { ...input, RequestItems: Object.fromEntries(halves) as BatchWriteItemCommandInput['RequestItems'] };
}
