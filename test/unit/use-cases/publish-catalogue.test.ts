import { describe, expect, it } from 'vitest';
import { contentName } from '../../../shared/adapters/memory/memory-contents.ts';
import { versionsOf } from '../../../shared/domain/offer/catalogue-changes.ts';
import { localDateOf } from '../../../shared/domain/time/local-date.ts';
import { hashOffer } from '../../../shared/use-cases/hash-offer.ts';
import { publishCatalogue } from '../../../shared/use-cases/publish-catalogue.ts';
import { rollBack } from '../../../shared/use-cases/roll-back-catalogue.ts';
import { countingStores, unavailableStores } from '../../support/faulty-store.ts';
import {
  FEED,
  freshRegion,
  numberedId,
  numberedOffer,
  numberedOffers,
} from '../../support/numbered-offers.ts';
import { publishOffers, readCurrent, replayLog } from '../../support/publish-offers.ts';
import { memoryStores } from '../../support/stores.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { StoreUnavailable } from '../../../shared/ports/store-failures.ts';

const region = freshRegion();
const run = (now: number) => ({ owner: 'one', now });

async function leasedInput(stores: ReturnType<typeof memoryStores>, offers = numberedOffers(1, 3)) {
  const lease = await stores.catalogues.takeLease(region, FEED, { owner: 'x', now: 1e9, until: 1e9 + 1 });
  if (!lease.ok) throw new Error('the lease is held');
  const current = await readCurrent(stores.catalogues, region);
  return {
    publicHolidays: new Set<LocalDate>(),
    region,
    feed: FEED,
    lease: lease.value,
    current,
    offers,
  };
}

