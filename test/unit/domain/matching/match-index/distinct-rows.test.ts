import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addNumber,
  distinctRows,
  endRow,
} from '../../../../../shared/domain/matching/match-index/distinct-rows.ts';

/** The numbers that rows are given one after another. */
function numbered(rows: readonly (readonly number[])[]): readonly number[] {
  const distinct = distinctRows();
  return rows.map((row) => {
    for (const each of row) addNumber(distinct, each);
    return endRow(distinct);
  });
}

/** The same with texts. */
function numberedByText(rows: readonly (readonly number[])[]): readonly number[] {
  const numbers = new Map<string, number>();
  return rows.map((row) => {
    const key = row.join();
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  });
}

const value = fc.oneof(
  fc.constantFrom(0, 1, -1, 0x7fffffff, -0x80000000),
  fc.integer({ min: 0, max: 3 }),
  fc.integer(),
);

describe('rows of numbers', () => {
  test('have one number if and only if they are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 4 }), { maxLength: 60 }), (rows) => {
        expect(numbered(rows)).toEqual(numberedByText(rows));
      }),
      { numRuns: 500, seed: 20250324 },
    );
  });

  test('keep their numbers however many follow', () => {
    const many = Array.from({ length: 5000 }, (_, at) => [at % 7, Math.floor(at / 3), 1 << (at % 31)]);
    expect(numbered([...many, ...many])).toEqual(numberedByText([...many, ...many]));
  });
});
