import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFeedId, type FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { failed, ok } from '../../domain/result.ts';
import type { KeptOriginal, OriginalStore } from '../../ports/original-store.ts';
import { StoreUnavailable } from '../../ports/store-failures.ts';

/**
 * Keeps originals as files `<folder>/<region>/<feed>/<sha256>`. A file gets its name when all of it is on the disk, so that
 * whatever has a name is whole; what a killed process left half written has another one and is thrown away in time.
 */
export function createFileOriginals(folder: string): OriginalStore {
  const fileOf = (region: RegionId, feed: FeedId, sha256: string) => join(folder, region, feed, sha256);
  return {
    async keep(region, feed, { bytes, sha256 }) {
      const file = fileOf(region, feed, sha256);
      if (await isThere(file)) return;
      await orUnavailable(async () => {
        await mkdir(join(folder, region, feed), { recursive: true });
        await writeWhole(file, bytes);
      });
    },
    async read(region, feed, sha256) {
      const bytes = await readFile(fileOf(region, feed, sha256)).catch(unlessMissing);
      if (bytes === undefined) return failed('source-not-found');
      const isWhole = createHash('sha256').update(bytes).digest('hex') === sha256;
      return isWhole ? ok({ bytes, sha256 }) : failed('source-unreadable');
    },
    async list(region) {
      const feeds = (await namesIn(join(folder, region))).flatMap((name) => parseFeedId(name) ?? []);
      const kept: KeptOriginal[] = [];
      for (const feed of feeds) {
        for (const sha256 of await namesIn(join(folder, region, feed))) {
          const found = await stat(fileOf(region, feed, sha256)).catch(unlessMissing);
          if (found !== undefined) kept.push({ feed, sha256, keptAt: Math.floor(found.mtimeMs) });
        }
      }
      return kept;
    },
    async remove(region, feed, sha256) {
      await orUnavailable(() => rm(fileOf(region, feed, sha256), { force: true }));
    },
  };
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const half = `${file}.${randomUUID()}`;
  const handle = await open(half, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(half, file);
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(unlessMissing)) !== undefined;
}

async function namesIn(path: string): Promise<readonly string[]> {
  return (await readdir(path).catch(unlessMissing)) ?? [];
}

function unlessMissing(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
  throw new StoreUnavailable('originals: the folder cannot be read', { cause });
}

async function orUnavailable(write: () => Promise<void>): Promise<void> {
  await write().catch((cause: unknown) => {
    throw new StoreUnavailable('originals: the folder cannot be written', { cause });
  });
}
