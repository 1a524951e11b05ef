import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createHmacSeal } from '../../../shared/adapters/crypto/hmac-seal.ts';
import type { MemoryIndexes } from '../../../shared/adapters/memory/memory-contents.ts';
import { createMemoryCatalogueStore } from '../../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import { buildSegment } from '../../../shared/domain/matching/match-index/build-segment.ts';
import { offerIdsOf } from '../../../shared/domain/matching/match-index/offer-ids.ts';
import { toCatalogueOffer } from '../../../shared/domain/offer/catalogue-changes.ts';
import { parseCatalogueId } from '../../../shared/domain/offer/catalogue.ts';
import type { Offer } from '../../../shared/domain/offer/offer.ts';
import type { LocalDate } from '../../../shared/domain/time/local-date.ts';
import { segmentFrom, type IndexSource } from '../../../shared/use-cases/catalogue-index.ts';
import { indexBytesOf } from '../../../shared/use-cases/make-catalogue-index.ts';
import { createCurrentOffers } from '../../../shared/use-cases/current-offers.ts';
import { hashOffer } from '../../../shared/use-cases/hash-offer.ts';
import { publishCatalogue } from '../../../shared/use-cases/publish-catalogue.ts';
import { anyInput } from '../../support/any-family.ts';
import { FEED_CONTEXT, utf8 } from '../../support/feed-under-test.ts';
import { importUnderTest, type ImportUnderTest } from '../../support/import-under-test.ts';
import { recordLog } from '../../support/log-matcher.ts';
import { FEED, numberedOffers } from '../../support/numbered-offers.ts';
import { day, someOffer } from '../../support/some-offer.ts';
import { SOME_REGION } from '../../support/some-region.ts';
import { vhsFile, vhsRecord } from '../../support/vhs-record.ts';

const HOLIDAYS = new Set([day('2025-05-01'), day('2025-05-29')]);

function sourceOf(offers: readonly Offer[], own: Partial<IndexSource> = {}): IndexSource {
  const entries = offers.map((offer) => ({ version: hashOffer(offer), offer: toCatalogueOffer(offer) }));
  const id = parseCatalogueId('0123456789abcdef0123456789abcdef')!;
  return { id, catalogue: { feed: FEED, entries }, publicHolidays: HOLIDAYS, ...own };
}

const SOURCE = sourceOf(numberedOffers(1, 20));
const bytesOf = (source: IndexSource): Uint8Array => Uint8Array.from(Buffer.concat(indexBytesOf(source)));
const refusal = (source: IndexSource, bytes: Uint8Array): string => {
  const read = segmentFrom(source, bytes);
  return read.ok ? 'read' : read.failure;
};

describe('the index of a catalogue as bytes', () => {
  test('gives the segment that its offers give', () => {
    const offers = SOURCE.catalogue.entries.map(({ offer }) => offer);
    const value = buildSegment(FEED, offers, HOLIDAYS);
    expect(segmentFrom(SOURCE, bytesOf(SOURCE))).toEqual({ ok: true, value });
  });

  test('is refused beside another catalogue, even one of the same offers', () => {
    const id = parseCatalogueId('ffffffffffffffffffffffffffffffff')!;
    expect(refusal({ ...SOURCE, id }, bytesOf(SOURCE))).toBe('other-catalogue');
  });

  test('is refused where other days are holidays, and read where the same ones come in another order', () => {
    const bytes = bytesOf(SOURCE);
    const more = new Set([...HOLIDAYS, day('2025-05-08')]);
    expect(refusal({ ...SOURCE, publicHolidays: more }, bytes)).toBe('other-holidays');
    const turned = new Set([...HOLIDAYS].toReversed());
    expect(refusal({ ...SOURCE, publicHolidays: turned }, bytes)).toBe('read');
  });

  test.each([
    ['an offer less', numberedOffers(1, 19)],
    ['an offer more', numberedOffers(1, 21)],
    ['another offer', [...numberedOffers(1, 19), ...numberedOffers(21, 21)]],
  ])('is refused beside %s', (_name, offers) => {
    expect(refusal(sourceOf(offers), bytesOf(SOURCE))).toBe('other-offers');
  });

  test('is refused when it is of another form, cut off anywhere or changed anywhere', () => {
    const bytes = bytesOf(SOURCE);
    const older = bytes.slice();
    older[64 + 8] = 0;
    expect(refusal(SOURCE, older)).toBe('other-version');
    expect(refusal(SOURCE, new Uint8Array(0))).toBe('other-catalogue');
    const spoiled = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(spoiled, ([at, change]) => {
        const changed = bytes.slice();
        changed[at]! ^= change;
        expect(refusal(SOURCE, changed)).not.toBe('read');
        expect(refusal(SOURCE, bytes.slice(0, at))).not.toBe('read');
      }),
    );
  });
});