describe('publishing the offers of a feed', () => {
  it('counts what was added, changed and removed', async () => {
    const stores = memoryStores();
    expect(await publishOffers(stores, region, numberedOffers(1, 5), run(1))).toMatchObject({
      added: 5,
      changed: 0,
      removed: 0,
    });
    const next = [...numberedOffers(3, 4), numberedOffer(5, 2), numberedOffer(6)];
    expect(await publishOffers(stores, region, next, run(2))).toMatchObject({
      pointer: { sequence: 2 },
      added: 1,
      changed: 1,
      removed: 2,
    });
  });

  it('makes the same of offers in any order', async () => {
    const [one, other] = [memoryStores(), memoryStores()];
    const first = await publishOffers(one, region, numberedOffers(1, 5), run(1));
    const second = await publishOffers(other, region, numberedOffers(1, 5).toReversed(), run(1));
    expect(second).toEqual(first);
  });

  it('keeps the long text out of the catalogue and in the version', async () => {
    const stores = memoryStores();
    await publishOffers(stores, region, [numberedOffer(1)], run(1));
    const { catalogue } = await readCurrent(stores.catalogues, region);
    const [entry] = catalogue!.entries;
    expect(entry!.offer).not.toHaveProperty('summary');
    const full = await stores.offers.readVersion(region, numberedId(1), entry!.version);
    expect(full?.summary).toBe(numberedOffer(1).summary);
  });

  it('writes nothing when nothing changed, also when it was checked on a later day', async () => {
    const stores = memoryStores();
    const before = await publishOffers(stores, region, numberedOffers(1, 5), run(1));
    const seenLater = numberedOffers(1, 5).map((offer) => ({
      ...offer,
      freshness: { ...offer.freshness, checked: localDateOf(2025, 3, 26) },
    }));
    const input = await leasedInput(stores, seenLater);
    const counted = countingStores(stores);
    const deps = { ...counted.stores, clock: () => 2, hashOffer };
    expect(await publishCatalogue(deps, input)).toEqual({
      ok: true,
      value: { pointer: before.pointer, changes: [], added: 0, changed: 0, removed: 0 },
    });
    expect(counted.writes()).toBe(0);
  });

  it('writes only the versions that are new', async () => {
    const stores = memoryStores();
    await publishOffers(stores, region, numberedOffers(1, 5), run(1));
    const written: string[] = [];
    const watching = {
      ...stores,
      offers: {
        ...stores.offers,
        writeVersions: (...given: Parameters<typeof stores.offers.writeVersions>) => {
          for (const { offer } of given[1]) written.push(offer.id);
          return stores.offers.writeVersions(...given);
        },
      },
    };
    await publishOffers(watching, region, [...numberedOffers(1, 4), numberedOffer(5, 2)], run(2));
    expect(written).toEqual([numberedId(5)]);
  });

  it('publishes a first catalogue even when it is empty', async () => {
    const stores = memoryStores();
    expect(await publishOffers(stores, region, [], run(1))).toMatchObject({ pointer: { sequence: 1 } });
  });

  it('refuses two offers with one id', async () => {
    const stores = memoryStores();
    const input = await leasedInput(stores, [numberedOffer(1), numberedOffer(1, 2)]);
    await expect(publishCatalogue({ ...stores, clock: () => 2, hashOffer }, input)).rejects.toThrow(
      RangeError,
    );
  });

  it('says so when the lease is lost, and when another has published', async () => {
    const stores = memoryStores();
    const deps = { ...stores, clock: () => 2, hashOffer };
    const sleeper = await leasedInput(stores);
    await publishOffers(stores, region, numberedOffers(1, 2), run(2e9));
    expect(await publishCatalogue(deps, sleeper)).toEqual({ ok: false, failure: 'lost-lease' });
    const late = { ...(await leasedInput(stores)), current: {} };
    const again = await stores.catalogues.takeLease(region, FEED, { owner: 'x', now: 3e9, until: 4e9 });
    if (!again.ok) throw new Error('the lease is held');
    expect(await publishCatalogue(deps, { ...late, lease: again.value })).toEqual({
      ok: false,
      failure: 'moved',
    });
  });

  it('throws when the store is out', async () => {
    const stores = memoryStores();
    const input = await leasedInput(stores);
    const deps = { ...unavailableStores(stores), clock: () => 2, hashOffer };
    await expect(publishCatalogue(deps, input)).rejects.toThrow(StoreUnavailable);
  });

  it('replaces a damaged catalogue and tells those who follow the log all that is true now', async () => {
    const stores = memoryStores();
    const { pointer } = await publishOffers(stores, region, numberedOffers(1, 5), run(1));
    stores.contents.delete(contentName(region, FEED, pointer.catalogue));
    const lease = await stores.catalogues.takeLease(region, FEED, { owner: 'x', now: 5, until: 6 });
    if (!lease.ok) throw new Error('the lease is held');
    const offers = [...numberedOffers(2, 5), numberedOffer(6)];
    const current = { pointer };
    const publicHolidays = new Set<LocalDate>();
    const input = { region, feed: FEED, lease: lease.value, current, offers, publicHolidays };
    const published = await publishCatalogue({ ...stores, clock: () => 5, hashOffer }, input);
    expect(published).toMatchObject({ ok: true, value: { added: 1, changed: 4, removed: 1 } });
    const { catalogue } = await readCurrent(stores.catalogues, region);
    expect(await replayLog(stores.catalogues, region)).toEqual(versionsOf(catalogue!));
  });

  it('publishes anew the state that was rolled back to, once the feed confirms it', async () => {
    const stores = memoryStores();
    await publishOffers(stores, region, numberedOffers(1, 5), run(1));
    await publishOffers(stores, region, numberedOffers(1, 2), run(2));
    await rollBack({ catalogues: stores.catalogues, clock: () => 3, owner: 'operator' }, region, FEED);
    const { pointer } = await publishOffers(stores, region, numberedOffers(1, 5), run(4));
    expect(pointer).toMatchObject({ sequence: 4, lastSeenAt: 4 });
    expect(pointer).not.toHaveProperty('rolledBackFrom');
  });
});
