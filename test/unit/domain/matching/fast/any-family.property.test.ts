import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anyInput } from '../../../../support/any-family.ts';
import { expectSameAnswer } from '../../../../support/ranking-against-reference.ts';
import { requestsToTry } from '../../../../support/requests-to-try.ts';

const { numRuns, timeout } = requestsToTry(1_000);

describe('a family of a town whose ways are given', () => {
  test.each([101, 102, 103, 104])(
    'gets the answer of the reference, from seed %i on',
    (seed) => {
      fc.assert(fc.property(anyInput, expectSameAnswer), { numRuns, seed });
    },
    timeout,
  );
});
