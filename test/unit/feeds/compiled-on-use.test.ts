import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compiledOnUse } from '../../../shared/feeds/compiled-on-use.ts';
import { recordSchema } from '../../../shared/feeds/open-vhs/record.schema.ts';
import { outlineSchema, serviceSchema } from '../../../shared/feeds/openq-cat/record.schema.ts';

const SCHEMAS = { recordSchema, serviceSchema, outlineSchema };

/** Values that are almost records: names the schemas know, with anything in them. */
function almost(names: readonly string[]): fc.Arbitrary<unknown> {
  const leaf = fc.oneof(fc.string(), fc.constant(''), fc.constant(null), fc.integer(), fc.boolean());
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('tree'), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 6 }),
    ),
  }));
  return tree;
}

describe.each(Object.entries(SCHEMAS))('the compiled checks of %s', (_name, schema) => {
  it('accept and refuse what the schema does, with the same value and the same issues', () => {
    const compiled = compiledOnUse(schema);
    const names = ['#text', '@type', ...Object.keys(schema.shape)];
    fc.assert(
      fc.property(almost(names), (value) => {
        const [expected, found] = [schema.safeParse(value), compiled.safeParse(value)];
        expect(found.success).toBe(expected.success);
        expect(found.data).toEqual(expected.data);
        expect(found.error?.issues).toEqual(expected.error?.issues);
      }),
      { numRuns: 300 },
    );
  });
});
