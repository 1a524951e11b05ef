import { DeleteItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import type { DynamoAccess } from '../../../shared/adapters/dynamodb/dynamo-access.ts';
import { manifestKey } from '../../../shared/adapters/dynamodb/item-keys.ts';
import { createDynamoStoreSweep } from '../../../shared/adapters/dynamodb/store-sweep.ts';
import { createFileOriginals } from '../../../shared/adapters/file/originals.ts';
import { versionsOf } from '../../../shared/domain/offer/catalogue-changes.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { RegionId } from '../../../shared/domain/place/region.ts';
import type { ImportRun } from '../../../shared/ports/import-runs.ts';
import type { StoredThing } from '../../../shared/ports/store-sweep.ts';
import { sweepStore } from '../../../shared/use-cases/sweep-store.ts';
import { dyingAccess } from '../../support/faulty-dynamodb.ts';
import { FEED, freshRegion, numberedOffers } from '../../support/numbered-offers.ts';
import { publishOffers, readCurrent, readCurrentIndex, replayLog } from '../../support/publish-offers.ts';
import { embeddedForTests } from '../../support/embedded-for-tests.ts';
import { dynamoStores } from '../../support/stores.ts';

const embedded = await embeddedForTests();

const FIRST = numberedOffers(1, 60);
const SECOND = [...numberedOffers(1, 30), ...numberedOffers(31, 60, 2)];
const NEVER = [...numberedOffers(1, 20), ...numberedOffers(21, 60, 3)];
const DAY = 24 * 3_600_000;
const originals = () => createFileOriginals(embedded.folder);

const sweep = (region: RegionId, now: number, access: DynamoAccess = embedded.access) =>
  sweepStore(
    {
      ...dynamoStores(access),
      originals: originals(),
      sweep: createDynamoStoreSweep(access),
      clock: () => now,
      owner: 'sweep',
    },
    region,
  );

async function stored(region: RegionId): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { thing } of createDynamoStoreSweep(embedded.access).list(region))
    found.push(nameOf(thing));
  return found.toSorted();
}
const nameOf = (thing: StoredThing) => Object.values(thing).join(' ');

/** Two publications, and what a third left that died at its `at`-th write. */
async function withLeftovers(at: number) {
  const region = freshRegion();
  const stores = dynamoStores(embedded.access);
  await publishOffers(stores, region, FIRST, { owner: 'one', now: 0 });
  await publishOffers(stores, region, SECOND, { owner: 'one', now: 1 });
  const before = await stored(region);
  const { access, hasDied } = dyingAccess(embedded.store.endpoint, embedded.access, { at, death: 'after' });
  await publishOffers(dynamoStores(access), region, NEVER, { owner: 'dying', now: 2 }).catch(() => undefined);
  expect(hasDied()).toBe(true);
  return { region, stores, before };
}

async function expectWhole(region: RegionId, offers: readonly Offer[]): Promise<void> {
  const stores = dynamoStores(embedded.access);
  const { pointer, catalogue } = await readCurrent(stores.catalogues, region);
  expect(catalogue!.entries.map(({ offer }) => offer.id)).toEqual(offers.map(({ id }) => id));
  for (const { kind, offer, version } of await stores.catalogues.readChanges(region, FEED, 0, 100)) {
    if (kind !== 'removed') expect(await stores.offers.readVersion(region, offer, version!)).toBeDefined();
  }
  expect(await replayLog(stores.catalogues, region)).toEqual(versionsOf(catalogue!));
  expect(await readCurrentIndex(stores.catalogues, region)).toBeDefined();
  expect(await stores.catalogues.readCatalogue(region, FEED, pointer!.previous!)).toBeDefined();
}

