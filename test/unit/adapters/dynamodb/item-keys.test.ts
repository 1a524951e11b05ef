import { describe, expect, it } from 'vitest';
import {
  chunkKey,
  feedKey,
  feedsPartition,
  hiddenKey,
  hiddenPartition,
  manifestKey,
  offerKey,
  publicationKey,
} from '../../../../shared/adapters/dynamodb/item-keys.ts';
import { assertStorable, LARGEST_ITEM_BYTES } from '../../../../shared/adapters/dynamodb/item-size.ts';
import { parseCatalogueId, parseOfferVersion } from '../../../../shared/domain/offer/catalogue.ts';
import { parseRegionId } from '../../../../shared/domain/place/region.ts';
import { FEED, numberedId } from '../../../support/numbered-offers.ts';

const berlin = parseRegionId('berlin')!;
const hash = '0123456789abcdef0123456789abcdef';
const id = parseCatalogueId(hash)!;

describe('the keys of items', () => {
  it('are these', () => {
    const keys = [
      offerKey(berlin, numberedId(1), parseOfferVersion(hash)!),
      feedKey(berlin, FEED),
      manifestKey(berlin, FEED, id),
      chunkKey(berlin, FEED, hash),
      publicationKey(berlin, FEED, 12),
      hiddenKey(berlin, { kind: 'provider', id: 'a#b' }),
    ];
    expect(keys.map(({ pk, sk }) => `${pk.S} / ${sk.S}`)).toEqual([
      `berlin#OFR#vhs:000001 / V#${hash}`,
      'berlin#FEEDS / vhs',
      `berlin#CAT#vhs / ${hash}`,
      `berlin#CHK#vhs#${hash} / C`,
      'berlin#LOG#vhs / 000000000000012',
      'berlin#HIDDEN / provider#a#b',
    ]);
  });

  it('lie in the partitions that are read as a whole', () => {
    expect(feedKey(berlin, FEED).pk).toEqual(feedsPartition(berlin));
    expect(hiddenKey(berlin, { kind: 'feed', id: FEED }).pk).toEqual(hiddenPartition(berlin));
  });

  it('are refused with an empty part, which the local store alone would take', () => {
    expect(() => hiddenKey(berlin, { kind: 'provider', id: '' })).toThrow(RangeError);
    expect(() => chunkKey(berlin, FEED, '')).toThrow(RangeError);
  });

  it('are refused when longer than a sort key may be, in bytes', () => {
    expect(() => hiddenKey(berlin, { kind: 'provider', id: 'ä'.repeat(600) })).toThrow(RangeError);
  });
});

describe('the size of an item', () => {
  const itemOf = (bytes: number) => ({ body: { S: 'x'.repeat(bytes - 'body'.length) } });

  it('may be 380 KB, names included', () => {
    const item = itemOf(LARGEST_ITEM_BYTES);
    expect(assertStorable(item)).toBe(item);
    expect(() => assertStorable(itemOf(LARGEST_ITEM_BYTES + 1))).toThrow(RangeError);
  });

  it('counts bytes, lists and maps', () => {
    const half = LARGEST_ITEM_BYTES / 2;
    expect(() => assertStorable({ a: { S: 'ä'.repeat(half) } })).toThrow(RangeError);
    expect(() => assertStorable({ a: { B: new Uint8Array(2 * half) } })).toThrow(RangeError);
    expect(() => assertStorable({ a: { L: [{ S: 'x'.repeat(half) }, { S: 'x'.repeat(half) }] } })).toThrow(
      RangeError,
    );
    expect(() => assertStorable({ a: { M: { b: { S: 'x'.repeat(2 * half) } } } })).toThrow(RangeError);
  });
});
