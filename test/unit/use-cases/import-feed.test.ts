import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { OfferVersion } from '../../../shared/domain/offer/catalogue.ts';
import type { CatalogueStore } from '../../../shared/ports/catalogue-store.ts';
import type { ImportReport } from '../../../shared/use-cases/import-report.ts';
import { day } from '../../support/some-offer.ts';
import { utf8 } from '../../support/feed-under-test.ts';
import { feedUnderTest, importUnderTest, type ImportUnderTest } from '../../support/import-under-test.ts';
import { vhsFile, vhsRecord } from '../../support/vhs-record.ts';
import '../../support/log-matcher.ts';

const records = (count: number, own: Record<string, unknown> = {}, from = 1) =>
  Array.from({ length: count }, (_, index) => vhsRecord({ guid: String(from + index), ...own }));
const codes = (report: ImportReport) => report.notices.map(({ code, count }) => [code, count]);
const idsOf = async (feed: ImportUnderTest) =>
  (await feed.catalogue())?.entries.map((entry) => entry.offer.id);
const DAY = 24 * 3_600_000;

describe('importing a good feed', () => {
  it('publishes its offers and reports what it did', async () => {
    const feed = importUnderTest();
    const report = await feed.run(records(3));
    expect(report).toMatchObject({
      region: 'berlin',
      feed: 'test-feed',
      state: 'published',
      counts: { records: 3, offers: 3, rejected: 0, ended: 0, added: 3, changed: 0, removed: 0 },
      notices: [],
      current: { sequence: 1 },
    });
    expect(report.counts.bytes).toBe(utf8(vhsFile(records(3))).length);
    expect(await idsOf(feed)).toEqual(['test-feed:1', 'test-feed:2', 'test-feed:3']);
  });

  it('writes versions, then the catalogue, its index, then the pointer', async () => {
    const feed = importUnderTest();
    await feed.run(records(3));
    expect(feed.writes()).toEqual([
      'takeLease',
      'writeRun',
      'writeVersions',
      'writeCatalogue',
      'writeIndex',
      'publish',
      'writeRun',
      'releaseLease',
    ]);
  });

  it('logs by code and count, no text of the feed', async () => {
    const feed = importUnderTest();
    await feed.run(records(3, { name: 'Deutsch Zitronenfalter' }));
    expect(feed.log).toHaveLogged('import-started', { feed: 'test-feed' });
    expect(feed.log).toHaveLogged('import-published', { count: 3, rejected: 0, sequence: 1 });
    expect(feed.log.lines.join('')).not.toContain('Zitronenfalter');
  });

  it('tells how far it is', async () => {
    const feed = importUnderTest();
    await feed.run([...records(700), {}]);
    expect(feed.progress).toEqual([
      { records: 500, rejected: 0 },
      { records: 701, rejected: 1 },
    ]);
  });

  it('counts what was added, changed and removed', async () => {
    const feed = importUnderTest();
    await feed.run(records(4));
    const report = await feed.run([
      ...records(2),
      ...records(1, { aktuelle_teilnehmerzahl: '20' }, 3),
      ...records(2, {}, 8),
    ]);
    expect(report.counts).toMatchObject({ added: 2, changed: 1, removed: 0, missing: 1 });
  });

  it('leaves out what has ended, which is no fault', async () => {
    const feed = importUnderTest();
    const report = await feed.run(records(3), { today: day('2025-04-10') });
    expect(report).toMatchObject({
      state: 'quarantined',
      reason: 'feed-empty',
      counts: { ended: 3, rejected: 0 },
    });
    expect((await feed.run(records(3), { today: day('2025-04-09') })).state).toBe('published');
  });

  it('marks the offers of a sample feed', async () => {
    const feed = importUnderTest();
    await feed.run(records(1), { feed: feedUnderTest({ sample: true }) });
    expect((await feed.catalogue())?.entries[0]?.offer.freshness.sample).toBe(true);
  });
});