describe('a sweep', () => {
  it.each([2, 3, 4, 6, 8, 10])(
    'takes away all that a run left which died at write %i, and nothing else',
    async (at) => {
      const { region, before } = await withLeftovers(at);
      expect((await stored(region)).length).toBeGreaterThan(before.length);
      const swept = await sweep(region, DAY);
      expect(swept).toMatchObject({ leftAlone: [], run: 0, original: 0 });
      expect(swept.version).toBeGreaterThan(0);
      expect(await stored(region)).toEqual(before);
      await expectWhole(region, SECOND);
      expect(await sweep(region, DAY)).toMatchObject({ version: 0, catalogue: 0, chunk: 0 });
    },
  );

  it.each([1, 2, 3])('that is killed at its deletion %i is finished by the next', async (at) => {
    const { region, before } = await withLeftovers(8);
    // The first write is the lease.
    const { access } = dyingAccess(embedded.store.endpoint, embedded.access, {
      at: at + 1,
      death: 'half-way',
    });
    await expect(sweep(region, DAY, access)).rejects.toThrow();
    await expectWhole(region, SECOND);
    await sweep(region, 2 * DAY);
    expect(await stored(region)).toEqual(before);
    await expectWhole(region, SECOND);
  });

  it('leaves a feed alone at which somebody is at work, so that a run may use what it finds', async () => {
    const { region, stores } = await withLeftovers(8);
    const left = await stored(region);
    await stores.catalogues.takeLease(region, FEED, { owner: 'run', now: DAY, until: 2 * DAY });
    expect(await sweep(region, DAY)).toMatchObject({ version: 0, leftAlone: [FEED] });
    expect(await stored(region)).toEqual(left);
    await stores.catalogues.takeLease(region, FEED, { owner: 'run', now: DAY, until: DAY });
    await publishOffers(stores, region, NEVER, { owner: 'run', now: DAY });
    await sweep(region, 2 * DAY);
    await expectWhole(region, NEVER);
  });

  it('leaves a feed alone of which a catalogue is damaged', async () => {
    const { region, stores } = await withLeftovers(8);
    const { pointer } = await readCurrent(stores.catalogues, region);
    const { client, table } = embedded.access;
    await client.send(
      new DeleteItemCommand({ TableName: table, Key: manifestKey(region, FEED, pointer!.previous!) }),
    );
    const left = await stored(region);
    expect(await sweep(region, DAY)).toMatchObject({ version: 0, leftAlone: [FEED] });
    expect(await stored(region)).toEqual(left);
  });

  it('takes away what only the log names, once it ceased to be current more than 30 days ago', async () => {
    const region = freshRegion();
    const stores = dynamoStores(embedded.access);
    const third = [...numberedOffers(1, 50), ...numberedOffers(51, 60, 4)];
    await publishOffers(stores, region, FIRST, { owner: 'one', now: 0 });
    await publishOffers(stores, region, NEVER, { owner: 'one', now: DAY });
    await publishOffers(stores, region, SECOND, { owner: 'one', now: 2 * DAY });
    await publishOffers(stores, region, third, { owner: 'one', now: 40 * DAY });
    const before = await stored(region);
    // FIRST and NEVER ceased to be current on days 1 and 2, SECOND is the previous one.
    expect(await sweep(region, 31 * DAY - 1)).toMatchObject({ version: 0, catalogue: 0, chunk: 0 });
    expect(await stored(region)).toEqual(before);
    const log = await stores.catalogues.readChanges(region, FEED, 0, 100);
    expect(await sweep(region, 45 * DAY)).toMatchObject({ catalogue: 2, leftAlone: [] });
    expect(await stores.catalogues.readChanges(region, FEED, 0, 100)).toEqual(log);
    const { pointer, catalogue } = await readCurrent(stores.catalogues, region);
    const kept = [catalogue!, await stores.catalogues.readCatalogue(region, FEED, pointer!.previous!)];
    for (const [id, version] of kept.flatMap((whole) => [...versionsOf(whole)]))
      expect(await stores.offers.readVersion(region, id, version)).toBeDefined();
    const versions = new Set(kept.flatMap((whole) => [...versionsOf(whole)].map(([id, v]) => `${id} ${v}`)));
    const storedVersions = (await stored(region)).filter((name) => name.startsWith('version '));
    expect(storedVersions.map((name) => name.slice('version '.length)).toSorted()).toEqual(
      [...versions].toSorted(),
    );
    expect(await replayLog(stores.catalogues, region)).toEqual(versionsOf(catalogue!));
  });

  it('keeps every catalogue that was current within 30 days, with all its offers', async () => {
    const region = freshRegion();
    const stores = dynamoStores(embedded.access);
    const states = [1, 2, 3, 4].map((state) => numberedOffers(1, 12, state));
    for (const [index, offers] of states.entries())
      await publishOffers(stores, region, offers, { owner: 'one', now: index * DAY });
    // On day 31.5 the first has not been current for 30.5 days, the second for 29.5.
    expect(await sweep(region, 31.5 * DAY)).toMatchObject({ catalogue: 1, version: 12 });
    const moves = await stores.catalogues.readPublications(region, FEED, 9);
    for (const { catalogue } of moves.slice(0, 3)) {
      const whole = await stores.catalogues.readCatalogue(region, FEED, catalogue);
      for (const [id, version] of versionsOf(whole))
        expect(await stores.offers.readVersion(region, id, version)).toBeDefined();
    }
  });

  it('keeps records of runs and originals for 30 days, and longer what is current or waits for an operator', async () => {
    const region = freshRegion();
    const stores = dynamoStores(embedded.access);
    const named = (digit: string) => ({ bytes: new Uint8Array(), sha256: digit.repeat(64) });
    const [current, waiting, old] = [named('1'), named('2'), named('3')];
    const source = `${current.sha256}/open-vhs-1`;
    await publishOffers(stores, region, FIRST, { owner: 'one', now: 0, source });
    for (const original of [current, waiting, old]) await originals().keep(region, FEED, original);
    const run = (startedAt: number, own: Partial<ImportRun>): ImportRun => ({
      feed: FEED,
      startedAt,
      state: 'failed',
      counts: {},
      notices: [],
      ...own,
    });
    await stores.runs.writeRun(region, run(1, { original: old.sha256 }));
    await stores.runs.writeRun(region, run(2, { state: 'quarantined', original: waiting.sha256 }));
    await stores.runs.writeRun(region, run(Date.now(), {}));
    expect(await sweep(region, Date.now() + 29 * DAY)).toMatchObject({ run: 1, original: 0 });
    expect(await sweep(region, Date.now() + 31 * DAY)).toMatchObject({ run: 1, original: 1 });
    const kept = (await originals().list(region)).map(({ sha256 }) => sha256);
    expect(kept.toSorted()).toEqual([current.sha256, waiting.sha256]);
    expect((await stores.runs.readRuns(region, FEED, 9)).map(({ startedAt }) => startedAt)).toEqual([2]);
  });
});
