import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bytesOf } from '../../support/feed-under-test.ts';
import { importUnderTest } from '../../support/import-under-test.ts';

let courses: readonly object[] = [];
beforeAll(() => {
  const text = new TextDecoder().decode(bytesOf('test/feeds/open-vhs/real/kurse-klein.json'));
  courses = (JSON.parse(text) as { veranstaltungen: { veranstaltung: object[] } }).veranstaltungen
    .veranstaltung;
});

const runs = { numRuns: 25, seed: 20250324 };
const someCourses = () => fc.shuffledSubarray([...courses], { minLength: 1 });

describe('importing', () => {
  it('the same bytes twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(someCourses(), async (subset) => {
        const feed = importUnderTest();
        await feed.run(subset);
        const before = await feed.catalogue();
        feed.writes();
        expect((await feed.run(subset)).state).toBe('unchanged');
        expect(feed.writes()).toEqual([]);
        expect(await feed.catalogue()).toEqual(before);
      }),
      runs,
    );
  });

  it('any part and then all gives the same as all', async () => {
    const full = importUnderTest();
    await full.run(courses);
    const expected = await full.catalogue();
    expect(expected?.entries).toHaveLength(46);
    await fc.assert(
      fc.asyncProperty(someCourses(), async (subset) => {
        const feed = importUnderTest();
        await feed.run(subset);
        const report = await feed.run(courses);
        expect(await feed.catalogue()).toEqual(expected);
        expect(report.counts.added).toBe(report.state === 'unchanged' ? 0 : courses.length - subset.length);
      }),
      runs,
    );
  });

  it('in any order gives the same catalogue', async () => {
    const inOrder = importUnderTest();
    const first = await inOrder.run(courses);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...courses], { minLength: courses.length }), async (shuffled) => {
        const feed = importUnderTest();
        expect((await feed.run(shuffled)).current?.catalogue).toBe(first.current?.catalogue);
      }),
      runs,
    );
  });

  it('any sequence of parts ends with what the last part holds, once it was seen again a day later', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someCourses(), { minLength: 1, maxLength: 4 }), async (parts) => {
        const feed = importUnderTest();
        for (const part of parts) await feed.run(part);
        feed.moveClock(24 * 3_600_000);
        await feed.run(parts.at(-1) ?? []);
        const alone = importUnderTest();
        await alone.run(parts.at(-1) ?? []);
        const ids = async (one: typeof feed) =>
          (await one.catalogue())?.entries.map(({ offer, version }) => [offer.id, version]);
        expect(await ids(feed)).toEqual(await ids(alone));
      }),
      runs,
    );
  });
});
