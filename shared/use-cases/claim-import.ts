import { createHash } from 'node:crypto';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { PartnerImport, PartnerImports, SentFile } from '../ports/partner-imports.ts';

/** What claiming needs. */
export type ClaimDeps = { readonly imports: Pick<PartnerImports, 'claimImport'>; readonly clock: Clock };

/** What a partner wants done once: `key` is new for each new request, `parts` are all that it consists of. */
export type WantedImport = {
  readonly region: RegionId;
  readonly feed: FeedId;
  readonly key: string;
  readonly parts: readonly (string | Uint8Array)[];
  readonly file?: SentFile;
};

/** Why nothing is to be done: it was done, and this is its report; it is being done; the key stands for something else. */
export type NotClaimed =
  { readonly report: string } | { readonly code: 'import-running' | 'key-used-otherwise' };

/** Longer than a function that answers may take. */
const DEAD_AFTER_MS = 30_000;
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/**
 * Takes on what a partner sent, once for each key in 24 hours. What died is taken on anew by the next request with its key,
 * half a minute after it began. Throws StoreUnavailable.
 */
export async function claimImport(
  { imports, clock }: ClaimDeps,
  { region, feed, key, parts, file }: WantedImport,
): Promise<Result<PartnerImport, NotClaimed>> {
  const now = clock();
  const wanted: PartnerImport = {
    id: hashOf(feed, key),
    fingerprint: hashOf(...parts),
    startedAt: now,
    ...(file && { file }),
  };
  const deadFrom = now - DEAD_AFTER_MS;
  const forgottenFrom = now - FORGOTTEN_AFTER_MS;
  const claimed = await imports.claimImport(region, feed, { ...wanted, deadFrom, forgottenFrom });
  if (claimed.ok) return ok(wanted);
  const { fingerprint, report } = claimed.failure;
  if (fingerprint !== wanted.fingerprint) return failed({ code: 'key-used-otherwise' });
  return failed(report === undefined ? { code: 'import-running' } : { report });
}

/** SHA-256 of the parts, each with its length before it, as 32 hexadecimal digits. */
function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${String(part.length)}:`).update(part);
  return hash.digest('hex').slice(0, 32);
}
