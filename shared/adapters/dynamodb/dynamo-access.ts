import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { EventLog } from '../../ports/event-log.ts';
import { StoreUnavailable } from '../../ports/store-failures.ts';
import { createDynamoClient, TIME_LIMITS, type StorePath } from './dynamo-client.ts';

/** All that the adapter needs of the world: the table, time limits, chance (0 to below 1) and a way to wait. */
export type DynamoAccess = {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Longest time of one call with all its attempts. */
  readonly totalTimeoutMs: number;
  /** Stored content is cut into pieces of this size; below the 400 KB of an item. */
  readonly chunkBytes: number;
  readonly log: EventLog;
  readonly chance: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** What a deployment decides; `endpoint` only for a store without accounts. */
export type DynamoSettings = {
  readonly path: StorePath;
  readonly table: string;
  readonly endpoint?: string;
  readonly log: EventLog;
};

/** Access to a table with the time limits of the path. */
export function createDynamoAccess(settings: DynamoSettings): DynamoAccess {
  return {
    client: createDynamoClient(settings),
    table: settings.table,
    totalTimeoutMs: TIME_LIMITS[settings.path].totalTimeoutMs,
    chunkBytes: 350 * 1024,
    log: settings.log,
    chance: Math.random,
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

type Call<Output> = (options: { readonly abortSignal: AbortSignal }) => Promise<Output>;

/** Sends one command within the total time; every failure becomes StoreUnavailable, whose message names no content. */
export async function answerOf<Output>(
  access: DynamoAccess,
  operation: string,
  call: Call<Output>,
): Promise<Output> {
  try {
    return await call({ abortSignal: AbortSignal.timeout(access.totalTimeoutMs) });
  } catch (cause) {
    throw unavailable(operation, cause);
  }
}

/** The same for a conditional write, whose failed condition is an outcome. */
export async function answerIfAllowed<Output>(
  access: DynamoAccess,
  operation: string,
  call: Call<Output>,
): Promise<Result<Output, 'condition-failed'>> {
  try {
    return ok(await call({ abortSignal: AbortSignal.timeout(access.totalTimeoutMs) }));
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'ConditionalCheckFailedException') {
      return failed('condition-failed');
    }
    throw unavailable(operation, cause);
  }
}

function unavailable(operation: string, cause: unknown): StoreUnavailable {
  const reason = cause instanceof Error ? cause.name : 'unknown failure';
  return new StoreUnavailable(`${operation}: ${reason}`, { cause });
}
