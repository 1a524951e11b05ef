import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toCatalogueOffer, versionsOf } from '../../../shared/domain/offer/catalogue-changes.ts';
import type { Catalogue } from '../../../shared/domain/offer/catalogue.ts';
import { ok } from '../../../shared/domain/result.ts';
import { importFeed } from '../../../shared/use-cases/import-feed.ts';
import type { ImportReport } from '../../../shared/use-cases/import-report.ts';
import { DEATHS, dyingAccess, type Death } from '../../support/faulty-dynamodb.ts';
import { dyingStores } from '../../support/faulty-store.ts';
import { FEED_CONTEXT, utf8 } from '../../support/feed-under-test.ts';
import { feedUnderTest } from '../../support/import-under-test.ts';
import { freshRegion } from '../../support/numbered-offers.ts';
import { readCurrent, replayLog } from '../../support/publish-offers.ts';
import { embeddedForTests } from '../../support/embedded-for-tests.ts';
import { dynamoStores, memoryStores, type Stores } from '../../support/stores.ts';
import { vhsFile, vhsRecord } from '../../support/vhs-record.ts';

const embedded = await embeddedForTests();

const FEED = feedUnderTest();
const DAY = 24 * 3_600_000;
const START = Date.parse('2025-03-24T05:00:00Z');
const courses = (from: number, to: number, name = 'Deutsch B1.1') =>
  Array.from({ length: to - from + 1 }, (_, index) => vhsRecord({ guid: String(from + index), name }));

// Of 30 offers five change, five come back, five are missed for the first time, five are withdrawn, five are new.
const FILES: readonly (readonly object[])[] = [
  courses(10, 39),
  courses(10, 29),
  [...courses(10, 19), ...courses(20, 24, 'Deutsch B2.1'), ...courses(30, 34), ...courses(40, 44)],
];
const LAST = FILES.length - 1;

type Region = ReturnType<typeof freshRegion>;

/** Imports the file of a run as on its day. */
async function importRun(stores: Stores, region: Region, run: number, owner: string): Promise<ImportReport> {
  const bytes = utf8(vhsFile(FILES[run]!));
  const fetched = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
  return importFeed(
    {
      ...stores,
      fetchFeed: () => Promise.resolve(ok(fetched)),
      clock: () => START + run * DAY,
      log: () => undefined,
      owner,
    },
    { ...FEED_CONTEXT, region: { ...FEED_CONTEXT.region, id: region }, feed: FEED },
  );
}

async function importUpTo(stores: Stores, region: Region, last: number): Promise<void> {
  for (let run = 0; run <= last; run++) {
    expect(await importRun(stores, region, run, 'one')).toMatchObject({ state: 'published' });
  }
}

/** What is current after the runs up to `last` when nobody dies. */
async function stateAfter(last: number): Promise<Catalogue> {
  const [stores, region] = [memoryStores(), freshRegion()];
  await importUpTo(stores, region, last);
  return (await readCurrent(stores.catalogues, region, FEED.id)).catalogue!;
}

type Dying = { readonly healthy: Stores; readonly dying: Stores; readonly hasDied: () => boolean };
type Kind = {
  readonly name: string;
  readonly deaths: readonly Death[];
  readonly open: (at: number, death: Death) => Dying;
};
const KINDS: readonly Kind[] = [
  {
    name: 'DynamoDB',
    deaths: DEATHS,
    open: (at, death) => {
      const access = { ...embedded.access, chunkBytes: 2048 };
      const dying = dyingAccess(embedded.store.endpoint, access, { at, death });
      return { healthy: dynamoStores(access), dying: dynamoStores(dying.access), hasDied: dying.hasDied };
    },
  },
  {
    name: 'memory',
    deaths: ['before', 'after'],
    open: (at, death) => {
      const healthy = memoryStores();
      const { stores, hasDied } = dyingStores(healthy, { at, death: death === 'after' ? 'after' : 'before' });
      return { healthy, dying: stores, hasDied };
    },
  },
];

/** Whatever is current is one of the whole states, each version can be read in full, and the log leads to it. */
async function expectWhole(stores: Stores, region: Region, allowed: readonly (Catalogue | undefined)[]) {
  const { catalogue } = await readCurrent(stores.catalogues, region, FEED.id);
  expect(allowed).toContainEqual(catalogue);
  if (catalogue === undefined) return;
  for (const { offer, version } of catalogue.entries) {
    const read = await stores.offers.readVersion(region, offer.id, version);
    expect(read && toCatalogueOffer(read)).toEqual(offer);
  }
  expect(await replayLog(stores.catalogues, region, FEED.id)).toEqual(versionsOf(catalogue));
}

describe.each(KINDS)('an import that dies at any of its writes in $name', ({ name, deaths, open }) => {
  it.each(deaths)(
    'leaves the old catalogue or the new one, and the same run again ends at the new one (%s)',
    async (death) => {
      const states = [await stateAfter(LAST - 1), await stateAfter(LAST)] as const;
      let positions = 0;
      for (let at = 1; ; at++) {
        const { healthy, dying, hasDied } = open(at, death);
        const region = freshRegion();
        await importUpTo(healthy, region, LAST - 1);
        await importRun(dying, region, LAST, 'one').catch(() => undefined);
        await expectWhole(healthy, region, states);
        if (!hasDied()) break;
        positions = at;
        const { state } = await importRun(healthy, region, LAST, 'one');
        expect(['published', 'unchanged']).toContain(state);
        await expectWhole(healthy, region, [states[1]]);
        expect(await importRun(healthy, region, LAST, 'one')).toMatchObject({ state: 'unchanged' });
      }
      // Lease, record of the run, versions, catalogue, log, pointer, record, lease.
      expect(positions).toBeGreaterThanOrEqual(name === 'DynamoDB' ? 10 : 7);
    },
  );
});

it('an import that dies at any write of its first run leaves nothing that is served', async () => {
  const state = await stateAfter(0);
  for (let at = 1; ; at++) {
    const healthy = memoryStores();
    const { stores, hasDied } = dyingStores(healthy, { at, death: 'before' });
    const region = freshRegion();
    await importRun(stores, region, 0, 'one').catch(() => undefined);
    await expectWhole(healthy, region, [undefined, state]);
    if (!hasDied()) break;
    expect((await importRun(healthy, region, 0, 'one')).state).toMatch(/published|unchanged/);
    await expectWhole(healthy, region, [state]);
  }
});
