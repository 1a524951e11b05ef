import { describe, expect, it } from 'vitest';
import type { ImportReport } from '../../../shared/use-cases/import-report.ts';
import { rollBack } from '../../../shared/use-cases/roll-back-catalogue.ts';
import { importUnderTest, type ImportUnderTest } from '../../support/import-under-test.ts';
import { day } from '../../support/some-offer.ts';
import { vhsAddress, vhsRecord, vhsSession } from '../../support/vhs-record.ts';

const records = (...guids: readonly number[]) => guids.map((guid) => vhsRecord({ guid: String(guid) }));
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2025-03-24T05:00:00Z');
const [REGION, FEED] = ['berlin' as never, 'test-feed' as never];

const entriesOf = async (feed: ImportUnderTest) =>
  (await feed.catalogue())?.entries.map(({ offer, missingSince }) => [offer.id.slice(10), missingSince]);
const countsOf = ({ state, counts: { added, changed, removed, missing } }: ImportReport) => [
  state,
  { added, changed, removed, missing },
];
const NOTHING = { added: 0, changed: 0, removed: 0, missing: 0 };

describe('a record that is gone from a complete and good feed', () => {
  it('stands, marked with the run that missed it first, and is no change to anybody', async () => {
    const feed = importUnderTest();
    await feed.run(records(1, 2, 3));
    feed.moveClock(HOUR);
    expect(countsOf(await feed.run(records(1, 2)))).toEqual(['published', { ...NOTHING, missing: 1 }]);
    expect(await entriesOf(feed)).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['3', START + HOUR],
    ]);
    expect(await feed.catalogues.readChanges(REGION, FEED, 1, 10)).toEqual([]);
  });

  it('is withdrawn with a tombstone when a second run misses it a day later', async () => {
    const feed = importUnderTest();
    await feed.run(records(1, 2, 3));
    await feed.run(records(1, 2));
    feed.moveClock(DAY);
    expect(countsOf(await feed.run(records(1, 2, 4)))).toEqual([
      'published',
      { ...NOTHING, added: 1, removed: 1 },
    ]);
    expect(await entriesOf(feed)).toEqual([
      ['1', undefined],
      ['2', undefined],
      ['4', undefined],
    ]);
    expect(await feed.catalogues.readChanges(REGION, FEED, 2, 10)).toMatchObject([
      { kind: 'removed', offer: 'test-feed:3' },
      { kind: 'added', offer: 'test-feed:4' },
    ]);
  });

  it('is withdrawn by the very same bytes a day later, too', async () => {
    const feed = importUnderTest();
    await feed.run(records(1, 2));
    await feed.run(records(1));
    feed.moveClock(DAY);
    expect(countsOf(await feed.run(records(1)))).toEqual(['published', { ...NOTHING, removed: 1 }]);
  });

  it('stands over any number of runs within a day, which write nothing', async () => {
    const feed = importUnderTest();
    await feed.run(records(1, 2));
    await feed.run(records(1));
    feed.writes();
    for (let run = 0; run < 5; run += 1) {
      feed.moveClock(HOUR);
      expect(countsOf(await feed.run(records(1)))).toEqual(['unchanged', NOTHING]);
    }
    expect(feed.writes()).toEqual([]);
    feed.moveClock(19 * HOUR - 1);
    expect(countsOf(await feed.run(records(1)))).toEqual(['unchanged', NOTHING]);
    feed.moveClock(1);
    expect(countsOf(await feed.run(records(1)))).toEqual(['published', { ...NOTHING, removed: 1 }]);
  });

  it('stands over a broken run, which is not complete', async () => {
    const feed = importUnderTest();
    await feed.run(records(1, 2));
    feed.moveClock(DAY);
    await feed.run(new TextEncoder().encode('{"veranstaltungen"'));
    expect(await entriesOf(feed)).toEqual([
      ['1', undefined],
      ['2', undefined],
    ]);
    feed.moveClock(DAY);
    expect(countsOf(await feed.run(records(1)))).toEqual(['published', { ...NOTHING, missing: 1 }]);
  });

  it('stays visible when it returns at the next run, and begins anew when it goes again', async () => {
    const feed = importUnderTest();
    await feed.run(records(1, 2));
    await feed.run(records(1));
    feed.moveClock(DAY);
    expect(countsOf(await feed.run(records(1, 2)))).toEqual(['published', NOTHING]);
    expect(await entriesOf(feed)).toEqual([
      ['1', undefined],
      ['2', undefined],
    ]);
    expect(countsOf(await feed.run(records(1)))).toEqual(['published', { ...NOTHING, missing: 1 }]);
    expect(await entriesOf(feed)).toEqual([
      ['1', undefined],
      ['2', START + DAY],
    ]);
  });

  it('comes back after it was withdrawn', async () => {
    const feed = importUnderTest();
    await feed.run(records(1, 2));
    await feed.run(records(1));
    feed.moveClock(DAY);
    await feed.run(records(1));
    expect(countsOf(await feed.run(records(1, 2)))).toEqual(['published', { ...NOTHING, added: 1 }]);
    expect(await feed.catalogues.readChanges(REGION, FEED, 0, 10)).toMatchObject([
      { kind: 'added', offer: 'test-feed:1' },
      { kind: 'added', offer: 'test-feed:2' },
      { kind: 'removed', offer: 'test-feed:2' },
      { kind: 'added', offer: 'test-feed:2' },
    ]);
  });

  it('goes at once when it has ended, whether the feed still tells of it or not', async () => {
    for (const left of [records(1), []]) {
      const feed = importUnderTest();
      await feed.run(records(1, 2));
      const inJune = vhsSession({ beginn_datum: '2025-06-30' });
      const later = vhsRecord({ guid: '3', ortetermine: { adresse: [vhsAddress()], termin: [inJune] } });
      const report = await feed.run([...left, later], { today: day('2025-04-10') });
      expect(report).toMatchObject({ state: 'published', counts: { missing: 0 } });
      expect((await feed.catalogue())?.entries.map(({ offer }) => offer.id)).not.toContain('test-feed:2');
    }
  });

  it('is not brought back, nor taken away, by the same bytes after a roll back', async () => {
    const feed = importUnderTest();
    await feed.run(records(1, 2));
    await feed.run(records(1));
    feed.moveClock(DAY);
    await feed.run(records(1));
    const { catalogues } = feed;
    await rollBack({ catalogues, owner: 'operator', clock: () => START + DAY }, REGION, FEED);
    expect(countsOf(await feed.run(records(1)))[0]).toBe('unchanged');
    expect((await feed.catalogue())?.entries).toHaveLength(2);
  });
});
