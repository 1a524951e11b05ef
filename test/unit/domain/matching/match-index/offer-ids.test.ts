import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addId, idColumns, idsAdded } from '../../../../../shared/domain/matching/match-index/id-columns.ts';
import {
  compareOfferIds,
  offerIdAt,
  offerIdCount,
  offerIdsOf,
  rowOfOfferId,
  type OfferIds,
} from '../../../../../shared/domain/matching/match-index/offer-ids.ts';
import { parseOfferId, type OfferId } from '../../../../../shared/domain/offer/offer-id.ts';

function held(ascending: readonly OfferId[]): OfferIds {
  const columns = idColumns();
  for (const id of ascending) addId(columns, id);
  return idsAdded(columns);
}

/** Ids that begin alike in many ways: feeds of which one begins as another does, and numbers of different length. */
const anyId = fc
  .tuple(fc.constantFrom('ab', 'ab-c', 'abc', 'b0', 'ba'), fc.stringMatching(/^[0A~-]{1,4}$/))
  .map(([feed, own]) => parseOfferId(`${feed}:${own}`)!);
const anyIds = fc
  .uniqueArray(anyId, { maxLength: 12 })
  .map((ids) => ids.sort((one, other) => (one < other ? -1 : 1)));

describe('ids held as bytes', () => {
  test('are the ids that were added, each in its row', () => {
    fc.assert(
      fc.property(anyIds, (ids) => {
        expect(offerIdsOf(held(ids))).toEqual(ids);
      }),
    );
  });

  test('are found by what they are, and no others', () => {
    fc.assert(
      fc.property(anyIds, anyId, (ids, id) => {
        const row = ids.indexOf(id);
        expect(rowOfOfferId(held(ids), id)).toBe(row < 0 ? undefined : row);
        for (const [at, each] of ids.entries()) expect(rowOfOfferId(held(ids), each)).toBe(at);
      }),
    );
  });

  test('are in the order of their texts, those of other feeds too', () => {
    fc.assert(
      fc.property(anyIds, anyIds, (ids, others) => {
        const [one, other] = [held(ids), held(others)];
        for (const [row, id] of ids.entries()) {
          for (const [otherRow, otherId] of others.entries()) {
            const expected = id === otherId ? 0 : id < otherId ? -1 : 1;
            expect(Math.sign(compareOfferIds(one, row, other, otherRow))).toBe(expected);
          }
          expect(Math.sign(compareOfferIds(one, row, one, 0))).toBe(row === 0 ? 0 : 1);
        }
      }),
    );
  });

  test('hold what all begin with once', () => {
    const ids = held(['one:a01', 'one:a02', 'one:a1'].map((text) => parseOfferId(text)!));
    expect(ids.beginning).toBe('one:a');
    expect(ids.rests).toHaveLength(5);
  });

  test('are none where there is no such row', () => {
    const ids = held([parseOfferId('one:1')!]);
    expect(offerIdCount(ids)).toBe(1);
    for (const row of [-1, 1, Number.NaN]) expect(() => offerIdAt(ids, row)).toThrow(RangeError);
  });
});
