import { describe, expect, it } from 'vitest';
import { discardHeldBack } from '../../../shared/use-cases/decide-held-back.ts';
import { feedUnderTest, importUnderTest } from '../../support/import-under-test.ts';
import { vhsRecord } from '../../support/vhs-record.ts';

const records = (count: number) =>
  Array.from({ length: count }, (_, index) => vhsRecord({ guid: String(index + 1) }));
const [REGION, FEED] = ['berlin' as never, 'test-feed' as never];
const HOUR = 3_600_000;

/** A feed of 120 offers whose next run brought 50 and was held back. */
async function heldBack() {
  const feed = importUnderTest();
  await feed.run(records(120));
  feed.moveClock(HOUR);
  expect(await feed.run(records(50))).toMatchObject({ state: 'quarantined', reason: 'feed-shrank' });
  feed.moveClock(HOUR);
  return feed;
}

describe('a run that was held back', () => {
  it('is recorded with its reason, its notices and its original', async () => {
    const feed = await heldBack();
    const [run] = await feed.runs.readRuns(REGION, FEED, 1);
    expect(run).toMatchObject({
      state: 'quarantined',
      reason: 'feed-shrank',
      counts: { records: 50 },
      notices: [{ code: 'feed-shrank', count: 1 }],
    });
    expect(run?.source?.startsWith(run.original ?? '-')).toBe(true);
  });

  it('is published by a release, from the bytes it was held back with', async () => {
    const feed = await heldBack();
    const report = await feed.release();
    expect(report).toMatchObject({
      ok: true,
      value: { state: 'published', counts: { offers: 50, missing: 70 } },
    });
    expect(await feed.release()).toEqual({ ok: false, failure: 'nothing-held-back' });
    const states = (await feed.runs.readRuns(REGION, FEED, 9)).map(({ state, decided }) => [state, decided]);
    expect(states).toEqual([
      ['published', undefined],
      ['quarantined', 'released'],
      ['published', undefined],
    ]);
  });

  it('cannot be released when its original is gone', async () => {
    const feed = await heldBack();
    feed.originals.clear();
    expect(await feed.release()).toEqual({ ok: false, failure: 'original-gone' });
  });

  it('is not read again once it was discarded, while other bytes are', async () => {
    const feed = await heldBack();
    expect(await discardHeldBack(feed, REGION, FEED)).toMatchObject({
      ok: true,
      value: { decided: 'discarded' },
    });
    feed.writes();
    expect(await feed.run(records(50))).toMatchObject({ state: 'skipped', reason: 'discarded' });
    expect(feed.writes()).toEqual([]);
    expect(await feed.release()).toEqual({ ok: false, failure: 'nothing-held-back' });
    expect((await feed.run(records(119))).state).toBe('published');
  });

  it('is read again after a discard where the settings of its table changed, for they are another source', async () => {
    const feed = await heldBack();
    await discardHeldBack(feed, REGION, FEED);
    const sample = { feed: feedUnderTest({ sample: true }) };
    expect(await feed.run(records(50), sample)).toMatchObject({ state: 'quarantined' });
  });

  it('waits no longer when a later run was published', async () => {
    const feed = await heldBack();
    await feed.run(records(118));
    expect(await feed.release()).toEqual({ ok: false, failure: 'nothing-held-back' });
    expect(await discardHeldBack(feed, REGION, FEED)).toEqual({ ok: false, failure: 'nothing-held-back' });
  });

  it('does not wait where nothing was ever held back', async () => {
    const feed = importUnderTest();
    await feed.run(records(3));
    expect(await feed.release()).toEqual({ ok: false, failure: 'nothing-held-back' });
  });
});

describe('the record of a run', () => {
  it('says while it goes on how far it is', async () => {
    const feed = importUnderTest();
    feed.whileReading(() => {
      feed.moveClock(10_000);
    });
    await feed.run(records(1200));
    expect(feed.written).toMatchObject([
      { state: 'running', counts: {} },
      { state: 'running', counts: { records: 500, rejected: 0, milliseconds: 10_000 } },
      { state: 'running', counts: { records: 1000, milliseconds: 20_000 } },
      { state: 'running', counts: { records: 1200, milliseconds: 30_000 } },
      { state: 'published', counts: { records: 1200, added: 1200 } },
    ]);
  });

  it('is left by a feed that could not be fetched, and by none that is unchanged', async () => {
    const feed = importUnderTest();
    await feed.runUnfetched('source-unreadable');
    feed.moveClock(1);
    await feed.run(records(2));
    feed.moveClock(1);
    await feed.run(records(2));
    const runs = await feed.runs.readRuns(REGION, FEED, 9);
    expect(runs.map(({ state, reason }) => [state, reason])).toEqual([
      ['published', undefined],
      ['failed', 'source-unreadable'],
    ]);
  });
});