/** Feeds in a store in memory, published with their index, and what a process that has just begun makes of them. */
function regionWithIndexes() {
  const indexes: MemoryIndexes = new Map();
  const stores = {
    catalogues: createMemoryCatalogueStore(new Map(), indexes),
    offers: createMemoryOfferStore(),
  };
  const { region } = SOME_REGION;
  const now = Date.parse('2025-03-24T12:00:00Z');
  return {
    indexes,
    stores,
    publish: async (
      offers: readonly Offer[],
      publicHolidays: ReadonlySet<LocalDate> = region.publicHolidays,
    ) => {
      const { feed } = offers[0]!.freshness;
      const lease = await stores.catalogues.takeLease(region.id, feed, {
        owner: 'test',
        now,
        until: now + 1000,
      });
      if (!lease.ok) throw new Error('the lease is free');
      const pointer = (await stores.catalogues.readPointers(region.id)).find((known) => known.feed === feed);
      const catalogue =
        pointer && (await stores.catalogues.readCatalogue(region.id, feed, pointer.catalogue));
      const current = pointer && catalogue ? { pointer, catalogue } : {};
      const input = { region: region.id, feed, lease: lease.value, current, offers, publicHolidays };
      const done = await publishCatalogue({ ...stores, clock: () => now, hashOffer }, input);
      if (!done.ok) throw new Error(done.failure);
    },
    begin: (log = recordLog()) => {
      const seal = createHmacSeal('key');
      const deps = {
        catalogues: stores.catalogues,
        clock: () => now,
        log: log.log,
        seal,
        inUse: SOME_REGION,
      };
      const source = createCurrentOffers(deps);
      const read = async () => {
        const answered = await source.refresh();
        if (!answered.ok) throw new Error(answered.failure);
        const { offers, index } = answered.value;
        const rebuilt = index.segments.map(({ feed }) =>
          buildSegment(
            feed,
            offers.filter(({ freshness }) => freshness.feed === feed),
            region.publicHolidays,
          ),
        );
        // Whatever way it came: what a match looks at is what the offers give.
        expect(index.segments).toEqual(rebuilt);
        return index;
      };
      return { read, log };
    },
  };
}

const ONE = [someOffer('one:1')];
const TWO = [someOffer('two:1'), someOffer('two:2', { places: [] })];

