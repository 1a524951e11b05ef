import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeRepeated, type Measured } from '../../bench/import/repeated-feeds.ts';
import { openEmbedded } from '../../support/stores.ts';

const run = promisify(execFile);
const READ_FEED = fileURLToPath(new URL('../../bench/import/read-feed.ts', import.meta.url));
const IMPORT = fileURLToPath(new URL('../../bench/import/import-repeated.ts', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vereinbar-flat-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

/** What a program says that may use so much memory for values and dies where they need more. */
async function inHeap(mebibytes: number, program: string, given: readonly string[]) {
  const options = [`--max-old-space-size=${String(mebibytes)}`, '--max-semi-space-size=2'];
  const { stdout } = await run(process.execPath, [...options, program, ...given]);
  return JSON.parse(stdout) as { readonly records: number; readonly offers: number };
}

async function feedOf(format: Measured, records: number): Promise<string> {
  const file = join(folder, `${format}.feed`);
  await writeRepeated(format, records, file);
  return file;
}

// So many records, rows or offers as values would take twice the heap that is given, so that none of them may be held.

describe('a feed of many records', () => {
  it.each([
    ['table', 40_000],
    ['open-vhs-xml', 30_000],
    ['openq-cat', 18_000],
    ['offers-json', 30_000],
  ] as const)('in the format %s is read in a heap that could not hold them', async (format, records) => {
    const file = await feedOf(format, records);
    const found = await inHeap(48, READ_FEED, [format, file, 'offers and notices']);
    expect(found.records).toBe(records);
    expect(found.offers).toBeGreaterThan(records * 0.8);
  });

  it('is published again and again in a heap that could not hold its offers', async () => {
    const { store } = await openEmbedded(join(folder, 'store'));
    const imported = async (records: number) => {
      const file = await feedOf('table', records);
      return inHeap(72, IMPORT, ['table', file, store.endpoint]);
    };
    try {
      expect(await imported(40_000)).toMatchObject({ state: 'published', offers: 40_000 });
      const less = { state: 'published', offers: 36_000, missing: 4_000 };
      expect(await imported(36_000)).toMatchObject(less);
      expect(await imported(36_000)).toMatchObject({ state: 'unchanged', writes: 0 });
    } finally {
      await store.stop();
    }
  });
});
