import { parseCatalogueId } from '../domain/offer/catalogue.ts';
import { ok } from '../domain/result.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { ImportDeps, ImportInput } from './import-deps.ts';
import { importFeed } from './import-feed.ts';
import type { ImportReport } from './import-report.ts';

/** What a trial reads of the catalogues. */
type ReadCatalogues = Pick<CatalogueStore, 'readPointers' | 'readEntries' | 'readIndex' | 'readChanges'>;

const WOULD_BE = parseCatalogueId('0'.repeat(32));
const nothing = () => Promise.resolve();

/**
 * What an import would do, without doing it: the very same import runs on what is current, and what it writes goes nowhere. No
 * other run is in its way, and it is in none's. Throws StoreUnavailable.
 */
export async function previewImport(
  deps: Omit<ImportDeps, 'offers' | 'runs' | 'catalogues'> & { readonly catalogues: ReadCatalogues },
  input: ImportInput,
): Promise<ImportReport> {
  const { keptOriginals, ...own } = deps;
  const report = await importFeed(
    {
      ...own,
      catalogues: writingNothing(deps.catalogues),
      offers: { writeVersions: nothing },
      runs: { writeRun: nothing, readRuns: () => Promise.resolve([]) },
      ...(keptOriginals && { keptOriginals: { read: keptOriginals.read, keep: nothing } }),
    },
    input,
  );
  const { current: _current, ...found } = report;
  return found;
}

function writingNothing({
  readPointers,
  readEntries,
  readIndex,
  readChanges,
}: ReadCatalogues): ImportDeps['catalogues'] {
  return {
    readPointers,
    readEntries,
    readIndex,
    readChanges,
    writeCatalogue: () => {
      if (WOULD_BE === undefined) throw new Error('an id of a catalogue is 32 hexadecimal digits');
      return Promise.resolve(WOULD_BE);
    },
    writeIndex: nothing,
    takeLease: (_region, feed, { owner, until }) => Promise.resolve(ok({ feed, owner, until, fence: 0 })),
    releaseLease: nothing,
    publish: (_region, { feed }, { catalogue, expectedSequence }, now) => {
      const sequence = expectedSequence + 1;
      return Promise.resolve(ok({ feed, sequence, catalogue, publishedAt: now, lastSeenAt: now }));
    },
    markSeen: nothing,
  };
}
