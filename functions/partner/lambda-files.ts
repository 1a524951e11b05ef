import { createOriginalKeeper } from '../../shared/adapters/s3/originals.ts';
import { createS3Client } from '../../shared/adapters/s3/s3-client.ts';
import { createUploadLinks } from '../../shared/adapters/s3/upload-links.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { PartnerDeps } from './partner-deps.ts';

/** Where the files of partners go. It lies apart because few requests need it, and it is as large as a third of the others. */
export function createPartnerFiles(
  bucket: string,
  clock: Clock,
): Pick<PartnerDeps, 'originals' | 'uploadLinks'> {
  const at = { client: createS3Client(), bucket };
  return { originals: createOriginalKeeper(at), uploadLinks: createUploadLinks({ ...at, clock }) };
}