describe('a process that begins', () => {
  test('takes the indexes as they were published: their columns are the bytes that were read', async () => {
    const { publish, begin } = regionWithIndexes();
    await publish(ONE);
    await publish(TWO);
    const { read, log } = begin();
    const { segments } = await read();
    expect(segments.map(({ weeks }) => weeks.byteOffset > 0)).toEqual([true, true]);
    expect(log).not.toHaveLogged('index-missing');
    expect(log).not.toHaveLogged('index-refused');
  });

  test('makes an index where none was published, and says so', async () => {
    const { publish, begin, indexes } = regionWithIndexes();
    await publish(ONE);
    await publish(TWO);
    indexes.delete([...indexes.keys()][1]!);
    const { read, log } = begin();
    expect((await read()).segments).toHaveLength(2);
    expect(log).toHaveLogged('index-missing', { feed: 'two' });
    expect(log).not.toHaveLogged('index-missing', { feed: 'one' });
  });

  test.each([
    ['damaged', (bytes: Uint8Array) => bytes.fill(7, 200, 210)],
    ['damaged', (bytes: Uint8Array) => bytes.slice(0, -8)],
    ['not-an-index', (bytes: Uint8Array) => bytes.fill(7, 64, 72)],
    ['other-version', (bytes: Uint8Array) => bytes.fill(99, 72, 73)],
    ['other-catalogue', (bytes: Uint8Array) => bytes.fill(48, 0, 32)],
  ])('refuses an index that is %s, says so, and makes it from the offers', async (reason, spoil) => {
    const { publish, begin, indexes } = regionWithIndexes();
    await publish(ONE);
    await publish(TWO);
    const [name, bytes] = [...indexes][0]!;
    indexes.set(name, spoil(bytes));
    const { read, log } = begin();
    expect((await read()).segments).toHaveLength(2);
    expect(log).toHaveLogged('index-refused', { feed: 'one', reason });
    expect(log).not.toHaveLogged('index-refused', { feed: 'two' });
  });

  test('refuses an index that lies beside a catalogue it was not made of', async () => {
    const { publish, begin, indexes } = regionWithIndexes();
    await publish(ONE);
    const old = [...indexes.values()][0]!;
    await publish([someOffer('one:1', { title: 'Another course', timetable: TWO[0]!.timetable })]);
    indexes.set([...indexes.keys()][1]!, old);
    const { read, log } = begin();
    await read();
    expect(log).toHaveLogged('index-refused', { feed: 'one', reason: 'other-catalogue' });
  });

  test('refuses an index made when other days were holidays', async () => {
    const { publish, begin } = regionWithIndexes();
    await publish(ONE, HOLIDAYS);
    const { read, log } = begin();
    await read();
    expect(log).toHaveLogged('index-refused', { feed: 'one', reason: 'other-holidays' });
  });

  test('leaves out what is hidden, and knows of two feeds that tell of the same thing', async () => {
    const { publish, begin, stores } = regionWithIndexes();
    const house = { street: 'Donaustraße 88', postcode: '12045', precision: 'street' } as const;
    await publish([...ONE, someOffer('one:2', { duplicateOf: ONE[0]!.id })]);
    await publish([someOffer('two:1', { places: [house] })]);
    await publish([someOffer('three:1', { places: [house], seats: { free: 2 } })]);
    await stores.catalogues.hide(SOME_REGION.region.id, { kind: 'offer', id: ONE[0]!.id }, 0);
    const { segments } = await begin().read();
    const told = segments.map(({ feed, ids, duplicateOf }) => ({ feed, ids: offerIdsOf(ids), duplicateOf }));
    expect(told).toEqual([
      { feed: 'one', ids: [], duplicateOf: [] },
      { feed: 'three', ids: ['three:1'], duplicateOf: [] },
      { feed: 'two', ids: ['two:1'], duplicateOf: ['three:1'] },
    ]);
  });

  test('has for any offers the index that they give', async () => {
    await fc.assert(
      fc.asyncProperty(anyInput, async ({ offers }) => {
        const { publish, begin } = regionWithIndexes();
        if (offers.length === 0) return;
        await publish(offers.map((offer) => ({ ...offer, summary: '' })));
        const { read, log } = begin();
        await read();
        expect(log.lines.join('')).not.toContain('index-');
      }),
      { numRuns: 50 },
    );
  });
});

test('only the index of a feed that has changed is read again', async () => {
  const { publish, begin, stores } = regionWithIndexes();
  await publish(ONE);
  await publish(TWO);
  const asked: string[] = [];
  const { readIndex } = stores.catalogues;
  stores.catalogues = {
    ...stores.catalogues,
    readIndex: (region, feed, id) => {
      asked.push(feed);
      return readIndex(region, feed, id);
    },
  };
  const { read } = begin();
  const before = await read();
  await publish([...TWO, someOffer('two:3')]);
  const after = await read();
  expect(asked).toEqual(['one', 'two', 'two']);
  expect(after.segments[0]).toBe(before.segments[0]);
  expect(offerIdsOf(after.segments[1]!.ids)).toEqual(['two:1', 'two:2', 'two:3']);
});

describe('an import that finds nothing new', () => {
  const { id: region } = FEED_CONTEXT.region;
  const spoil = async ({ catalogues }: ImportUnderTest) => {
    const [pointer] = await catalogues.readPointers(region);
    await catalogues.writeIndex(region, pointer!.feed, pointer!.catalogue, [new Uint8Array(100)]);
    return () => catalogues.readIndex(region, pointer!.feed, pointer!.catalogue);
  };

  test.each([
    ['the same file', utf8(vhsFile([vhsRecord({})]))],
    ['another file of the same courses', Buffer.concat([utf8(vhsFile([vhsRecord({})])), Buffer.from(' ')])],
  ])(
    'lays an index anew that this release cannot read, and then writes nothing (%s)',
    async (_name, again) => {
      const feed = importUnderTest();
      await feed.run([vhsRecord({})]);
      const index = await spoil(feed);
      feed.writes();
      expect(await feed.run(again)).toMatchObject({ state: 'unchanged' });
      expect(feed.writes()).toContain('writeIndex');
      expect((await index())?.length).toBeGreaterThan(1000);
      await feed.run(again);
      expect(feed.writes()).not.toContain('writeIndex');
    },
  );
});
