import { S3Client } from '@aws-sdk/client-s3';

/** One try may take as long as the largest original needs on a slow day; all tries together end before the function does. */
export const S3_LIMITS = {
  connectionTimeoutMs: 1000,
  attemptTimeoutMs: 15_000,
  totalTimeoutMs: 40_000,
  maxAttempts: 3,
} as const;

/** The one place in which a client of the object store is made; its own defaults would wait for ever. */
export function createS3Client(): S3Client {
  return new S3Client({
    maxAttempts: S3_LIMITS.maxAttempts,
    requestHandler: {
      connectionTimeout: S3_LIMITS.connectionTimeoutMs,
      requestTimeout: S3_LIMITS.attemptTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
}