describe('importing an unchanged feed', () => {
  it('writes nothing', async () => {
    const feed = importUnderTest();
    await feed.run(records(3));
    feed.writes();
    const report = await feed.run(records(3));
    expect(report).toMatchObject({ state: 'unchanged', current: { sequence: 1 }, counts: { records: 0 } });
    expect(feed.writes()).toEqual([]);
    expect(feed.log).toHaveLogged('import-unchanged', { sequence: 1 });
  });

  it('notes once a day that it was seen', async () => {
    const feed = importUnderTest();
    await feed.run(records(3));
    feed.writes();
    feed.moveClock(DAY);
    await feed.run(records(3));
    expect(feed.writes()).toEqual([]);
    feed.moveClock(1);
    await feed.run(records(3));
    await feed.run(records(3));
    expect(feed.writes()).toEqual(['markSeen']);
  });

  it('publishes nothing when other bytes give the same offers', async () => {
    const feed = importUnderTest();
    await feed.run(records(3));
    feed.writes();
    const report = await feed.run(gzipSync(utf8(vhsFile(records(3)))));
    expect(report).toMatchObject({
      state: 'unchanged',
      counts: { records: 3, offers: 3, added: 0, changed: 0, removed: 0 },
    });
    expect(feed.writes()).toEqual(['takeLease', 'writeRun', 'writeRun', 'releaseLease']);
  });

  it('reads it again when it has become a sample', async () => {
    const feed = importUnderTest();
    await feed.run(records(3));
    expect((await feed.run(records(3), { feed: feedUnderTest({ sample: true }) })).counts.changed).toBe(3);
  });

  it('reads it again when its catalogue is damaged, and mends it', async () => {
    const feed = importUnderTest();
    await feed.run(records(3));
    feed.contents.clear();
    expect((await feed.run(records(3))).state).toBe('published');
    expect(await idsOf(feed)).toHaveLength(3);
  });
});

describe('a broken feed', () => {
  const whole = utf8(vhsFile(records(120)));
  const broken: readonly (readonly [string, Uint8Array, string])[] = [
    ['cut off', whole.subarray(0, 20_000), 'json-broken'],
    ['no JSON', utf8('<html>Wartungsarbeiten</html>'), 'json-broken'],
    [
      'in Latin-1',
      new Uint8Array(Buffer.from(Buffer.from(whole).toString('utf8'), 'latin1')),
      'encoding-wrong',
    ],
    ['gzip cut off', gzipSync(whole).subarray(0, 800), 'gzip-broken'],
    ['nested without end', utf8('['.repeat(1000)), 'json-too-deep'],
  ];

  it.each(broken)(
    'fails when it is %s, names the place and leaves the old catalogue',
    async (_, bytes, code) => {
      const feed = importUnderTest();
      await feed.run(records(120));
      feed.writes();
      const report = await feed.run(bytes);
      expect(report).toMatchObject({ state: 'failed', reason: code, current: { sequence: 1 } });
      const [example] = report.notices.find((summary) => summary.code === code)?.examples ?? [];
      expect(example?.field).toMatch(/^byte \d+$/);
      expect(example?.record?.number).toBeGreaterThan(0);
      expect(feed.writes()).toEqual(['takeLease', 'writeRun', 'writeRun', 'releaseLease']);
      expect(await idsOf(feed)).toHaveLength(120);
      expect(feed.log).toHaveLogged('import-failed', { reason: code });
    },
  );

  it.each([
    ['empty', new Uint8Array()],
    ['without a record', utf8(vhsFile([]))],
    ['of another shape', utf8({ results: records(3) })],
    ['without a usable record', utf8(vhsFile([{}, { guid: 1 }]))],
  ])('is quarantined when it is %s', async (_, bytes) => {
    const feed = importUnderTest();
    await feed.run(records(2));
    expect(await feed.run(bytes)).toMatchObject({ state: 'quarantined', reason: 'feed-empty' });
    expect(await feed.run(bytes, { release: true })).toMatchObject({
      state: 'quarantined',
      reason: 'feed-empty',
    });
    expect(await idsOf(feed)).toHaveLength(2);
  });

  it.each(['source-not-found', 'source-unreadable', 'source-too-large'] as const)(
    'fails when it cannot be fetched: %s',
    async (failure) => {
      const feed = importUnderTest();
      await feed.run(records(2));
      const report = await feed.runUnfetched(failure);
      expect(report).toMatchObject({
        state: 'failed',
        reason: failure,
        notices: [{ code: failure, count: 1 }],
      });
      expect(await idsOf(feed)).toHaveLength(2);
    },
  );

  it('imports after it was mended', async () => {
    const feed = importUnderTest();
    await feed.run(utf8('{'));
    expect((await feed.run(records(2))).state).toBe('published');
  });
});

