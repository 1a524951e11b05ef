import * as z from 'zod';

/**
 * A list of `item` however the export wrote it: one member stands alone, several form a list, none is `null` or absent.
 * The one place where that is told apart (formats.md E18).
 */
export function listOf<Item extends z.ZodType>(item: Item, maxItems: number) {
  return z.preprocess(asArray, z.array(item).max(maxItems));
}

function asArray(value: unknown): unknown {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
