import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anyRequest } from '../../../../support/any-request/request.ts';
import { expectSameAnswer } from '../../../../support/ranking-against-reference.ts';
import { requestsToTry } from '../../../../support/requests-to-try.ts';

const { numRuns, timeout } = requestsToTry(1_000);

describe('any request', () => {
  test.each([201, 202, 203, 204, 205, 206, 207])(
    'gets the answer of the reference, from seed %i on',
    (seed) => {
      fc.assert(fc.property(anyRequest, expectSameAnswer), { numRuns, seed });
    },
    timeout,
  );
});
