import { describe, expect, test } from 'vitest';
import { createHmacSeal } from '../../../shared/adapters/crypto/hmac-seal.ts';
import { createMemoryCatalogueStore } from '../../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import { currentOffers } from '../../../shared/domain/matching/candidates.ts';
import { offerIdsOf } from '../../../shared/domain/matching/match-index/offer-ids.ts';
import type { CatalogueStore } from '../../../shared/ports/catalogue-store.ts';
import { CatalogueDamaged, StoreUnavailable } from '../../../shared/ports/store-failures.ts';
import { createCurrentOffers } from '../../../shared/use-cases/current-offers.ts';
import { offerSource } from '../../../shared/use-cases/offer-source.ts';
import { publishOffers } from '../../support/api-under-test.ts';
import { recordLog } from '../../support/log-matcher.ts';
import { day, someOffer } from '../../support/some-offer.ts';
import { SOME_REGION } from '../../support/some-region.ts';

const REGION = SOME_REGION.region.id;

/** A source over a store in memory whose faults a test switches on, with what was asked of it. */
async function sourceOver(...feeds: Parameters<typeof publishOffers>[1][]) {
  const time = { now: Date.parse('2025-03-24T12:00:00Z') };
  const stores = { catalogues: createMemoryCatalogueStore(), offers: createMemoryOfferStore() };
  for (const offers of feeds) await publishOffers(stores, offers, time.now);
  const fault: { is?: 'down' | 'damaged' } = {};
  const asked = { pointers: 0, catalogues: 0 };
  const catalogues: CatalogueStore = {
    ...stores.catalogues,
    readPointers: (region) => {
      asked.pointers += 1;
      return fault.is === 'down'
        ? Promise.reject(new StoreUnavailable('out'))
        : stores.catalogues.readPointers(region);
    },
    readCatalogue: (region, feed, id) => {
      asked.catalogues += 1;
      return fault.is === 'damaged'
        ? Promise.reject(new CatalogueDamaged('gone'))
        : stores.catalogues.readCatalogue(region, feed, id);
    },
  };
  const logged = recordLog();
  const source = createCurrentOffers({
    catalogues,
    clock: () => time.now,
    log: logged.log,
    seal: createHmacSeal('key'),
    inUse: SOME_REGION,
  });
  const ids = async () => {
    const read = await source.read();
    return read.ok ? read.value.offers.map(({ id }) => id) : read.failure;
  };
  return { source, ids, fault, asked, time, stores, logged };
}

const one = [someOffer('one:1')];
const two = [someOffer('two:1'), someOffer('two:2')];

