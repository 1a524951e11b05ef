import fc from 'fast-check';
import { describe, test } from 'vitest';
import { CORNER_CASES } from '../../../../support/any-request/corner-cases.ts';
import { expectSameAnswer } from '../../../../support/ranking-against-reference.ts';
import { requestsToTry } from '../../../../support/requests-to-try.ts';

const { numRuns, timeout } = requestsToTry(1_000);

describe('the answer is that of the reference for', () => {
  test.each(Object.entries(CORNER_CASES))(
    '%s',
    (_name, request) => {
      fc.assert(fc.property(request, expectSameAnswer), { numRuns, seed: 301 });
    },
    timeout,
  );
});
