import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';

describe('canonical JSON', () => {
  it('orders members at every depth and leaves arrays as they are', () => {
    expect(canonicalJson({ b: 1, a: [2, { d: null, c: 'x' }, 1] })).toBe(
      '{"a":[2,{"c":"x","d":null},1],"b":1}',
    );
  });

  it('takes a member that is undefined for absent', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d', (number) => {
    expect(() => canonicalJson({ a: [number] })).toThrow(RangeError);
  });

  it('gives back the same value, and the same text for the same value in another order', () => {
    const value = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(value, (members) => {
        const text = canonicalJson(members);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(members)));
        expect(canonicalJson(Object.fromEntries(Object.entries(members).toReversed()))).toBe(text);
      }),
    );
  });
});
