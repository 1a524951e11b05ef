import { beforeEach, describe, expect, it } from 'vitest';
import { contentName } from '../../../shared/adapters/memory/memory-contents.ts';
import { toCatalogueOffer, versionsOf } from '../../../shared/domain/offer/catalogue-changes.ts';
import { parseCatalogueId, type CatalogueId } from '../../../shared/domain/offer/catalogue.ts';
import { StoreUnavailable } from '../../../shared/ports/store-failures.ts';
import { rollBack } from '../../../shared/use-cases/roll-back-catalogue.ts';
import { unavailableStores } from '../../support/faulty-store.ts';
import {
  FEED,
  freshRegion,
  numberedId,
  numberedOffer,
  numberedOffers,
} from '../../support/numbered-offers.ts';
import { publishOffers, readCurrent, replayLog } from '../../support/publish-offers.ts';
import { memoryStores } from '../../support/stores.ts';

const region = freshRegion();
const STATES = [numberedOffers(1, 5), numberedOffers(3, 8), [numberedOffer(3, 2)]];

let stores: ReturnType<typeof memoryStores>;
let ids: CatalogueId[];
beforeEach(async () => {
  stores = memoryStores();
  ids = [];
  for (const [index, state] of STATES.entries()) {
    const now = (index + 1) * 10;
    const run = { owner: 'one', now, source: `source ${String(index + 1)}` };
    ids.push((await publishOffers(stores, region, state, run)).pointer.catalogue);
  }
});

const back = (to?: CatalogueId) =>
  rollBack({ catalogues: stores.catalogues, clock: () => 100, owner: 'operator' }, region, FEED, to);
const damage = (id: CatalogueId) => stores.contents.delete(contentName(region, FEED, id));

async function expectState(index: number) {
  const { catalogue } = await readCurrent(stores.catalogues, region);
  expect(catalogue!.entries.map(({ offer }) => offer)).toEqual(STATES[index]!.map(toCatalogueOffer));
  expect(await replayLog(stores.catalogues, region)).toEqual(versionsOf(catalogue!));
}

describe('rolling a feed back', () => {
  it('makes the previous catalogue current, with its age and the source that is not to come back', async () => {
    expect(await back()).toEqual({
      ok: true,
      value: {
        feed: FEED,
        sequence: 4,
        catalogue: ids[1],
        previous: ids[2],
        rolledBackFrom: ids[2],
        publishedAt: 100,
        lastSeenAt: 20,
        source: 'source 3',
      },
    });
    await expectState(1);
  });

  it('tells in the log what that means for each offer', async () => {
    await back();
    const changes = await stores.catalogues.readChanges(region, FEED, 3, 10);
    expect(changes.map(({ kind, offer }) => [kind, offer])).toEqual([
      ['changed', numberedId(3)],
      ...[4, 5, 6, 7, 8].map((number) => ['added', numberedId(number)]),
    ]);
  });

  it('goes back to any catalogue that was current once', async () => {
    expect(await back(ids[0])).toMatchObject({ ok: true, value: { catalogue: ids[0], lastSeenAt: 10 } });
    await expectState(0);
  });

  it('is undone by rolling back again', async () => {
    await back();
    expect(await back()).toMatchObject({ ok: true, value: { catalogue: ids[2], sequence: 5 } });
    await expectState(2);
  });

  it('does not count as seen by a run that finds the feed as it was before', async () => {
    await back();
    await stores.catalogues.markSeen(region, FEED, 200);
    expect((await readCurrent(stores.catalogues, region)).pointer?.lastSeenAt).toBe(20);
  });

  it('works when the current catalogue is damaged', async () => {
    damage(ids[2]!);
    expect(await back()).toMatchObject({ ok: true, value: { catalogue: ids[1] } });
    await expectState(1);
  });

  it('takes the right to publish from a running import and gives it back', async () => {
    const running = await stores.catalogues.takeLease(region, FEED, { owner: 'import', now: 90, until: 900 });
    expect(await back()).toMatchObject({ ok: true });
    if (!running.ok) throw new Error('the lease is held');
    const publication = { catalogue: ids[0]!, expectedSequence: 4, changes: [] };
    expect(await stores.catalogues.publish(region, running.value, publication, 101)).toEqual({
      ok: false,
      failure: 'lost-lease',
    });
    const next = await stores.catalogues.takeLease(region, FEED, { owner: 'next', now: 101, until: 102 });
    expect(next.ok).toBe(true);
  });

  it.each([
    ['no-such-catalogue', () => back(parseCatalogueId('0'.repeat(32)))],
    ['already-current', () => back(ids[2])],
    [
      'target-damaged',
      () => {
        damage(ids[1]!);
        return back();
      },
    ],
  ])('changes nothing and says %s', async (failure, attempt) => {
    expect(await attempt()).toEqual({ ok: false, failure });
    await expectState(2);
  });

  it('says that there is nothing before the first catalogue, or no catalogue at all', async () => {
    stores = memoryStores();
    expect(await back()).toEqual({ ok: false, failure: 'no-catalogue' });
    await publishOffers(stores, region, STATES[0]!, { owner: 'one', now: 200 });
    expect(await back()).toEqual({ ok: false, failure: 'no-such-catalogue' });
  });

  it('throws when the store is out', async () => {
    const deps = { ...unavailableStores(stores), clock: () => 100, owner: 'operator' };
    await expect(rollBack(deps, region, FEED)).rejects.toThrow(StoreUnavailable);
  });
});
