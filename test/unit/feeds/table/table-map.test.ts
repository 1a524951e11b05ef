import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../../shared/adapters/file/read-checked-file.ts';
import { describeRegionFailure } from '../../../../shared/adapters/file/region-failure.ts';
import { tableMapSchema } from '../../../../shared/feeds/table/table-map.schema.ts';
import { columnsOf } from '../../../../shared/feeds/table/table-row.ts';
import { nurseryMap } from '../../../support/nursery-table.ts';

/** What somebody reads whose map is wrong. */
async function sentence(own: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vereinbar-map-'));
  try {
    await writeFile(join(folder, 'kitas.map.json'), JSON.stringify(nurseryMap(own)));
    const read = await readJson(folder, 'kitas.map.json', tableMapSchema);
    return read.ok ? 'good' : describeRegionFailure(read.failure);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('a column map', () => {
  it('is good as it stands', async () => {
    expect(await sentence({})).toBe('good');
  });

  it.each([
    ['an unknown layout', { file: { form: 'xlsx' } }, /field file\.form .*form: one of csv, json, geojson/],
    [
      'an unknown conversion',
      { title: { as: 'regex', from: 'x' } },
      /field title\.as .*as: one of text, constant, words/,
    ],
    ['no column', { title: { as: 'text' } }, /kitas\.map\.json, field title\.from /],
    [
      'a misspelt field',
      { titel: { as: 'text', from: 'x' } },
      /kitas\.map\.json has a value that cannot be used: no field titel/,
    ],
    ['a condition that says nothing', { skip: [{ column: 'x' }] }, /field skip\.0 .*either is or isNot/],
    [
      'a path that is none',
      { file: { form: 'json', records: 'results' } },
      /field file\.records .*a path such as \$\.results\.\*/,
    ],
    ['an encoding that is not read', { file: { form: 'csv', encoding: 'utf-16' } }, /field file\.encoding /],
    [
      'a kind of care that does not exist',
      { care: { kind: { as: 'constant', value: 'hort' } } },
      /field care\.kind\.value /,
    ],
    ['jobs, which tables do not carry yet', { offers: 'job' }, /field offers /],
  ])('with %s is refused with file and field', async (_name, own, words) => {
    expect(await sentence(own)).toMatch(words);
  });

  it('names the columns it reads, each once, and no word of its value tables', () => {
    const map = tableMapSchema.parse(
      nurseryMap({ provider: { as: 'words', from: 'traeger', words: { from: 'column' } } }),
    );
    const columns = columnsOf(map);
    expect(columns).toContain('traeger');
    expect(columns).not.toContain('column');
    expect(new Set(columns).size).toBe(columns.length);
  });
});