describe('the current offers', () => {
  test('are those of all feeds of the region', async () => {
    const { ids } = await sourceOver(two, one);
    expect(await ids()).toEqual(['one:1', 'two:1', 'two:2']);
  });

  test('are asked for once, however many ask at the same time, and kept for 45 seconds', async () => {
    const { ids, asked, time } = await sourceOver(one);
    await Promise.all([ids(), ids(), ids()]);
    time.now += 44_999;
    await ids();
    expect(asked.pointers).toBe(1);
    time.now += 1;
    await ids();
    expect(asked).toEqual({ pointers: 2, catalogues: 1 });
  });

  test('follow a new catalogue within a minute', async () => {
    const { ids, stores, time } = await sourceOver(one);
    await ids();
    await publishOffers(stores, [someOffer('one:2')], time.now);
    expect(await ids()).toEqual(['one:1']);
    time.now += 60_000;
    expect(await ids()).toEqual(['one:2']);
  });

  test('stay the last good ones, said to be degraded, while the store is down', async () => {
    const { ids, source, fault, time, logged } = await sourceOver(one);
    await ids();
    fault.is = 'down';
    time.now += 60_000;
    expect(await source.read()).toMatchObject({ ok: true, value: { degraded: true } });
    expect(await ids()).toEqual(['one:1']);
    expect(logged).toHaveLogged('catalogues-refresh-failed', { error: 'StoreUnavailable' });
    delete fault.is;
    time.now += 5000;
    expect(await source.read()).toMatchObject({ value: { degraded: false } });
  });

  test('are not asked for again with every request while the store is down', async () => {
    const { ids, fault, time, asked } = await sourceOver(one);
    await ids();
    fault.is = 'down';
    time.now += 60_000;
    await ids();
    await ids();
    expect(asked.pointers).toBe(2);
  });

  test('are a failure while the store is down and nothing is in memory, and asked for again each time', async () => {
    const { ids, fault } = await sourceOver(one);
    fault.is = 'down';
    expect(await ids()).toBe('store-unavailable');
    delete fault.is;
    expect(await ids()).toEqual(['one:1']);
  });

  test('are a failure of their own before the first catalogue, which is looked for again each time', async () => {
    const { ids, stores, time } = await sourceOver();
    expect(await ids()).toBe('no-catalogue-yet');
    await publishOffers(stores, one, time.now);
    expect(await ids()).toEqual(['one:1']);
  });

  test('keep a feed as it was when its new catalogue is damaged', async () => {
    const { ids, source, stores, fault, time, logged } = await sourceOver(one);
    await ids();
    await publishOffers(stores, [someOffer('one:2')], time.now);
    fault.is = 'damaged';
    time.now += 60_000;
    expect(await ids()).toEqual(['one:1']);
    expect(await source.read()).toMatchObject({ value: { degraded: true } });
    expect(logged).toHaveLogged('catalogue-damaged', { feed: 'one' });
  });

  test('fall back to the previous catalogue when the current one is damaged and memory is empty', async () => {
    const { stores, time } = await sourceOver(one);
    await publishOffers(stores, [someOffer('one:2')], time.now);
    const [pointer] = await stores.catalogues.readPointers(REGION);
    const source = createCurrentOffers({
      catalogues: {
        ...stores.catalogues,
        readCatalogue: (region, feed, id) =>
          id === pointer!.catalogue
            ? Promise.reject(new CatalogueDamaged('gone'))
            : stores.catalogues.readCatalogue(region, feed, id),
      },
      clock: () => time.now,
      log: recordLog().log,
      seal: createHmacSeal('key'),
      inUse: SOME_REGION,
    });
    expect(await source.read()).toMatchObject({
      ok: true,
      value: { degraded: true, offers: [{ id: 'one:1' }] },
    });
  });

  test('are a failure, never an empty list, when every catalogue is damaged', async () => {
    const { ids, fault, logged } = await sourceOver(one);
    fault.is = 'damaged';
    expect(await ids()).toBe('store-unavailable');
    expect(logged).toHaveLogged('catalogue-damaged', { feed: 'one' });
  });

  test.each([
    ['offer', { kind: 'offer', id: two[0]!.id }, ['one:1', 'two:2']],
    ['feed', { kind: 'feed', id: two[0]!.freshness.feed }, ['one:1']],
    ['provider', { kind: 'provider', id: 'vhs' }, []],
  ] as const)('leave out a hidden %s', async (_name, target, left) => {
    const { ids, stores, time } = await sourceOver(one, two);
    await stores.catalogues.hide(REGION, target, time.now);
    expect(await ids()).toEqual(left);
  });

  test('have another fingerprint when and only when they are others', async () => {
    const { source, stores, time } = await sourceOver(one);
    const fingerprint = async () => {
      const read = await source.refresh();
      return read.ok ? read.value.fingerprint : read.failure;
    };
    const first = await fingerprint();
    expect(await fingerprint()).toBe(first);
    await stores.catalogues.hide(REGION, { kind: 'offer', id: one[0]!.id }, time.now);
    expect(await fingerprint()).not.toBe(first);
    await stores.catalogues.unhide(REGION, { kind: 'offer', id: one[0]!.id });
    expect(await fingerprint()).toBe(first);
  });

  test('count as checked on the day a run last saw their feed, but never after the day the region is pinned to', async () => {
    const freshness = { ...one[0]!.freshness, checked: day('2025-01-02') };
    const { source, time } = await sourceOver([someOffer('one:1', { freshness })]);
    time.now += 400 * 86_400_000;
    const read = await source.read();
    expect(read.ok && read.value.offers[0]?.freshness.checked).toBe(day('2025-03-24'));
  });

  test('throw what is no outage: a fault of ours is not taken for a store that is down', async () => {
    const { stores, time } = await sourceOver(one);
    const source = createCurrentOffers({
      catalogues: { ...stores.catalogues, readHidden: () => Promise.reject(new TypeError('ours')) },
      clock: () => time.now,
      log: recordLog().log,
      seal: createHmacSeal('key'),
      inUse: SOME_REGION,
    });
    await expect(source.read()).rejects.toThrow(TypeError);
  });
});

