import { beforeEach, describe, expect, it } from 'vitest';
import { ok } from '../../../shared/domain/result.ts';
import type { FeedSource } from '../../../shared/feeds/feed-settings.ts';
import { fetchChanges } from '../../../shared/use-cases/fetch-changes.ts';
import { joiningPages } from '../../../shared/use-cases/join-pages.ts';
import { planFetch } from '../../../shared/use-cases/plan-fetch.ts';
import { rollBack } from '../../../shared/use-cases/roll-back-catalogue.ts';
import { FEED_CONTEXT, utf8 } from '../../support/feed-under-test.ts';
import { feedUnderTest, importUnderTest, type ImportUnderTest } from '../../support/import-under-test.ts';

const SOURCE: FeedSource = { url: 'https://example.org/hsds/services?taxonomy_term_id=7', pages: 'hsds' };
const FEED = { feed: feedUnderTest({ format: 'hsds', source: SOURCE, wholeOn: 'su' }) };
const DAY = 24 * 3_600_000;
const NOW = Date.parse('2025-03-24T05:00:00Z');

type Service = { readonly id: string; readonly name: string; readonly status?: string };
const services = (count: number): Service[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `s-${String(index)}`,
    name: `Angebot ${String(index)}`,
  }));

/** What a publisher has, asked for the whole or for what has changed. */
function publisher(all: readonly Service[], changed: readonly Service[] = []) {
  const asked: string[] = [];
  const fetchFeed = joiningPages((source) => {
    const { search, searchParams } = new URL('url' in source ? source.url : '');
    asked.push(search);
    const contents = searchParams.has('modified_after') ? changed : all;
    const page = { total_items: contents.length, page_number: 1, contents };
    return Promise.resolve(ok({ bytes: utf8(page), sha256: '0'.repeat(64) }));
  });
  return { asked, fetchFeed };
}

let feed: ImportUnderTest;
let now: number;
beforeEach(() => {
  feed = importUnderTest();
  now = NOW;
});
const wait = (milliseconds: number) => {
  feed.moveClock(milliseconds);
  now += milliseconds;
};
const plan = () =>
  planFetch({ catalogues: feed.catalogues, clock: () => now }, FEED_CONTEXT.region.id, FEED.feed.id);
async function runWhole(all: readonly Service[]) {
  const fetched = await publisher(all).fetchFeed(SOURCE);
  if (!fetched.ok) throw new Error(fetched.failure);
  return feed.run(fetched.value.bytes, FEED);
}
/** Since when is planned where it is not said. */
async function runChanges(changed: readonly Service[], saidSince?: number) {
  const planned = await plan();
  const since = saidSince ?? ('since' in planned ? planned.since : NOW);
  const fetched = await fetchChanges(publisher([], changed).fetchFeed, SOURCE, since);
  if (!fetched.ok) throw new Error(fetched.failure);
  return feed.run(fetched.value.bytes, FEED);
}
const titles = async () => (await feed.catalogue())!.entries.map(({ offer }) => offer.title);

describe('a fetch of changes', () => {
  it('asks page by page for what was changed since an instant, the other parts of the address kept', async () => {
    const { asked, fetchFeed } = publisher([], services(1));
    await fetchChanges(fetchFeed, SOURCE, NOW);
    expect(asked).toEqual([
      '?taxonomy_term_id=7&modified_after=2025-03-24T05%3A00%3A00.000Z&page=1&per_page=100&full=true',
    ]);
  });

  it.each<FeedSource>([{ file: 'feeds/a.json' }, { url: 'https://example.org/a.json' }])(
    'of %j, which cannot be asked for changes, is one of the whole',
    async (source) => {
      const asked: FeedSource[] = [];
      const whole = { bytes: utf8([]), sha256: '1'.repeat(64) };
      const fetched = await fetchChanges((one) => (asked.push(one), Promise.resolve(ok(whole))), source, NOW);
      expect([asked, fetched]).toEqual([[source], ok(whole)]);
    },
  );
});

