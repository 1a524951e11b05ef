import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { FORMAT_IDS, type FormatId } from '../../../shared/feeds/format-ids.ts';
import { fuzzSeeds, type FuzzSeed } from '../../support/fuzz-seeds.ts';
import { mutateBytes } from '../../support/mutate-bytes.ts';
import { readFeed } from '../../support/read-feed.ts';
import { seededChance } from '../../support/seeded-chance.ts';

const MUTATIONS = 5200;
/** Short turns, so that none comes near the limit of a test on a slow machine. */
const TURNS = [1, 2, 3, 4, 5, 6];
const PER_TURN = Math.ceil(MUTATIONS / FORMAT_IDS.length / TURNS.length);
/** A damaged file can have more records than the good one, never more than a record every two bytes. */
const BYTES_PER_RECORD = 2;
const MOST_NOTICES = 60;
const HEAP_BYTES = 250_000_000;

let seeds: ReadonlyMap<FormatId, readonly FuzzSeed[]> = new Map();
let made = 0;

beforeAll(async () => {
  seeds = await fuzzSeeds();
});

describe.each(FORMAT_IDS)('damaged files of the format %s', (id) => {
  it.each(TURNS)(
    'end in a failure or in offers and notices, turn %i: no crash, no endless work, no growing memory',
    async (turn) => {
      const own = seeds.get(id) ?? [];
      expect(own.length, `small good files of ${id} in test/feeds`).toBeGreaterThan(0);
      const chance = seededChance(FORMAT_IDS.indexOf(id) * 10 + turn);
      let [failed, whole, mostHeap] = [0, 0, 0];
      for (let round = 0; round < PER_TURN; round += 1) {
        const { format, bytes } = own[round % own.length]!;
        const damaged = mutateBytes(bytes, chance);
        const read = await readFeed(format, round % 8 === 0 ? gzipSync(damaged, { level: 1 }) : damaged);
        made += 1;
        expect(read.records).toBeLessThanOrEqual(damaged.length / BYTES_PER_RECORD + 1);
        expect(read.mostNotices).toBeLessThanOrEqual(MOST_NOTICES);
        expect(read.mostOfferCharacters).toBeLessThanOrEqual(20 * damaged.length + 20_000);
        if (read.failure === undefined) whole += 1;
        else failed += 1;
        mostHeap = Math.max(mostHeap, process.memoryUsage().heapUsed);
      }
      expect(failed + whole).toBe(PER_TURN);
      expect(failed).toBeGreaterThan(0);
      expect(mostHeap).toBeLessThan(HEAP_BYTES);
    },
  );

  it('damaged as gzip fail or are read', async () => {
    const { format, bytes } = seeds.get(id)![0]!;
    const packed = gzipSync(bytes);
    const chance = seededChance(FORMAT_IDS.indexOf(id) + 301);
    const codes = new Set<string>();
    for (let round = 0; round < 40; round += 1) {
      const read = await readFeed(format, mutateBytes(packed, chance));
      made += 1;
      codes.add(read.failure?.code ?? 'whole');
    }
    expect([...codes]).toContain('gzip-broken');
  });
});

describe('all of them', () => {
  it(`are ${MUTATIONS} at least, and left nothing behind`, () => {
    expect(made).toBeGreaterThanOrEqual(MUTATIONS);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('were made of files that are good as they are', async () => {
    for (const { format, bytes, name } of [...seeds.values()].flat()) {
      const { failure, records } = await readFeed(format, bytes);
      expect([name, failure], name).toEqual([name, undefined]);
      expect(records, name).toBeGreaterThan(0);
    }
  });
});
