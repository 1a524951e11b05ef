import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileFeedFetcher } from '../../../shared/adapters/file/feed-fetcher.ts';
import { readRegion, REGIONS_FOLDER } from '../../../shared/adapters/file/read-region.ts';
import { createMemoryCatalogueStore } from '../../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryImportRuns } from '../../../shared/adapters/memory/import-runs.ts';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import { importFeed } from '../../../shared/use-cases/import-feed.ts';
import { day } from '../../support/some-offer.ts';

// "To add a feed" of shared/feeds/README.md, step by step and by nothing but files: the schools of Dortmund where adults catch
// up on certificates, a list that no region of the project has.
const ROOT = join(import.meta.dirname, '../../..');
let home = '';
let folder = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vereinbar-feed-'));
  folder = join(home, 'dortmund');
  await cp(join(REGIONS_FOLDER, 'dortmund'), folder, { recursive: true });
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

describe('the guide to add a feed', () => {
  it('leads to offers without a line of code', async () => {
    // 1. the list
    await cp(join(folder, 'feeds/schulen-nrw.csv'), join(folder, 'feeds/weiterbildungskollegs.csv'));
    // 2. its column map
    await cp(
      join(ROOT, 'test/feeds/table/maps/weiterbildungskollegs.json'),
      join(folder, 'feeds/weiterbildungskollegs.map.json'),
    );
    // 3. its entry
    const feedsFile = join(folder, 'feeds.json');
    const listed = JSON.parse(await readFile(feedsFile, 'utf8')) as unknown[];
    const entry = {
      id: 'weiterbildungskollegs',
      format: 'table',
      source: { file: 'feeds/weiterbildungskollegs.csv' },
      map: 'feeds/weiterbildungskollegs.map.json',
      name: 'Weiterbildungskollegs in Dortmund',
      credit: 'Ministerium für Schule und Bildung NRW, Schulgrunddaten',
      licence: 'DL-DE/BY-2.0',
    };
    await writeFile(feedsFile, JSON.stringify([...listed, entry]));
    // 4. the import
    const loaded = await readRegion(folder);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.failure));
    const { region, profile, feeds } = loaded.value;
    const catalogues = createMemoryCatalogueStore();
    const today = day('2026-11-22');
    const report = await importFeed(
      {
        fetchFeed: createFileFeedFetcher(folder),
        offers: createMemoryOfferStore(),
        catalogues,
        runs: createMemoryImportRuns(),
        clock: () => today * 86_400_000,
        log: () => undefined,
        owner: 'test',
      },
      { region, bounds: profile.boundingBox, feed: feeds.at(-1)!, today },
    );
    expect(report).toMatchObject({
      state: 'published',
      counts: { records: 2, offers: 2, rejected: 0 },
      notices: [],
    });
    const catalogue = await catalogues.readCatalogue(region.id, report.feed, report.current!.catalogue);
    expect(catalogue.entries.map(({ offer }) => offer)).toMatchObject([
      {
        id: 'weiterbildungskollegs:170732',
        title: 'Westfalen-Kolleg Weiterbildungskolleg der Stadt Dortmund',
        goals: ['school-certificate'],
        places: [{ street: 'Rheinische Str. 67', postcode: '44137', precision: 'street' }],
        timetable: { weekly: [], complete: false },
      },
      { id: 'weiterbildungskollegs:190627', contact: { phone: '0231 5029424' } },
    ]);
  });
});
