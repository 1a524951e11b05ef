import { createHash } from 'node:crypto';
import type { Partner } from '../domain/partner/partner.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { FORMAT_IDS, type FormatId } from '../feeds/format-ids.ts';
import type { ImportQueue } from '../ports/import-queue.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import type { SentFile } from '../ports/partner-imports.ts';
import { claimImport, type ClaimDeps } from './claim-import.ts';
import { runningReport } from './partner-report.ts';

/** What taking a file needs; nothing of it is read here. */
export type SendFileDeps = ClaimDeps & {
  readonly originals: Pick<OriginalStore, 'keep'>;
  readonly announce: ImportQueue;
};

/** A format that a partner may name. */
export type FileFormat = Exclude<FormatId, 'ba-jobs'>;

/** All of them; an interface that its owner has not released for this is none. */
export const FILE_FORMATS: readonly FileFormat[] = FORMAT_IDS.filter((id) => id !== 'ba-jobs');

/**
 * All offers of a partner's feed as a file: its bytes, or the SHA-256 under which it was uploaded before; `key` is new for
 * each new request. Without `format` it is told by the content; `map` names the column map of a table.
 */
export type FileToSend = {
  readonly partner: Partner;
  readonly region: RegionId;
  readonly key: string;
  readonly content: { readonly bytes: Uint8Array } | { readonly sha256: string };
  readonly dryRun: boolean;
  readonly format?: FileFormat;
  readonly map?: string;
};

/**
 * Keeps a file and orders its import, or its trial, once for each key; gives the report as far as it is. Whoever imports reads
 * it, so that a large file and a small one go the same way. Throws StoreUnavailable, and then nothing counts as ordered.
 */
export async function sendPartnerFile(
  deps: SendFileDeps,
  { partner, region, key, content, dryRun, format, map }: FileToSend,
): Promise<Result<string, 'import-running' | 'key-used-otherwise'>> {
  const { feed, name } = partner;
  const original = 'sha256' in content ? content.sha256 : hashOf(content.bytes);
  const file: SentFile = {
    original,
    name,
    dryRun,
    ...(format !== undefined && { format }),
    ...(map !== undefined && { map }),
  };
  const parts = ['file', original, String(dryRun), format ?? '', map ?? ''];
  const claimed = await claimImport(deps, { region, feed, key, parts, file });
  if (!claimed.ok) {
    const { failure } = claimed;
    return 'report' in failure ? ok(failure.report) : failed(failure.code);
  }
  if ('bytes' in content) await deps.originals.keep(region, feed, { bytes: content.bytes, sha256: original });
  const { id } = claimed.value;
  await deps.announce({ feed, sha256: original, sent: id });
  return ok(JSON.stringify(runningReport(id, { of: 'offers', dryRun })));
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
