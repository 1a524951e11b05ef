import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTableRow, tableRowSchema } from '../../../../shared/feeds/table/table-row.ts';

/** Values that are almost rows. */
const leaf = fc.oneof(fc.string(), fc.constant(undefined), fc.constant(null), fc.integer(), fc.boolean());
const cells = fc.oneof(fc.array(fc.oneof(fc.string(), fc.constant(undefined))), fc.array(leaf), leaf);
const shape = fc.oneof(fc.constantFrom('whole', 'long', 'short', 'lone', 'round'), leaf);
const almostRow = fc.oneof(
  fc.record({ cells, shape }),
  fc.record({ cells, shape, other: leaf }, { requiredKeys: [] }),
  fc.array(leaf),
  leaf,
);

describe('a row of a table', () => {
  it('is told from all else as by its schema, which stays what says why', () => {
    fc.assert(
      fc.property(almostRow, (value) => {
        expect(isTableRow(value)).toBe(tableRowSchema.safeParse(value).success);
      }),
      { numRuns: 2000 },
    );
  });
});
