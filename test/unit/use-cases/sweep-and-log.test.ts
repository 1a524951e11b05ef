import { expect, it } from 'vitest';
import { createMemoryCatalogueStore } from '../../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryImportRuns } from '../../../shared/adapters/memory/import-runs.ts';
import { StoreUnavailable } from '../../../shared/ports/store-failures.ts';
import type { StoredOfFeed } from '../../../shared/ports/store-sweep.ts';
import { sweepAndLog } from '../../../shared/use-cases/sweep-and-log.ts';
import type { SweepDeps } from '../../../shared/use-cases/sweep-store.ts';
import { feedUnderTest } from '../../support/import-under-test.ts';
import { recordLog } from '../../support/log-matcher.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const { id: region } = SOME_REGION.region;
const { id: feed } = feedUnderTest();
const DAY = 24 * 3_600_000;

/** A store that holds the records of two runs, and one of the feed's chunks that nobody names. */
function swept(own: Partial<SweepDeps> = {}) {
  const catalogues = createMemoryCatalogueStore();
  const logged = recordLog();
  const things: readonly StoredOfFeed[] = [
    { feed, thing: { kind: 'run', startedAt: 0 } },
    { feed, thing: { kind: 'run', startedAt: 40 * DAY } },
    { feed, thing: { kind: 'chunk', hash: 'a'.repeat(32) } },
  ];
  const removed: unknown[] = [];
  const deps: SweepDeps = {
    catalogues,
    runs: createMemoryImportRuns(),
    sweep: {
      list: async function* () {
        yield* await Promise.resolve(things);
      },
      chunksInUse: () => Promise.resolve(new Set()),
      remove: (_region, _feed, gone) => {
        removed.push(...gone);
        return Promise.resolve();
      },
    },
    clock: () => 45 * DAY,
    owner: 'sweep',
    ...own,
  };
  return { catalogues, logged, removed, run: () => sweepAndLog({ ...deps, log: logged.log }, region) };
}

it('says in one line how much was taken away, where originals are not kept here too', async () => {
  const { logged, removed, run } = swept();
  expect(await run()).toMatchObject({ run: 1, chunk: 1, original: 0, leftAlone: [] });
  expect(removed).toHaveLength(2);
  expect(logged).toHaveLogged('store-swept', { region, count: 2 });
});

it('names a feed that it left alone', async () => {
  const { catalogues, logged, removed, run } = swept();
  await catalogues.takeLease(region, feed, { owner: 'import', now: 45 * DAY, until: 46 * DAY });
  await run();
  expect(removed).toEqual([]);
  expect(logged).toHaveLogged('sweep-left-alone', { region, feed });
});

it('fails loudly when the store is out, for the caller to try again', async () => {
  const outage = () => Promise.reject(new StoreUnavailable('out'));
  const { logged, run } = swept({ runs: { readRuns: outage } });
  await expect(run()).rejects.toThrow(StoreUnavailable);
  expect(logged).toHaveLogged('sweep-failed', { region, error: 'StoreUnavailable' });
});
