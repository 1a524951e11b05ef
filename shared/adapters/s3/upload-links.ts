import { PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { StoreUnavailable } from '../../ports/store-failures.ts';
import type { UploadLinks } from '../../ports/upload-links.ts';
import { ORIGINAL_TYPE, originalKey, type OriginalsAccess } from './originals.ts';

const VALID_SECONDS = 15 * 60;
const CHECKSUM = 'x-amz-checksum-sha256';

/**
 * Signs addresses at which one file becomes an original: size, type and SHA-256 are signed with them, so that the store refuses
 * any other content. Nothing is sent.
 */
export function createUploadLinks({
  client,
  bucket,
  clock,
}: OriginalsAccess & { readonly clock: () => number }): UploadLinks {
  return async ({ region, feed, sha256, bytes }) => {
    const checksum = Buffer.from(sha256, 'hex').toString('base64');
    const command = new PutObjectCommand({
      Bucket: bucket,
      Key: originalKey(region, feed, sha256),
      ContentLength: bytes,
      ContentType: ORIGINAL_TYPE,
      ChecksumSHA256: checksum,
    });
    const now = clock();
    try {
      const url = await getSignedUrl(client, command, {
        expiresIn: VALID_SECONDS,
        signingDate: new Date(now),
        signableHeaders: new Set(['host', 'content-length', 'content-type', CHECKSUM]),
        unhoistableHeaders: new Set([CHECKSUM]),
      });
      const headers = {
        'content-length': String(bytes),
        'content-type': ORIGINAL_TYPE,
        [CHECKSUM]: checksum,
      };
      return { url, headers, until: now + VALID_SECONDS * 1000 };
    } catch (cause) {
      const reason = cause instanceof Error ? cause.name : 'unknown failure';
      throw new StoreUnavailable(`originals: ${reason}`, { cause });
    }
  };
}
