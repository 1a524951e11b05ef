import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/**
 * How long one call may take and how often it is tried. The SDK's own defaults never give up on a store that accepts a
 * connection and stays silent. Somebody waits on the request path: it fails while an answer still makes sense. An
 * import has time to sit out a throttled minute.
 */
export const TIME_LIMITS = {
  request: { connectionTimeoutMs: 300, attemptTimeoutMs: 1000, totalTimeoutMs: 1800, maxAttempts: 2 },
  import: { connectionTimeoutMs: 1000, attemptTimeoutMs: 5000, totalTimeoutMs: 30_000, maxAttempts: 8 },
} as const;

/** The path a client is used on. */
export type StorePath = keyof typeof TIME_LIMITS;

/** The one place in which a client of the store is made. `endpoint` is a store without accounts, such as the embedded one. */
export function createDynamoClient(settings: {
  readonly path: StorePath;
  readonly endpoint?: string;
}): DynamoDBClient {
  const limits = TIME_LIMITS[settings.path];
  return new DynamoDBClient({
    maxAttempts: limits.maxAttempts,
    requestHandler: {
      connectionTimeout: limits.connectionTimeoutMs,
      requestTimeout: limits.attemptTimeoutMs,
      throwOnRequestTimeout: true,
    },
    ...(settings.endpoint === undefined ? {} : withoutAccount(settings.endpoint)),
  });
}

function withoutAccount(endpoint: string) {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { endpoint, region: 'local', credentials };
}
