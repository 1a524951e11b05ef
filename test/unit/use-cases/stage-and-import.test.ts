import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMemoryCatalogueStore } from '../../../shared/adapters/memory/catalogue-store.ts';
import { createMemoryImportRuns } from '../../../shared/adapters/memory/import-runs.ts';
import { createMemoryOfferStore } from '../../../shared/adapters/memory/offer-store.ts';
import { parseFeedId } from '../../../shared/domain/offer/offer-id.ts';
import { failed, ok } from '../../../shared/domain/result.ts';
import type { FetchedFeed } from '../../../shared/ports/feed-fetcher.ts';
import type { StagedFeed } from '../../../shared/ports/import-queue.ts';
import { StoreUnavailable } from '../../../shared/ports/store-failures.ts';
import { importStaged } from '../../../shared/use-cases/import-staged.ts';
import { stageFeed, type StageDeps } from '../../../shared/use-cases/stage-feed.ts';
import { FEED_CONTEXT, utf8 } from '../../support/feed-under-test.ts';
import { feedUnderTest } from '../../support/import-under-test.ts';
import { recordLog } from '../../support/log-matcher.ts';
import { SOME_REGION } from '../../support/some-region.ts';
import { vhsFile, vhsRecord } from '../../support/vhs-record.ts';

const feed = feedUnderTest();
const bytes = utf8(vhsFile([vhsRecord()]));
const fetched: FetchedFeed = { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
const staged: StagedFeed = { feed: feed.id, sha256: fetched.sha256 };
const outage = () => Promise.reject(new StoreUnavailable('out'));

/** All that staging touches, in the order it was touched. */
function staging(own: Partial<StageDeps> = {}) {
  const steps: string[] = [];
  const logged = recordLog();
  const deps: StageDeps = {
    region: FEED_CONTEXT.region.id,
    feeds: [feed],
    fetchFeed: () => Promise.resolve(ok(fetched)),
    originals: {
      keep: (_region, _feed, { sha256 }) => {
        steps.push(`kept ${sha256}`);
        return Promise.resolve();
      },
    },
    announce: (order) => {
      steps.push(`announced ${JSON.stringify(order)}`);
      return Promise.resolve();
    },
    log: logged.log,
    ...own,
  };
  return { deps, steps, logged };
}

describe('staging a feed', () => {
  it('keeps the original before anybody is told to read it', async () => {
    const { deps, steps, logged } = staging();
    expect(await stageFeed(deps, { feed: feed.id })).toEqual(ok(staged));
    expect(steps).toEqual([`kept ${fetched.sha256}`, `announced ${JSON.stringify(staged)}`]);
    expect(logged).toHaveLogged('feed-staged', { feed: feed.id, bytes: bytes.length });
  });

  it.each(['source-not-found', 'source-unreadable', 'source-too-large'] as const)(
    'keeps and announces nothing when the source is %s',
    async (failure) => {
      const { deps, steps, logged } = staging({ fetchFeed: () => Promise.resolve(failed(failure)) });
      expect(await stageFeed(deps, { feed: feed.id })).toEqual(failed(failure));
      expect(steps).toEqual([]);
      expect(logged).toHaveLogged('feed-fetch-failed', { feed: feed.id, reason: failure });
    },
  );

  it('refuses a feed that the region no longer has', async () => {
    const { deps, steps, logged } = staging();
    expect(await stageFeed(deps, { feed: parseFeedId('other')! })).toEqual(failed('feed-unknown'));
    expect(steps).toEqual([]);
    expect(logged).toHaveLogged('feed-fetch-failed', { feed: 'other', reason: 'feed-unknown' });
  });

  it('takes the occupancy file from its own source and says in the order what it is', async () => {
    const asked: unknown[] = [];
    const occupancy = { source: { url: 'https://vhs.example/belegung.xml' }, minute: 20 };
    const { deps, steps } = staging({
      feeds: [feedUnderTest({ occupancy })],
      fetchFeed: (source) => {
        asked.push(source);
        return Promise.resolve(ok(fetched));
      },
    });
    const own = { ...staged, part: 'occupancy' as const };
    expect(await stageFeed(deps, { feed: feed.id, part: 'occupancy' })).toEqual(ok(own));
    expect(asked).toEqual([occupancy.source]);
    expect(steps.at(-1)).toBe(`announced ${JSON.stringify(own)}`);
  });

  it('refuses the occupancy file of a feed that has none', async () => {
    const { deps, steps } = staging();
    expect(await stageFeed(deps, { feed: feed.id, part: 'occupancy' })).toEqual(failed('feed-unknown'));
    expect(steps).toEqual([]);
  });

  it('announces nothing when the original could not be kept', async () => {
    const { deps, steps } = staging({ originals: { keep: outage } });
    await expect(stageFeed(deps, { feed: feed.id })).rejects.toThrow(StoreUnavailable);
    expect(steps).toEqual([]);
  });

  it('is an outage when nobody takes the order', async () => {
    await expect(stageFeed(staging({ announce: outage }).deps, { feed: feed.id })).rejects.toThrow(
      StoreUnavailable,
    );
  });
});

describe('importing what was staged', () => {
  const now = Date.parse('2025-03-24T05:00:00Z');
  const catalogues = () => createMemoryCatalogueStore();
  const logged = recordLog();
  const run = (store = catalogues(), order = staged, found: unknown = ok(fetched), owner = 'message-1') =>
    importStaged(
      {
        inUse: SOME_REGION,
        bounds: FEED_CONTEXT.bounds,
        feeds: [feed],
        originals: { read: () => Promise.resolve(found as ReturnType<typeof ok<FetchedFeed>>) },
        catalogues: store,
        offers: createMemoryOfferStore(),
        runs: createMemoryImportRuns(),
        clock: () => now,
        log: logged.log,
        owner,
      },
      order,
    );

  it('publishes its offers', async () => {
    expect(await run()).toMatchObject({ ok: true, value: { state: 'published', counts: { offers: 1 } } });
  });

  it('a second time changes nothing', async () => {
    const store = catalogues();
    await run(store);
    expect(await run(store, staged, ok(fetched), 'message-2')).toMatchObject({
      ok: true,
      value: { state: 'unchanged' },
    });
  });

  it('is done with when the original is gone, for no later try would find it', async () => {
    expect(await run(catalogues(), staged, failed('source-not-found'))).toMatchObject({
      ok: true,
      value: { state: 'failed', reason: 'source-not-found' },
    });
  });

  it('is tried again when another run is at work', async () => {
    const store = catalogues();
    const { id } = SOME_REGION.region;
    await store.takeLease(id, feed.id, { owner: 'message-0', now, until: now + 60_000 });
    expect(await run(store)).toEqual(failed('again'));
  });

  it('goes on at once where the same message was cut off', async () => {
    const store = catalogues();
    const { id } = SOME_REGION.region;
    await store.takeLease(id, feed.id, { owner: 'message-1', now, until: now + 60_000 });
    expect(await run(store)).toMatchObject({ ok: true, value: { state: 'published' } });
  });

  it('refuses a feed that the region no longer has', async () => {
    expect(await run(catalogues(), { ...staged, feed: parseFeedId('other')! })).toEqual(
      failed('feed-unknown'),
    );
  });
});
