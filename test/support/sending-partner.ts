import { createHash } from 'node:crypto';
import { createMemoryPartnerImports } from '../../shared/adapters/memory/partner-imports.ts';
import { readRegion, REGIONS_FOLDER } from '../../shared/adapters/file/read-region.ts';
import { importReport } from '../../shared/contract/partner-import.ts';
import { failed, ok } from '../../shared/domain/result.ts';
import type { FetchedFeed } from '../../shared/ports/feed-fetcher.ts';
import type { SentFile } from '../../shared/ports/partner-imports.ts';
import { importSentFile } from '../../shared/use-cases/import-sent-file.ts';
import { feedUnderTest } from './import-under-test.ts';
import { recordLog } from './log-matcher.ts';
import { sentOffer, WRITER } from './partner-under-test.ts';
import { SOME_REGION } from './some-region.ts';
import { memoryStores } from './stores.ts';

const region = SOME_REGION.region.id;
const { feed } = WRITER;
const dortmund = await readRegion(`${REGIONS_FOLDER}/dortmund`);
if (!dortmund.ok) throw new Error(dortmund.failure.code);
const { maps } = dortmund.value;

/** So many offers as a partner sends them, `traeger:k-1` and on; `own` is laid over each. */
export const numberedSent = (count: number, own: object = {}) =>
  Array.from({ length: count }, (_, index) => sentOffer({ id: `k-${String(index + 1)}`, ...own }));

/** A partner whose files are worked on over stores in memory, with a clock that stands still until moved. */
export function sendingPartner() {
  const stores = memoryStores();
  const imports = createMemoryPartnerImports();
  const originals = new Map<string, FetchedFeed>();
  const logged = recordLog();
  let [now, sent] = [Date.parse('2025-03-24T12:00:00Z'), 0];
  const read = (_region: unknown, _feed: unknown, sha256: string) => {
    const found = originals.get(sha256);
    return Promise.resolve(found === undefined ? failed('source-not-found' as const) : ok(found));
  };
  const deps = {
    ...stores,
    imports,
    originals: { read },
    feeds: [feedUnderTest()],
    maps,
    inUse: SOME_REGION,
    bounds: { south: 52.3, north: 52.7, west: 13, east: 13.8 },
    clock: () => now,
    log: logged.log,
    owner: 'test',
  };
  const order = async (content: unknown, own: Partial<SentFile> = {}, of = feed) => {
    const bytes = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    originals.set(sha256, { bytes, sha256 });
    const id = String((sent += 1)).padStart(32, '0');
    const file = { original: sha256, name: WRITER.name, dryRun: false, ...own };
    const claim = { id, fingerprint: id, startedAt: now, deadFrom: 0, forgottenFrom: 0, file };
    await imports.claimImport(region, of, claim);
    return id;
  };
  const reportOf = async (id: string, of = feed) =>
    importReport.parse(JSON.parse((await imports.readImport(region, of, id))?.report ?? 'null'));
  return {
    deps,
    stores,
    originals,
    logged,
    order,
    reportOf,
    run: async (content: unknown, own: Partial<SentFile> = {}, of = feed) => {
      const id = await order(content, own, of);
      const done = await importSentFile(deps, { feed: of, sent: id });
      if (!done.ok) throw new Error(done.failure);
      return reportOf(id, of);
    },
    current: async () => {
      const [pointer] = await stores.catalogues.readPointers(region);
      if (pointer === undefined) return [];
      const { entries } = await stores.catalogues.readCatalogue(region, feed, pointer.catalogue);
      return entries.map((entry) => entry.offer);
    },
    moveClock: (milliseconds: number) => (now += milliseconds),
  };
}