describe('since when changes are asked for', () => {
  it('is when a good run last saw the feed, and a day more', async () => {
    await runWhole(services(4));
    wait(3 * DAY);
    expect(await plan()).toEqual({ feed: 'test-feed', part: 'changes', since: NOW - DAY });
    await runChanges([{ id: 's-0', name: 'Anders' }]);
    expect(await plan()).toEqual({ feed: 'test-feed', part: 'changes', since: NOW + 2 * DAY });
  });

  it('is not moved by a run that failed or was held back', async () => {
    await runWhole(services(200));
    wait(DAY);
    const gone = services(150).map((one) => ({ ...one, status: 'inactive' }));
    expect(await runChanges(gone)).toMatchObject({ state: 'quarantined' });
    expect(await runChanges([], now)).toMatchObject({ state: 'failed' });
    expect(await plan()).toMatchObject({ since: NOW - DAY });
  });

  it('is moved by a run that found nothing new, a day at most behind it', async () => {
    await runWhole(services(4));
    for (const day of [1, 2, 3, 4, 5, 6]) {
      wait(DAY);
      expect(await runChanges([])).toMatchObject({ state: 'unchanged' });
      const planned = await plan();
      expect('since' in planned && planned.since).toBeGreaterThanOrEqual(NOW + (day - 2) * DAY);
    }
  });

  it('goes back with a roll back, so that nothing of the time between is missed', async () => {
    await runWhole(services(4));
    wait(2 * DAY);
    await runChanges([{ id: 's-0', name: 'Falsch' }]);
    const deps = { catalogues: feed.catalogues, clock: () => now, owner: 'operator' };
    expect((await rollBack(deps, FEED_CONTEXT.region.id, FEED.feed.id)).ok).toBe(true);
    expect(await plan()).toMatchObject({ since: NOW - DAY });
    expect(await runChanges([{ id: 's-0', name: 'Richtig' }])).toMatchObject({ state: 'published' });
  });

  it('is never, but the whole is, before the first run and when a week was missed', async () => {
    expect(await plan()).toEqual({ feed: 'test-feed' });
    await runWhole(services(4));
    wait(8 * DAY);
    expect(await plan()).toMatchObject({ part: 'changes' });
    wait(1);
    expect(await plan()).toEqual({ feed: 'test-feed' });
  });
});

describe('services that were changed', () => {
  it('replace those of the last run, new ones come, and what is not told of stays', async () => {
    await runWhole(services(4));
    const changed = [
      { id: 's-2', name: 'Neuer Name' },
      { id: 's-9', name: 'Neues Angebot' },
    ];
    expect(await runChanges(changed)).toMatchObject({
      state: 'published',
      counts: { records: 5, offers: 5, added: 1, changed: 1, removed: 0, missing: 0 },
    });
    expect(await titles()).toEqual(['Angebot 0', 'Angebot 1', 'Neuer Name', 'Angebot 3', 'Neues Angebot']);
  });

  it('that nobody changed change nothing, and the feed counts as seen', async () => {
    await runWhole(services(4));
    wait(2 * DAY);
    feed.writes();
    expect(await runChanges([])).toMatchObject({ state: 'unchanged' });
    expect(await runChanges(services(2))).toMatchObject({ state: 'unchanged' });
    expect(feed.writes()).toEqual(['markSeen']);
  });

  it('make no guard ring, however few they are of however many, and however many of them are refused', async () => {
    await runWhole(services(200));
    const broken = [
      { id: 's-1', name: '' },
      { id: 's-2', name: '' },
      { id: 's-3', name: 'Gut' },
    ];
    expect(await runChanges(broken)).toMatchObject({
      state: 'published',
      counts: { records: 200, rejected: 2 },
    });
  });

  it('that leave too little are held back as a whole feed would be, and can be released', async () => {
    await runWhole(services(200));
    const gone = services(150).map((one) => ({ ...one, status: 'inactive' }));
    expect(await runChanges(gone)).toMatchObject({ state: 'quarantined', reason: 'feed-shrank' });
    expect(await feed.release(FEED)).toMatchObject({ value: { state: 'published', counts: { offers: 50 } } });
  });

  it('tell nothing of those that are deleted, which the whole of each week does', async () => {
    await runWhole(services(4));
    wait(DAY);
    await runChanges([{ id: 's-0', name: 'Anders' }]);
    expect(await titles()).toHaveLength(4);
    wait(DAY);
    expect(await runWhole(services(3))).toMatchObject({ counts: { missing: 1 } });
    wait(DAY);
    expect(await runChanges([])).toMatchObject({ state: 'published', counts: { removed: 1 } });
    expect(await titles()).toEqual(['Angebot 0', 'Angebot 1', 'Angebot 2']);
  });

  it('are refused where they do not reach back to when the feed was last seen, until the next whole', async () => {
    await runWhole(services(4));
    const late = await runChanges([{ id: 's-0', name: 'Anders' }], NOW - DAY + 1);
    expect(late).toMatchObject({ state: 'failed', reason: 'update-gap' });
    expect(await titles()).toContain('Angebot 0');
    await runWhole(services(4));
    expect(await runChanges([{ id: 's-0', name: 'Anders' }], NOW - DAY)).toMatchObject({
      state: 'published',
    });
  });

  it('before any whole are refused', async () => {
    expect(await runChanges(services(2))).toMatchObject({
      state: 'failed',
      reason: 'update-without-catalogue',
    });
    expect(await feed.catalogue()).toBeUndefined();
  });

  it('are read whole though there are many pages of them', async () => {
    await runWhole(services(250));
    const report = await runChanges([{ id: 's-260', name: 'Neu' }]);
    expect(report).toMatchObject({ state: 'published', counts: { records: 251, added: 1 } });
  });
});
