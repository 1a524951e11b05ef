import fc from 'fast-check';
import { describe, test } from 'vitest';
import { anyInput } from '../../../../../support/any-family.ts';
import { CORNER_CASES } from '../../../../../support/any-request/corner-cases.ts';
import { anyRequest } from '../../../../../support/any-request/request.ts';
import { expectSameAnswer } from '../../../../../support/ranking-against-reference.ts';
import { requestsToTry } from '../../../../../support/requests-to-try.ts';

const { numRuns, timeout } = requestsToTry(100);
const anyCornerCase = fc.oneof(...Object.values(CORNER_CASES));

describe('with levers the answer is that of the reference for', () => {
  test.each([
    ['a family of a town whose ways are given', anyInput, 401],
    ['any request', anyRequest, 402],
    ['corner cases', anyCornerCase, 404],
  ])(
    '%s',
    (_name, request, seed) => {
      const asked = request.map((input) => ({ ...input, levers: true }));
      fc.assert(fc.property(asked, expectSameAnswer), { numRuns, seed });
    },
    timeout,
  );
});
