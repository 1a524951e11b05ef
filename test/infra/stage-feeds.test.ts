import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { readStageFeeds } from '../../infra/region-folder.ts';
import { STAGE_SETTINGS } from '../../infra/stage-settings.ts';
import { outsideFolder } from './synthesized.ts';

const folder = outsideFolder();
afterAll(folder.remove);
const released = {
  id: 'kitas',
  schedule: '03:30',
  map: 'feeds/kitas.map.json',
  source: { file: 'feeds/kitas.csv' },
  production: true,
};
const onTheWeb = { id: 'vhs', source: { url: 'https://vhs.example/kurse.json' } };
const sample = { id: 'beispiele', source: { file: 'feeds/b.json' }, sample: true, production: true };

function writeRegion(region: object, feeds: readonly object[]): void {
  mkdirSync(join(folder.path, 'stadt'), { recursive: true });
  writeFileSync(join(folder.path, 'stadt/region.json'), JSON.stringify(region));
  writeFileSync(join(folder.path, 'stadt/feeds.json'), JSON.stringify(feeds));
}
beforeEach(() => {
  writeRegion({ id: 'stadt' }, [released, onTheWeb, sample]);
});
const read = (stage: 'staging' | 'production') => readStageFeeds('stadt', stage, folder.path);

it('staging serves every feed of its region, with the files they need', async () => {
  expect(await read('staging')).toMatchObject({
    feeds: [{ id: 'kitas', schedule: '03:30' }, { id: 'vhs' }, { id: 'beispiele' }],
    maps: ['feeds/kitas.map.json'],
    sources: ['feeds/kitas.csv', 'feeds/b.json'],
  });
});

it('the occupancy file beside a feed goes with it, and the minute at which it is read', async () => {
  const occupancy = { source: { file: 'feeds/belegung.xml' }, minute: 20 };
  writeRegion({ id: 'stadt' }, [{ ...onTheWeb, occupancy }]);
  expect(await read('staging')).toMatchObject({
    feeds: [{ id: 'vhs', occupancyMinute: 20 }],
    sources: ['feeds/belegung.xml'],
  });
});

it('production serves what is released for it, never a sample', async () => {
  const { feeds, text, maps, sources } = await read('production');
  expect(feeds).toEqual([{ id: 'kitas', schedule: '03:30' }]);
  expect(JSON.parse(text)).toEqual([released]);
  expect([maps, sources]).toEqual([['feeds/kitas.map.json'], ['feeds/kitas.csv']]);
});

it('production refuses a region whose date stands still', async () => {
  writeRegion({ id: 'stadt', asOf: '2025-03-24T06:00:00+01:00' }, [released]);
  await expect(read('production')).rejects.toThrow(/^The region stadt stands still at a date \(asOf/);
});

it('production refuses a region that has nothing to serve', async () => {
  writeRegion({ id: 'stadt' }, [onTheWeb, sample]);
  await expect(read('production')).rejects.toThrow(/^The region stadt has no feed released for production/);
});

it.each([
  [{ source: {} }, /without an id/],
  [{ id: 'vhs', source: {}, schedule: 330 }, /schedule that is no text HH:MM/],
])('a feed %j is refused', async (feed, sentence) => {
  writeRegion({ id: 'stadt' }, [feed]);
  await expect(read('staging')).rejects.toThrow(sentence);
});

it('of Dortmund, production serves the schools alone, staging the sample catalogue too', async () => {
  const served = await Promise.all(
    STAGE_SETTINGS.map(async ({ stage, region }) => [
      stage,
      region,
      (await readStageFeeds(region, stage)).feeds.map(({ id }) => id),
    ]),
  );
  expect(served).toEqual([
    ['staging', 'dortmund', ['schulen-nrw', 'beispiel-betreuung', 'beispiel-kurse', 'beispiel-angebote']],
    ['production', 'dortmund', ['schulen-nrw']],
  ]);
});

it('a feed that is off is not deployed, and an undocumented interface is off unless it is switched on', async () => {
  const jobs = { id: 'stellen', format: 'ba-jobs', source: { url: 'https://jobs.example' } };
  writeRegion({ id: 'stadt' }, [
    jobs,
    { ...onTheWeb, switchedOn: false },
    { ...jobs, id: 'vereinbart', switchedOn: true },
  ]);
  expect((await read('staging')).feeds).toEqual([{ id: 'vereinbart' }]);
});