describe('the index of the current offers', () => {
  const current = async (source: Awaited<ReturnType<typeof sourceOver>>['source']) => {
    const read = await source.refresh();
    if (!read.ok) throw new Error(read.failure);
    return read.value;
  };
  const segmentsOf = async (source: Awaited<ReturnType<typeof sourceOver>>['source']) => {
    const { index } = await current(source);
    return Object.fromEntries(index.segments.map((segment) => [segment.feed, segment]));
  };

  test('holds the offers in their order, each of which is found by its row', async () => {
    const { source } = await sourceOver(two, one);
    const offers = await current(source);
    const today = day('2025-03-24');
    const { at, withCare } = offerSource(offers, today);
    const found = offers.index.segments.flatMap((segment) =>
      offerIdsOf(segment.ids).map((_, row) => at(segment, row)),
    );
    expect(found).toEqual(offers.offers);
    expect(found.every((offer) => offers.offers.includes(offer))).toBe(true);
    expect(withCare()).toEqual([]);
  });

  test('is the same object while nothing has changed', async () => {
    const { source, time } = await sourceOver(one, two);
    const before = await current(source);
    time.now += 60_000;
    const after = await current(source);
    expect(after.index).toBe(before.index);
    expect(after.offers).toBe(before.offers);
    expect(after.checkedAt).toBeGreaterThan(before.checkedAt);
  });

  test('is built anew for the feed that has changed and for no other', async () => {
    const { source, stores, time } = await sourceOver(one, two);
    const before = await segmentsOf(source);
    await publishOffers(stores, [someOffer('one:1'), someOffer('one:2')], time.now);
    const after = await segmentsOf(source);
    expect(offerIdsOf(after['one']!.ids)).toEqual(['one:1', 'one:2']);
    expect(after['two']).toBe(before['two']);
  });

  test('is built anew for the feed of which something is hidden, and again when it is shown', async () => {
    const { source, stores, time } = await sourceOver(one, two);
    const before = await segmentsOf(source);
    const target = { kind: 'offer', id: two[0]!.id } as const;
    await stores.catalogues.hide(REGION, target, time.now);
    const hidden = await segmentsOf(source);
    expect(offerIdsOf(hidden['two']!.ids)).toEqual(['two:2']);
    expect(hidden['one']).toBe(before['one']);
    await stores.catalogues.unhide(REGION, target);
    const shown = await segmentsOf(source);
    expect(offerIdsOf(shown['two']!.ids)).toEqual(['two:1', 'two:2']);
    expect(shown['one']).toBe(before['one']);
  });

  test('stays when a run has seen the same offers on another day, which the offers say', async () => {
    const { stores, time, logged } = await sourceOver(one);
    const { asOf: _asOf, ...unpinned } = SOME_REGION;
    const source = createCurrentOffers({
      catalogues: {
        ...stores.catalogues,
        readPointers: async (region) =>
          (await stores.catalogues.readPointers(region)).map((pointer) => ({
            ...pointer,
            lastSeenAt: time.now,
          })),
      },
      clock: () => time.now,
      log: logged.log,
      seal: createHmacSeal('key'),
      inUse: unpinned,
    });
    const before = await current(source);
    time.now += 86_400_000;
    const after = await current(source);
    const nextDay = before.offers[0]!.freshness.checked + 1;
    expect(after.offers[0]?.freshness.checked).toBe(nextDay);
    expect(after.index.segments[0]).toBe(before.index.segments[0]);
  });

  test('is built anew for a feed whose offer another one tells of as well from now on', async () => {
    const house = { street: 'Donaustraße 88', postcode: '12045', precision: 'street' } as const;
    const told = someOffer('two:1', { places: [house] });
    const { source, stores, time } = await sourceOver(one, [told]);
    const before = await segmentsOf(source);
    await publishOffers(stores, [someOffer('three:1', { places: [house], seats: { free: 2 } })], time.now);
    const after = await segmentsOf(source);
    expect(after['two']?.duplicateOf).toEqual(['three:1']);
    expect(after['one']).toBe(before['one']);
  });

  test('has no row of a feed that is hidden as a whole, nor of one without a catalogue', async () => {
    const { source, stores, time } = await sourceOver(one, two);
    await stores.catalogues.hide(REGION, { kind: 'feed', id: two[0]!.freshness.feed }, time.now);
    const { index } = await current(source);
    expect(index.segments.flatMap(({ ids }) => offerIdsOf(ids))).toEqual(['one:1']);
  });

  test('gives childcare of the day: what is over or told of twice is left out', async () => {
    const care = (id: string, own = {}) => someOffer(id, { kind: 'childcare', goals: ['childcare'], ...own });
    const { freshness } = care('one:1');
    const until = (text: string) => ({ freshness: { ...freshness, validUntil: day(text) } });
    const feed = [
      care('one:1', until('2025-03-24')),
      care('one:2'),
      care('one:3', { duplicateOf: 'one:2' }),
      someOffer('one:4'),
    ];
    const { source } = await sourceOver(feed);
    const offers = await current(source);
    const idsOn = (text: string) =>
      offerSource(offers, day(text))
        .withCare()
        .map(({ id }) => id);
    expect(idsOn('2025-03-24')).toEqual(['one:1', 'one:2']);
    expect(idsOn('2025-03-25')).toEqual(['one:2']);
    expect(idsOn('2025-03-24')).toEqual(['one:1', 'one:2']);
  });
});

