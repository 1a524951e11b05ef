import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { failed, ok } from '../../domain/result.ts';
import type { FeedFetcher, FetchFailure } from '../../ports/feed-fetcher.ts';

const MAX_BYTES = 200_000_000;

/**
 * Fetches feeds that are files below `folder` (a region's folder); a path or link that leads out of it finds nothing.
 * An address on the web is `source-unreadable` here.
 */
export function createFileFeedFetcher(folder: string, maxBytes: number = MAX_BYTES): FeedFetcher {
  return async (source) => {
    if (!('file' in source)) return failed('source-unreadable');
    try {
      const [root, path] = [await realpath(folder), await realpath(join(folder, source.file))];
      if (!path.startsWith(`${root}${sep}`)) return failed('source-not-found');
      const found = await stat(path);
      if (!found.isFile()) return failed('source-not-found');
      if (found.size > maxBytes) return failed('source-too-large');
      const bytes = await readFile(path);
      return ok({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
    } catch (error) {
      return failed(failureOf(error));
    }
  };
}

function failureOf(error: unknown): FetchFailure {
  const isMissing =
    error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
  return isMissing ? 'source-not-found' : 'source-unreadable';
}
