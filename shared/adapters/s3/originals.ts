import { createHash } from 'node:crypto';
import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok } from '../../domain/result.ts';
import type { OriginalStore } from '../../ports/original-store.ts';
import { StoreUnavailable } from '../../ports/store-failures.ts';
import { S3_LIMITS } from './s3-client.ts';

/** Where originals lie. */
export type OriginalsAccess = { readonly client: S3Client; readonly bucket: string };

/** The media type of every original, whatever it is. */
export const ORIGINAL_TYPE = 'application/octet-stream';

/** Keeps originals as objects `<region>/<feed>/<sha256>`; the store checks the hash while it takes the bytes. */
export function createOriginalKeeper({ client, bucket }: OriginalsAccess): Pick<OriginalStore, 'keep'> {
  return {
    async keep(region, feed, { bytes, sha256 }) {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: originalKey(region, feed, sha256),
        Body: bytes,
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        ContentType: ORIGINAL_TYPE,
      });
      await client.send(command, { abortSignal: AbortSignal.timeout(S3_LIMITS.totalTimeoutMs) }).catch(fail);
    },
  };
}

/** Reads originals and checks that each is what its name says. */
export function createOriginalReader({ client, bucket }: OriginalsAccess): Pick<OriginalStore, 'read'> {
  return {
    async read(region, feed, sha256) {
      const command = new GetObjectCommand({ Bucket: bucket, Key: originalKey(region, feed, sha256) });
      try {
        const abortSignal = AbortSignal.timeout(S3_LIMITS.totalTimeoutMs);
        const { Body: body } = await client.send(command, { abortSignal });
        if (body === undefined) return failed('source-not-found');
        const bytes = await body.transformToByteArray();
        const isWhole = createHash('sha256').update(bytes).digest('hex') === sha256;
        return isWhole ? ok({ bytes, sha256 }) : failed('source-unreadable');
      } catch (error) {
        return error instanceof Error && error.name === 'NoSuchKey'
          ? failed('source-not-found')
          : fail(error);
      }
    },
  };
}

/** The name of an original among all objects. */
export function originalKey(region: RegionId, feed: FeedId, sha256: string): string {
  return `${region}/${feed}/${sha256}`;
}

function fail(cause: unknown): never {
  const reason = cause instanceof Error ? cause.name : 'unknown failure';
  throw new StoreUnavailable(`originals: ${reason}`, { cause });
}