describe('what two feeds tell of', () => {
  const house = { street: 'Donaustraße 88', postcode: '12045', precision: 'street' } as const;
  const of = (id: string, own = {}) => someOffer(id, { places: [house], ...own });
  const bare = [of('two:9', { links: {}, cost: { cents: 100 } })];
  const full = [of('one:1', { cost: { cents: 90 } })];
  const current = async (source: Awaited<ReturnType<typeof sourceOver>>['source']) => {
    const read = await source.read();
    if (!read.ok) throw new Error(read.failure);
    return read.value;
  };

  test('is linked to the one that says more, and either keeps its own values and source', async () => {
    const { source } = await sourceOver(bare, full);
    const { offers } = await current(source);
    expect(
      offers.map(({ id, duplicateOf, cost, freshness }) => [id, duplicateOf, cost, freshness.feed]),
    ).toEqual([
      ['one:1', undefined, { cents: 90 }, 'one'],
      ['two:9', 'one:1', { cents: 100 }, 'two'],
    ]);
    expect(currentOffers(offers, day('2025-03-24')).map(({ id }) => id)).toEqual(['one:1']);
  });

  test('is hidden with the one that stands for both, and shown by the other when that one is no longer told of', async () => {
    const { ids, source, stores, time } = await sourceOver(bare, full);
    await stores.catalogues.hide(REGION, { kind: 'offer', id: full[0]!.id }, time.now);
    expect(await ids()).toEqual([]);
    await stores.catalogues.unhide(REGION, { kind: 'offer', id: full[0]!.id });
    await stores.catalogues.hide(REGION, { kind: 'feed', id: 'one' as never }, time.now);
    time.now += 60_000;
    expect(currentOffers((await current(source)).offers, day('2025-03-24')).map(({ id }) => id)).toEqual([
      'two:9',
    ]);
  });

  test('is linked anew when a feed has changed', async () => {
    const { source, stores, time } = await sourceOver(bare, full);
    expect([...(await current(source)).links]).toEqual([['two:9', 'one:1']]);
    time.now += 60_000;
    await publishOffers(stores, [of('one:1', { title: 'Nähen' })], time.now);
    expect([...(await current(source)).links]).toEqual([]);
  });
});
