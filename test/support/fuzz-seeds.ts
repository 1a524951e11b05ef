import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FeedFormat } from '../../shared/feeds/feed-format.ts';
import { FEED_FORMATS } from '../../shared/feeds/feed-formats.ts';
import { FORMAT_IDS, type FormatId } from '../../shared/feeds/format-ids.ts';
import { recogniseFormats } from '../../shared/feeds/recognise-format.ts';
import { tableFormat } from '../../shared/feeds/table/table.ts';
import { bytesOf, utf8 } from './feed-under-test.ts';
import { readFeed } from './read-feed.ts';
import { REAL_COURSE_TABLES, REAL_TABLES } from './real-tables.ts';
import { mapOf } from './table-under-test.ts';

const ROOT = join(import.meta.dirname, '../..');
/** Small enough that hundreds of damaged copies are read in seconds. */
const MAX_SEED_BYTES = 100_000;
const SEEDS_PER_FORMAT = 4;

/** A good file of a format, of which damaged copies are made. */
export type FuzzSeed = { readonly name: string; readonly format: FeedFormat; readonly bytes: Uint8Array };

/**
 * Seeds of every registered format: the small files that lie in `test/feeds/<folder>/{real,made-up}`, told apart by their
 * content, so that a new format is fuzzed as soon as its files are there.
 */
export async function fuzzSeeds(): Promise<ReadonlyMap<FormatId, readonly FuzzSeed[]>> {
  const seeds = new Map<FormatId, FuzzSeed[]>(FORMAT_IDS.map((id) => [id, []]));
  const add = (id: FormatId, seed: FuzzSeed) => {
    const kept = seeds.get(id) ?? [];
    if (kept.length < SEEDS_PER_FORMAT && seed.bytes.length <= MAX_SEED_BYTES) kept.push(seed);
  };
  for (const name of globSync('test/feeds/*/{real,made-up}/**/*.*', { cwd: ROOT }).toSorted()) {
    const found = statSync(join(ROOT, name));
    if (name.endsWith('.md') || !found.isFile() || found.size > MAX_SEED_BYTES) continue;
    const bytes = bytesOf(name);
    const [id, ...others] = await recogniseFormats(bytes);
    if (id === undefined || id === 'table' || others.length > 0) continue;
    const format = FEED_FORMATS[id];
    if (await isGood(format, bytes)) add(id, { name, format, bytes });
  }
  for (const { name, map, file } of [
    REAL_TABLES.flensburg,
    REAL_COURSE_TABLES.madrid,
    REAL_TABLES.ulm,
    REAL_TABLES.leipzig,
  ])
    add('table', { name, format: tableFormat(mapOf(map)), bytes: bytesOf(file) });
  add(
    'open-vhs',
    fewOf(
      'test/feeds/open-vhs/real/kurse-klein.json',
      (text) => {
        const { veranstaltungen } = JSON.parse(text) as { veranstaltungen: { veranstaltung: unknown[] } };
        return { veranstaltungen: { veranstaltung: veranstaltungen.veranstaltung.slice(0, 4) } };
      },
      FEED_FORMATS['open-vhs'],
    ),
  );
  add(
    'offers-json',
    fewOf(
      'shared/region/berlin/feeds/childcare-sample.json',
      (text) => (JSON.parse(text) as unknown[]).slice(0, 20),
      FEED_FORMATS['offers-json'],
    ),
  );
  return seeds;
}

/** Files that show a failure are no seeds: what is damaged has to be good at first. */
async function isGood(format: FeedFormat, bytes: Uint8Array): Promise<boolean> {
  const { failure, offers } = await readFeed(format, bytes);
  return failure === undefined && offers > 0;
}

function fewOf(name: string, cut: (text: string) => unknown, format: FeedFormat): FuzzSeed {
  return {
    name: `${name}, its first records`,
    format,
    bytes: utf8(cut(new TextDecoder().decode(bytesOf(name)))),
  };
}
