import { describe, expect, it } from 'vitest';
import { importUnderTest } from '../../support/import-under-test.ts';
import { vhsRecord } from '../../support/vhs-record.ts';

const records = (count: number, own: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, index) => vhsRecord({ guid: String(index + 1), ...own }));
const DAY = 24 * 3_600_000;

describe('a preview of an import', () => {
  it('finds what the import would find, and writes nothing', async () => {
    const feed = importUnderTest();
    await feed.run(records(5));
    feed.writes();
    const next = [...records(3, { name: 'Deutsch B2.1' }), vhsRecord({ guid: '9' })];
    const foreseen = await feed.preview(next);
    expect(feed.writes()).toEqual([]);
    expect((await feed.catalogue())?.entries).toHaveLength(5);
    const { current: _current, ...happened } = await feed.run(next);
    expect(foreseen).toEqual(happened);
    expect(happened.counts).toMatchObject({ added: 1, changed: 3, missing: 2 });
  });

  it('knows what is missing since when', async () => {
    const feed = importUnderTest();
    await feed.run(records(3));
    await feed.run(records(2));
    feed.moveClock(DAY);
    expect((await feed.preview(records(2))).counts).toMatchObject({ removed: 1, missing: 0 });
  });

  it('of a feed that was never imported adds all, and a guard holds it back as it would the run', async () => {
    const feed = importUnderTest();
    expect(await feed.preview(records(2))).toMatchObject({ state: 'published', counts: { added: 2 } });
    await feed.run(records(120));
    expect(await feed.preview(records(50))).toMatchObject({ state: 'quarantined', reason: 'feed-shrank' });
  });

  it('says so when nothing would change', async () => {
    const feed = importUnderTest();
    await feed.run(records(2));
    expect((await feed.preview(records(2))).state).toBe('unchanged');
  });
});
