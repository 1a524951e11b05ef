import { createHash } from 'node:crypto';
import { createMemoryCatalogueStore } from '../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryImportRuns } from '../../shared/adapters/memory/import-runs.ts';
import { createMemoryOfferStore } from '../../shared/adapters/memory/offer-store.ts';
import { createMemorySupplementStore } from '../../shared/adapters/memory/supplement-store.ts';
import type { MemoryContents } from '../../shared/adapters/memory/memory-contents.ts';
import type { Catalogue } from '../../shared/domain/offer/catalogue.ts';
import { failed, ok } from '../../shared/domain/result.ts';
import { feedSettingsSchema } from '../../shared/feeds/feed-settings.ts';
import type { CatalogueStore } from '../../shared/ports/catalogue-store.ts';
import type { FetchedFeed, FetchFailure } from '../../shared/ports/feed-fetcher.ts';
import type { ImportRun, ImportRuns } from '../../shared/ports/import-runs.ts';
import type { OfferStore } from '../../shared/ports/offer-store.ts';
import type { SupplementStore } from '../../shared/ports/supplement-store.ts';
import { releaseHeldBack } from '../../shared/use-cases/decide-held-back.ts';
import type { ImportInput } from '../../shared/use-cases/import-deps.ts';
import { importFeed } from '../../shared/use-cases/import-feed.ts';
import type { ImportReport } from '../../shared/use-cases/import-report.ts';
import { previewImport } from '../../shared/use-cases/preview-import.ts';
import { FEED_CONTEXT, utf8 } from './feed-under-test.ts';
import { recordLog, type RecordedLog } from './log-matcher.ts';
import { vhsFile } from './vhs-record.ts';

/** A feed that can be imported again and again into a store in memory, with a clock that stands still until moved. */
export type ImportUnderTest = {
  /** Imports these bytes, or records of the Berlin feed. */
  readonly run: (source: Uint8Array | readonly object[], own?: Partial<ImportInput>) => Promise<ImportReport>;
  /** What importing them would do. */
  readonly preview: (records: readonly object[]) => Promise<ImportReport>;
  readonly runUnfetched: (failure: FetchFailure) => Promise<ImportReport>;
  /** Offers that are current; nothing before the first publication. */
  readonly catalogue: () => Promise<Catalogue | undefined>;
  /** Names of the methods that write, in the order of their calls, since the last time this was asked. */
  readonly writes: () => readonly string[];
  readonly progress: { readonly records: number; readonly rejected: number }[];
  readonly moveClock: (milliseconds: number) => void;
  readonly log: RecordedLog;
  readonly contents: MemoryContents;
  readonly catalogues: CatalogueStore;
  readonly runs: ImportRuns;
  readonly supplements: SupplementStore;
  /** Every record of a run as it was written, in order. */
  readonly written: readonly ImportRun[];
  /** What was ever fetched, by its hash. */
  readonly originals: Map<string, FetchedFeed>;
  readonly release: (own?: Partial<ImportInput>) => ReturnType<typeof releaseHeldBack>;
  /** Does something each time an import tells how far it is. */
  readonly whileReading: (act: () => void) => void;
};

const WRITING = [
  'writeVersions',
  'writeCatalogue',
  'writeIndex',
  'takeLease',
  'releaseLease',
  'publish',
  'markSeen',
  'writeRun',
];

/** Settings of the feed under test, format open-vhs, with `own` laid over them. */
export function feedUnderTest(own: object = {}) {
  return feedSettingsSchema.parse({
    id: 'test-feed',
    format: 'open-vhs',
    source: { file: 'feeds/test.json' },
    name: 'Test',
    credit: 'Test',
    licence: 'CC0-1.0',
    ...own,
  });
}

/** A feed without any catalogue yet. `around` may stand between the import and the store. */
export function importUnderTest(
  around: (store: CatalogueStore) => CatalogueStore = (store) => store,
  offers: OfferStore = createMemoryOfferStore(),
): ImportUnderTest {
  const contents: MemoryContents = new Map();
  const calls: string[] = [];
  const catalogues = createMemoryCatalogueStore(contents);
  const written: ImportRun[] = [];
  const kept = createMemoryImportRuns();
  const runs: ImportRuns = {
    ...kept,
    writeRun: (region, run) => {
      written.push(run);
      return kept.writeRun(region, run);
    },
  };
  const supplements = createMemorySupplementStore();
  const originals = new Map<string, FetchedFeed>();
  let act: () => void = () => undefined;
  const log = recordLog();
  const progress: { records: number; rejected: number }[] = [];
  let now = Date.parse('2025-03-24T05:00:00Z');
  const deps = {
    offers: watched(offers, calls),
    catalogues: watched(around(catalogues), calls),
    runs: watched(runs, calls),
    supplements,
    keptOriginals: {
      read: (_region: unknown, _feed: unknown, sha256: string) => {
        const found = originals.get(sha256);
        return Promise.resolve(found === undefined ? failed('source-not-found' as const) : ok(found));
      },
      keep: (_region: unknown, _feed: unknown, fetched: FetchedFeed) => {
        originals.set(fetched.sha256, fetched);
        return Promise.resolve();
      },
    },
    clock: () => now,
    log: log.log,
    owner: 'test',
    onProgress: (at: { records: number; rejected: number }) => {
      progress.push(at);
      act();
    },
  };
  const { region, bounds, today } = FEED_CONTEXT;
  const input: ImportInput = { region, bounds, today, feed: feedUnderTest() };
  return {
    run: (source, own = {}) => {
      const bytes = source instanceof Uint8Array ? source : utf8(vhsFile(source));
      const fetched = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      originals.set(fetched.sha256, fetched);
      return importFeed({ ...deps, fetchFeed: () => Promise.resolve(ok(fetched)) }, { ...input, ...own });
    },
    preview: (records) => {
      const bytes = utf8(vhsFile(records));
      const fetched = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
      return previewImport({ ...deps, fetchFeed: () => Promise.resolve(ok(fetched)) }, input);
    },
    runUnfetched: (failure) =>
      importFeed({ ...deps, fetchFeed: () => Promise.resolve(failed(failure)) }, input),
    catalogue: async () => {
      const [pointer] = await catalogues.readPointers(region.id);
      return pointer && catalogues.readCatalogue(region.id, pointer.feed, pointer.catalogue);
    },
    writes: () => calls.splice(0),
    progress,
    moveClock: (milliseconds) => {
      now += milliseconds;
    },
    log,
    contents,
    catalogues,
    runs,
    supplements,
    written,
    originals,
    release: (own = {}) => releaseHeldBack({ ...deps, originals: deps.keptOriginals }, { ...input, ...own }),
    whileReading: (next) => {
      act = next;
    },
  };
}

function watched<Store extends object>(store: Store, calls: string[]): Store {
  return new Proxy(store, {
    get: (target, name, receiver) => {
      if (WRITING.includes(String(name))) calls.push(String(name));
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
}
