import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDynamoAccess } from '../../shared/adapters/dynamodb/dynamo-access.ts';
import { createDynamoCatalogueStore } from '../../shared/adapters/dynamodb/catalogue-store.ts';
import { ensureTable } from '../../shared/adapters/dynamodb/ensure-table.ts';
import { createDynamoImportRuns } from '../../shared/adapters/dynamodb/import-runs.ts';
import { createDynamoOfferStore } from '../../shared/adapters/dynamodb/offer-store.ts';
import { startEmbeddedStore } from '../../shared/adapters/embedded/start-embedded-store.ts';
import { createFileFeedFetcher } from '../../shared/adapters/file/feed-fetcher.ts';
import { readRegion, REGIONS_FOLDER } from '../../shared/adapters/file/read-region.ts';
import { importFeed } from '../../shared/use-cases/import-feed.ts';
import { rounded, type Figure } from './figures.ts';

const RUNS = ['first', 'again', 'once more'] as const;

/**
 * Imports the real courses of Berlin into an empty embedded store, then again twice: seconds, records a second, and the
 * most memory this process had had by then (the store runs in another).
 */
export async function benchImport(): Promise<readonly Figure[]> {
  const loaded = await readRegion(join(REGIONS_FOLDER, 'berlin'));
  if (!loaded.ok)
    throw new Error(`the region berlin cannot be read: ${loaded.failure.code} ${loaded.failure.file}`);
  const { folder: regionFolder, region, profile, feeds } = loaded.value;
  const feed = feeds.find(({ id }) => id === 'vhs-berlin')!;
  const folder = await mkdtemp(join(tmpdir(), 'vereinbar-bench-'));
  const log = () => undefined;
  const store = await startEmbeddedStore({ folder, log });
  if (!store.ok) throw new Error(`the embedded store does not start: ${store.failure.code}`);
  try {
    const access = createDynamoAccess({
      path: 'import',
      table: 'bench',
      endpoint: store.value.endpoint,
      log,
    });
    await ensureTable(access);
    const deps = {
      fetchFeed: createFileFeedFetcher(regionFolder),
      offers: createDynamoOfferStore(access),
      catalogues: createDynamoCatalogueStore(access),
      runs: createDynamoImportRuns(access),
      clock: Date.now,
      log,
      owner: 'bench',
    };
    const input = { region, bounds: profile.boundingBox, feed, today: profile.asOf!.date };
    const figures: Figure[] = [];
    for (const run of RUNS) {
      const start = performance.now();
      const { state, counts } = await importFeed(deps, input);
      const seconds = (performance.now() - start) / 1000;
      const { records, offers, rejected, ended, bytes } = counts;
      figures.push({
        what: 'import',
        run,
        state,
        records,
        offers,
        rejected,
        ended,
        bytes,
        seconds: rounded(seconds),
        ...(records > 0 && { recordsPerSecond: Math.round(records / seconds) }),
        peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
      });
    }
    access.client.destroy();
    return figures;
  } finally {
    await store.value.stop();
    await rm(folder, { recursive: true });
  }
}
