import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrderOf } from '../../../../../../shared/domain/matching/fast/columns/stable-order.ts';

const NOT_KNOWN = 0x7fffffff;

const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer({ min: 19_000, max: 22_000 }),
  fc.constantFrom(NOT_KNOWN, NOT_KNOWN - 1, -NOT_KNOWN - 1),
  fc.integer({ min: -NOT_KNOWN - 1, max: NOT_KNOWN }),
);

test('an order put together column by column is that of comparing one column after another', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number)), (pairs) => {
      const [first, second] = [0, 1].map((at) => Int32Array.from(pairs, (pair) => pair[at]!));
      const rows = Uint32Array.from(pairs.keys()).reverse();
      const compared = [...rows].sort(
        (one, other) => first![one]! - first![other]! || second![one]! - second![other]!,
      );
      expect([...inOrderOf(inOrderOf(rows, second!), first!)]).toEqual(compared);
    }),
    { numRuns: 1_000, seed: 18 },
  );
});

test('the rows given stay as they are', () => {
  const rows = Uint32Array.of(0, 1, 2);
  expect([...inOrderOf(rows, Int32Array.of(3, 2, 1))]).toEqual([2, 1, 0]);
  expect([...rows]).toEqual([0, 1, 2]);
});
