import { describe, expect, test } from 'vitest';
import { inOrderOfIds } from '../../../../../shared/domain/matching/fast/order-by-id.ts';
import { buildIndex } from '../../../../../shared/domain/matching/match-index/build-index.ts';
import { offerIdCount, offerIdsOf } from '../../../../../shared/domain/matching/match-index/offer-ids.ts';
import { region } from '../../../../support/family-language.ts';
import { someOffer } from '../../../../support/some-offer.ts';

/** The ids of offers, each a candidate of its own in the order of the index, put in order. */
function inOrder(ids: readonly string[]): readonly string[] {
  const index = buildIndex(
    ids.map((id) => someOffer(id)),
    region(),
  );
  let count = 0;
  const parts = index.segments.map((segment) => {
    const begin = count;
    count += offerIdCount(segment.ids);
    return { segment, begin, end: count };
  });
  const offers = Int32Array.from(parts.flatMap(({ segment }) => [...offerIdsOf(segment.ids).keys()]));
  const all = parts.flatMap(({ segment }) => offerIdsOf(segment.ids));
  const ordered = inOrderOfIds(Uint32Array.from(all.keys()).reverse(), parts, offers);
  return Array.from(ordered, (candidate) => all[candidate]!);
}

describe('candidates are in the order of their ids', () => {
  test.each([
    ['of one feed', ['one:3', 'one:1', 'one:2']],
    ['of feeds one after another', ['two:1', 'one:2', 'one:1', 'two:2']],
    ['of a feed whose name begins with that of another', ['one:1', 'one-b:1', 'one:2', 'one-b:2', 'two:1']],
    ['none', []],
  ])('%s', (_name, ids) => {
    expect(inOrder(ids)).toEqual([...ids].sort());
  });
});
