import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataFolder, runCli, type Ended } from '../support/local-system.ts';

const COURSES = 'shared/region/berlin/feeds/kurse.json.gz';
// Each command is a process of its own with a store of its own, and there are twelve.
const BUSY_MACHINE = { timeout: 400_000 };

let folder: string;
beforeAll(async () => {
  folder = await dataFolder();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const importing = (...command: readonly string[]): Promise<Ended> => runCli(folder, 'import', ...command);

type File = { veranstaltungen: { veranstaltung: unknown[] } };

/** The first courses of Berlin's file as a file of its own. */
async function firstCourses(count: number): Promise<string> {
  const all = JSON.parse(gunzipSync(await readFile(COURSES)).toString('utf8')) as File;
  const veranstaltung = all.veranstaltungen.veranstaltung.slice(0, count);
  const path = join(folder, `first-${String(count)}.json`);
  await writeFile(path, JSON.stringify({ veranstaltungen: { veranstaltung } }));
  return path;
}

test(
  'an operator tries a file, imports, sees a shrunken feed held back, releases it and discards the next',
  BUSY_MACHINE,
  async () => {
    const trial = await importing(COURSES, '--dry-run');
    expect(trial).toMatchObject({ code: 0, err: '' });
    expect(trial.out).toMatch(/^probe: a trial as open-vhs; nothing is stored\n/);
    expect(trial.out).toMatch(/\nadded +1156\n/);
    expect((await runCli(folder, 'catalogue', 'list')).out).toBe('No feed has a catalogue yet.\n');
    const report = JSON.parse(await readFile(join(folder, 'reports/probe.json'), 'utf8')) as object;
    expect(report).toMatchObject({ preview: true, counts: { records: 1156, added: 1156 } });
    const page = await readFile(join(folder, 'reports/probe.html'), 'utf8');
    expect(page).toContain('<h1>Importbericht: kurse.json.gz</h1>');

    expect((await importing('vhs-berlin')).out).toMatch(/^vhs-berlin: published/);
    expect(await readdir(join(folder, 'originals/berlin/vhs-berlin'))).toHaveLength(1);

    const held = await importing(await firstCourses(500), '--as', 'vhs-berlin');
    expect(held).toMatchObject({ code: 3 });
    expect(held.out).toContain('(feed-shrank), the old catalogue stays');
    expect((await importing('runs', 'vhs-berlin')).out).toMatch(
      /quarantined \(feed-shrank\).*\n +feed-shrank: 1/,
    );

    const released = await importing('release', 'vhs-berlin');
    expect(released).toMatchObject({ code: 0, err: '' });
    expect(released.out).toMatch(/published · 500 offers .* 656 missing and still shown/);
    expect(await importing('release', 'vhs-berlin')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nothing of vhs-berlin waits') as string,
    });

    const fewer = await firstCourses(200);
    expect((await importing(fewer, '--as', 'vhs-berlin')).code).toBe(3);
    expect((await importing('discard', 'vhs-berlin')).code).toBe(0);
    const again = await importing(fewer, '--as', 'vhs-berlin');
    expect(again.out).toContain('an operator has discarded');

    const swept = await runCli(folder, 'sweep');
    expect(swept).toMatchObject({ code: 0, err: '' });
    expect(swept.out).toBe('swept: 0 versions, 0 catalogues, 0 chunks, 0 records of runs, 0 originals\n');
  },
);

test('what cannot be told or is not said is wrong use, with the cure', async () => {
  const file = join(folder, 'page.html');
  await writeFile(file, '<!doctype html><p>Wartungsarbeiten</p>');
  expect(await importing(file, '--dry-run')).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^The format cannot be told by the content\. Say with --format/) as string,
  });
  expect((await importing(COURSES)).err).toMatch(/^Say with --as which feed/);
  const table = await importing('test/feeds/table/real/flensburg.csv', '--dry-run');
  expect(table).toMatchObject({ code: 2, err: expect.stringContaining('--map') as string });
});

test('a list of a city is tried with its column map', async () => {
  const tried = await importing(
    'test/feeds/table/real/ulm.geojson',
    ...['--map', 'test/feeds/table/maps/ulm.json', '--dry-run'],
  );
  expect(tried).toMatchObject({ code: 0, err: '' });
  expect(tried.out).toMatch(/^probe: a trial as table/);
  expect(tried.out).toMatch(/\nadded +56\n/);
});
