import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readRegion, REGIONS_FOLDER } from '../../../../shared/adapters/file/read-region.ts';
import { describeRegionFailure } from '../../../../shared/adapters/file/region-failure.ts';

const MAP = 'feeds/beispiel-betreuung.map.json';
let home = '';
let folder = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'vereinbar-region-'));
  folder = join(home, 'dortmund');
  await cp(join(REGIONS_FOLDER, 'dortmund'), folder, { recursive: true });
});

afterEach(async () => {
  await rm(home, { recursive: true });
});

/** What is said of the region; the empty text when it can be read. */
async function complaint(): Promise<string> {
  const read = await readRegion(folder);
  return read.ok ? '' : describeRegionFailure(read.failure);
}

describe('a region with a table', () => {
  it('is read with the content of its column maps', async () => {
    const read = await readRegion(folder);
    const feeds = read.ok ? read.value.feeds : [];
    expect(feeds.map(({ id, table }) => [id, table?.file.form])).toEqual([
      ['schulen-nrw', 'csv'],
      ['beispiel-betreuung', 'csv'],
      ['beispiel-kurse', undefined],
      ['beispiel-angebote', undefined],
    ]);
  });

  it('says which map is missing', async () => {
    await rm(join(folder, MAP));
    expect(await complaint()).toBe(`The region lacks the file ${MAP}.`);
  });

  it('says in which field a map is wrong, without its value', async () => {
    await writeFile(join(folder, MAP), JSON.stringify({ offers: 'childcare', file: { form: 'geheim' } }));
    expect(await complaint()).toBe(
      `${MAP}, field file.form has a value that cannot be used: form: one of csv, json, geojson.`,
    );
  });
});
