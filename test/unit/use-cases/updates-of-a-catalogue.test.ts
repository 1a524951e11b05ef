import { beforeEach, describe, expect, it } from 'vitest';
import { feedUnderTest, importUnderTest, type ImportUnderTest } from '../../support/import-under-test.ts';
import { utf8 } from '../../support/feed-under-test.ts';
import { day } from '../../support/some-offer.ts';
import { catalogueOf, dateOf, serviceOf, updateOf } from '../../support/openq-cat-catalogue.ts';

const FEED = { feed: feedUnderTest({ format: 'openq-cat' }), today: day('2026-11-22') };
const DAY = 24 * 3_600_000;
const BASE = catalogueOf([serviceOf({ id: 'a' }), serviceOf({ id: 'b' }), dateOf('a')]);

let feed: ImportUnderTest;
beforeEach(() => {
  feed = importUnderTest();
});
const run = (file: string) => feed.run(utf8(file), FEED);
const ids = async () =>
  (await feed.catalogue())!.entries.map(({ offer }) => offer.id.replace('test-feed:', ''));
const titles = async () => (await feed.catalogue())!.entries.map(({ offer }) => offer.title);

describe('an update that comes alone', () => {
  it('is laid over the catalogue that is published, and the next over both', async () => {
    await run(BASE);
    const added = updateOf(1, [], [serviceOf({ id: 'c' })]);
    expect(await run(added)).toMatchObject({
      state: 'published',
      counts: { added: 1, changed: 0, removed: 0 },
    });
    expect(await ids()).toEqual(['a', 'a-2', 'b', 'c']);
    await run(updateOf(2, [], [serviceOf({ id: 'b', title: 'Neuer Titel' })]));
    expect(await ids()).toEqual(['a', 'a-2', 'b', 'c']);
    expect(await titles()).toContain('Neuer Titel');
  });

  it('gives a new date what it inherits from an offer of the full catalogue', async () => {
    await run(BASE);
    await run(updateOf(1, [], [dateOf('b')]));
    expect(await ids()).toEqual(['a', 'a-2', 'b', 'b-2']);
    expect(new Set(await titles())).toEqual(new Set(['Büromanagement kompakt']));
  });

  it('deletes first and adds then, and what it deletes goes as what a full catalogue no longer has', async () => {
    await run(BASE);
    const both = updateOf(1, ['a', 'b'], [serviceOf({ id: 'b', title: 'Wieder da' })]);
    expect(await run(both)).toMatchObject({ state: 'published', counts: { offers: 1, missing: 2 } });
    expect(await titles()).toContain('Wieder da');
    feed.moveClock(DAY);
    expect(await run(updateOf(2, [], [serviceOf({ id: 'c' })]))).toMatchObject({ counts: { removed: 2 } });
    expect(await ids()).toEqual(['b', 'c']);
  });

  it('that came already changes nothing, though it is fetched every night', async () => {
    await run(BASE);
    const update = updateOf(1, [], [serviceOf({ id: 'c' })]);
    await run(update);
    feed.writes();
    expect(await run(update)).toMatchObject({ state: 'unchanged' });
    expect(feed.writes()).toEqual([]);
  });

  it.each([
    ['whose number leaves one out', updateOf(3, [], [serviceOf({ id: 'd' })])],
    ['that comes again with other content', updateOf(1, [], [serviceOf({ id: 'd' })])],
  ])('%s is refused as a whole', async (_which, file) => {
    await run(BASE);
    await run(updateOf(1, [], [serviceOf({ id: 'c' })]));
    expect(await run(file)).toMatchObject({ state: 'failed', reason: 'update-gap' });
    expect(await ids()).toEqual(['a', 'a-2', 'b', 'c']);
    expect(await run(updateOf(2, ['c'], [serviceOf({ id: 'e' })]))).toMatchObject({ state: 'published' });
  });

  it('begins to count anew after a full catalogue', async () => {
    await run(BASE);
    await run(updateOf(1, [], [serviceOf({ id: 'c' })]));
    await run(catalogueOf([serviceOf({ id: 'a' })]));
    expect(await run(updateOf(2, [], [serviceOf({ id: 'd' })]))).toMatchObject({ reason: 'update-gap' });
    expect(await run(updateOf(1, [], [serviceOf({ id: 'd' })]))).toMatchObject({ state: 'published' });
  });

  it.each([
    ['before any catalogue', () => Promise.resolve()],
    [
      'when what it changes is no longer kept',
      async () => {
        await run(BASE);
        feed.originals.clear();
      },
    ],
    ['over a feed that had another format', () => feed.run([])],
  ])('%s is refused, with the cure, and the run is recorded', async (_when, before) => {
    await before();
    const report = await run(updateOf(1, [], [serviceOf({ id: 'c' })]));
    expect(report).toMatchObject({
      state: 'failed',
      reason: 'update-without-catalogue',
      notices: [{ code: 'update-without-catalogue', count: 1 }],
    });
    expect(feed.written.at(-1)).toMatchObject({ state: 'failed', reason: 'update-without-catalogue' });
  });

  it('that a guard holds back is released whole, and then the next follows it', async () => {
    const many = Array.from({ length: 120 }, (_, index) => serviceOf({ id: `k${String(index)}` }));
    await run(catalogueOf(many));
    const most = Array.from({ length: 90 }, (_, index) => `k${String(index)}`);
    const update = updateOf(1, most, []);
    expect(await run(update)).toMatchObject({ state: 'quarantined', reason: 'feed-shrank' });
    feed.moveClock(1000);
    expect(await run(updateOf(2, [], [serviceOf({ id: 'c' })]))).toMatchObject({ reason: 'update-gap' });
    expect(await feed.release(FEED)).toMatchObject({
      ok: true,
      value: { state: 'published', counts: { offers: 30 } },
    });
    expect(await run(updateOf(2, [], [serviceOf({ id: 'c' })]))).toMatchObject({ counts: { added: 1 } });
  });

  it('is tried again when another run published meanwhile', async () => {
    let isRace = false;
    const raced: ImportUnderTest = importUnderTest((store) => ({
      ...store,
      takeLease: async (region, id, wanted) => {
        if (isRace) {
          isRace = false;
          await raced.run(utf8(catalogueOf([serviceOf({ id: 'z' })])), FEED);
        }
        return store.takeLease(region, id, wanted);
      },
    }));
    await raced.run(utf8(BASE), FEED);
    isRace = true;
    const late = await raced.run(utf8(updateOf(1, [], [serviceOf({ id: 'c' })])), FEED);
    expect(late).toMatchObject({ state: 'failed', reason: 'moved' });
    const found = (await raced.catalogue())!.entries.map(({ offer }) => offer.id);
    expect(found).toContain('test-feed:z');
    expect(found).not.toContain('test-feed:c');
  });
});
