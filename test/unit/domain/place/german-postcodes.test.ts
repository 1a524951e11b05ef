import { describe, expect, it } from 'vitest';
import { readGermanPostcodes } from '../../../../shared/adapters/file/read-region.ts';
import { parseGermanPostcodes } from '../../../../shared/domain/place/german-postcodes.ts';

describe('the list of German postcodes', () => {
  it('puts the leading digits before each ending and keeps leading zeros', () => {
    expect(parseGermanPostcodes('01 067 069\n99 998\n')).toEqual(new Set(['01067', '01069', '99998']));
  });

  it.each([
    ['a line of another form', '01 067 69\n'],
    ['an empty line in between', '01 067\n\n99 998\n'],
    ['a code given twice', '01 067 067\n'],
    ['lines out of order', '99 998\n01 067\n'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(parseGermanPostcodes(text)).toBeUndefined();
  });

  it('has the 8,210 codes, those of the east with their zero, and not those that do not exist', async () => {
    const codes = await readGermanPostcodes();
    if (!codes.ok) throw new Error(codes.failure.code);
    expect(codes.value.size).toBe(8210);
    for (const code of ['01067', '04109', '10115', '12045', '44145', '44147', '99998']) {
      expect(codes.value.has(code), code).toBe(true);
    }
    for (const code of ['00000', '01000', '05000', '12044', '44146', '99999', '1067', '62000']) {
      expect(codes.value.has(code), code).toBe(false);
    }
  });
});