describe('a suspicious feed', () => {
  it('is quarantined when it lost more than 30 % of its offers, until an operator releases it', async () => {
    const feed = importUnderTest();
    await feed.run(records(120));
    expect(await feed.run(records(83))).toMatchObject({
      state: 'quarantined',
      reason: 'feed-shrank',
      counts: { offers: 83 },
    });
    expect(await idsOf(feed)).toHaveLength(120);
    expect(feed.log).toHaveLogged('import-quarantined', { reason: 'feed-shrank' });
    expect(await feed.run(records(83), { release: true })).toMatchObject({
      state: 'published',
      counts: { removed: 0, missing: 37 },
    });
    feed.moveClock(DAY);
    expect(await feed.run(records(83))).toMatchObject({ state: 'published', counts: { removed: 37 } });
  });

  it('is quarantined when over 20 % of its records are rejected', async () => {
    const feed = importUnderTest();
    await feed.run(records(100));
    const report = await feed.run([...records(79), ...Array.from({ length: 21 }, () => ({}))]);
    expect(report).toMatchObject({
      state: 'quarantined',
      reason: 'too-many-rejected',
      counts: { rejected: 21 },
    });
  });

  it('is quarantined when it is more than three times as large', async () => {
    const feed = importUnderTest();
    await feed.run(records(100));
    expect(await feed.run(records(301))).toMatchObject({ state: 'quarantined', reason: 'feed-grew' });
  });

  it('is quarantined when a goal has no offer any more, which the notice names', async () => {
    const feed = importUnderTest();
    const training = { dvv_kategorie: { '#text': '5.01' }, schlagwort: [] };
    await feed.run([...records(110), ...records(10, training, 500)]);
    const report = await feed.run(records(115));
    expect(report).toMatchObject({ state: 'quarantined', reason: 'category-vanished' });
    expect(report.notices[0]?.examples[0]?.value).toBe('further-training');
  });
});

describe('bad records in a good feed', () => {
  it('are rejected one by one and explained', async () => {
    const feed = importUnderTest();
    const report = await feed.run([
      ...records(2),
      vhsRecord({ guid: '1', name: 'Deutsch B1.2' }),
      vhsRecord({ guid: ' ' }),
      vhsRecord({ guid: '7', name: 'Dummy-Kurs' }),
      vhsRecord({ guid: '8', name: 'FÃ¼r AnfÃ¤nger' }),
      vhsRecord({ guid: '9', name: 'x'.repeat(2_000_000) }),
      'no record',
    ] as object[]);
    expect(report).toMatchObject({ state: 'published', counts: { records: 8, offers: 2, rejected: 6 } });
    expect(codes(report)).toEqual([
      ['id-invalid', 1],
      ['id-repeated', 1],
      ['record-invalid', 2],
      ['record-is-test', 1],
      ['text-garbled', 1],
    ]);
    expect((await feed.catalogue())?.entries[0]?.offer.title).toBe('Deutsch B1.1');
  });

  it('are counted without end and kept ten a kind', async () => {
    const feed = importUnderTest();
    const report = await feed.run([...records(1), ...Array.from({ length: 50 }, () => ({}))]);
    const summary = report.notices.find(({ code }) => code === 'record-invalid');
    expect(summary?.count).toBeGreaterThanOrEqual(50);
    expect(summary?.examples).toHaveLength(10);
  });
});

describe('two runs at once', () => {
  it('skips while another holds the right to publish', async () => {
    const feed = importUnderTest();
    const now = Date.parse('2025-03-24T05:00:00Z');
    await feed.catalogues.takeLease('berlin' as never, 'test-feed' as never, {
      owner: 'other',
      now,
      until: now + 1000,
    });
    expect(await feed.run(records(2))).toMatchObject({ state: 'skipped', reason: 'lease-held' });
    expect(feed.log).toHaveLogged('import-skipped');
    feed.moveClock(1000);
    expect((await feed.run(records(2))).state).toBe('published');
  });

  it('ends as lost-lease when the right was taken away meanwhile', async () => {
    const taking = (store: CatalogueStore): CatalogueStore => ({
      ...store,
      writeCatalogue: async (region, catalogue) => {
        const id = await store.writeCatalogue(region, catalogue);
        const wanted = { owner: 'other', now: 0, until: Number.MAX_SAFE_INTEGER, evenIfHeld: true };
        await store.takeLease(region, catalogue.feed, wanted);
        return id;
      },
    });
    const feed = importUnderTest(taking);
    expect(await feed.run(records(2))).toMatchObject({ state: 'failed', reason: 'lost-lease' });
    expect(await feed.catalogue()).toBeUndefined();
  });

  it('gives the right back when the store fails, and lets the failure out', async () => {
    const failing = (store: CatalogueStore): CatalogueStore => ({
      ...store,
      writeCatalogue: () => Promise.reject(new Error('store is out')),
    });
    const feed = importUnderTest(failing);
    await expect(feed.run(records(2))).rejects.toThrow('store is out');
    expect(feed.writes().at(-1)).toBe('releaseLease');
  });

  it('does not bring back by the same bytes what was published meanwhile', async () => {
    const feed = importUnderTest();
    const [one, other] = await Promise.all([feed.run(records(2)), feed.run(records(2))]);
    expect([one.state, other.state].filter((state) => state === 'published')).toHaveLength(1);
    const versions = (await feed.catalogue())?.entries.map((entry): OfferVersion => entry.version);
    expect(versions).toHaveLength(2);
  });
});
