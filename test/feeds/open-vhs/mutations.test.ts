import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FeedFormat } from '../../../shared/feeds/feed-format.ts';
import { FEED_FORMATS } from '../../../shared/feeds/feed-formats.ts';
import { tableFormat } from '../../../shared/feeds/table/table.ts';
import { bytesOf, FEED_CONTEXT } from '../../support/feed-under-test.ts';
import { REAL_TABLES } from '../../support/real-tables.ts';
import { seededChance, wholeBetween, type Chance } from '../../support/seeded-chance.ts';
import { mapOf } from '../../support/table-under-test.ts';

const SEEDS: readonly (readonly [FeedFormat, string, number])[] = [
  [FEED_FORMATS['open-vhs'], 'test/feeds/open-vhs/real/kurse-klein.json', 200],
  [FEED_FORMATS['offers-json'], 'shared/region/berlin/feeds/childcare-sample.json', 400],
  [tableFormat(mapOf(REAL_TABLES.flensburg.map)), REAL_TABLES.flensburg.file, 400],
  [tableFormat(mapOf(REAL_TABLES.ulm.map)), REAL_TABLES.ulm.file, 200],
];

/** The bytes with one to five places overwritten, doubled or cut out. */
function mutated(bytes: Uint8Array, chance: Chance): Uint8Array {
  let text = bytes;
  for (let round = wholeBetween(chance, 1, 5); round > 0; round -= 1) {
    const start = wholeBetween(chance, 0, text.length - 1);
    const end = Math.min(text.length, start + wholeBetween(chance, 1, 40));
    const piece = text.subarray(start, end);
    const put = [
      piece.map(() => wholeBetween(chance, 0, 255)),
      Buffer.concat([piece, piece]),
      new Uint8Array(),
    ];
    text = Buffer.concat([text.subarray(0, start), put[wholeBetween(chance, 0, 2)]!, text.subarray(end)]);
  }
  return text;
}

/** Reads to the end; every record gives an offer or an error among its notices, every failure is the last thing read. */
async function readAll(format: FeedFormat, bytes: Uint8Array): Promise<'whole' | 'failed'> {
  let end: 'whole' | 'failed' = 'whole';
  for await (const read of format.read(bytes)) {
    expect(end).toBe('whole');
    if (!read.ok) {
      end = 'failed';
      expect(read.failure.byte).toBeGreaterThanOrEqual(0);
      continue;
    }
    const { offer, notices } = format.toOffer(read.value, FEED_CONTEXT);
    expect(offer !== undefined || notices.some((notice) => notice.severity === 'error')).toBe(true);
  }
  return end;
}

describe.each(SEEDS)('a damaged file', (format, path, rounds) => {
  it(`of the format ${format.id} ends in a failure or in offers and notices, never in a crash`, async () => {
    const bytes = bytesOf(path);
    const chance = seededChance(19);
    const ends = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const damaged = mutated(bytes, chance);
      const end = await readAll(format, round % 4 === 0 ? gzipSync(damaged) : damaged);
      ends.set(end, (ends.get(end) ?? 0) + 1);
    }
    expect(await readAll(format, bytes)).toBe('whole');
    expect(ends.get('failed')).toBeGreaterThan(rounds / 4);
  });

  it(`of the format ${format.id} that is damaged as gzip fails or is read`, async () => {
    const packed = gzipSync(bytesOf(path));
    const chance = seededChance(20);
    for (let round = 0; round < 50; round += 1) {
      const damaged = mutated(packed, chance);
      if (damaged[0] === 0x1f && damaged[1] === 0x8b)
        expect(['whole', 'failed']).toContain(await readAll(format, damaged));
    }
    expect(await readAll(format, packed)).toBe('whole');
  });
});
