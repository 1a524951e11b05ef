import { join } from 'node:path';
import { createFileFeedFetcher } from '../../shared/adapters/file/feed-fetcher.ts';
import { readRegion, REGIONS_FOLDER, type LoadedRegion } from '../../shared/adapters/file/read-region.ts';
import { createMemoryCatalogueStore } from '../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryImportRuns } from '../../shared/adapters/memory/import-runs.ts';
import { createMemoryOfferStore } from '../../shared/adapters/memory/offer-store.ts';
import type { CatalogueOffer } from '../../shared/domain/offer/catalogue.ts';
import type { LocalDate } from '../../shared/domain/time/local-date.ts';
import type { CatalogueStore } from '../../shared/ports/catalogue-store.ts';
import type { OfferStore } from '../../shared/ports/offer-store.ts';
import { importFeed } from '../../shared/use-cases/import-feed.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';

/** A region with all its feeds imported as on one day. */
export type ImportedRegion = {
  readonly loaded: LoadedRegion;
  /** In the order of `feeds.json`. */
  readonly reports: readonly ImportReport[];
  readonly offers: readonly CatalogueOffer[];
  /** Where they were imported to. */
  readonly stores: { readonly catalogues: CatalogueStore; readonly offers: OfferStore };
};

/** The region of the project, checked. */
async function projectRegion(id: string): Promise<LoadedRegion> {
  const loaded = await readRegion(join(REGIONS_FOLDER, id));
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
  return loaded.value;
}

/** Imports every feed of a region of the project into memory, as on `today`. */
export async function importRegion(id: string, today: LocalDate): Promise<ImportedRegion> {
  const loaded = await projectRegion(id);
  const { region, profile, feeds, folder } = loaded;
  const catalogues = createMemoryCatalogueStore();
  const stores = { catalogues, offers: createMemoryOfferStore() };
  const deps = {
    ...stores,
    fetchFeed: createFileFeedFetcher(folder),
    runs: createMemoryImportRuns(),
    clock: () => today * 86_400_000,
    log: () => undefined,
    owner: 'test',
  };
  const reports: ImportReport[] = [];
  for (const feed of feeds) {
    reports.push(await importFeed(deps, { region, bounds: profile.boundingBox, feed, today }));
  }
  const offers: CatalogueOffer[] = [];
  for (const { feed, catalogue } of await catalogues.readPointers(region.id)) {
    const read = await catalogues.readCatalogue(region.id, feed, catalogue);
    offers.push(...read.entries.map((entry) => entry.offer));
  }
  return { loaded, reports, offers, stores };
}
