import * as z from 'zod';
import { listOf } from '../list-of.ts';

/** The text of an element, whatever attributes it has beside; `''` where it is empty or only has children. */
export function xmlText(maxCharacters: number) {
  return z.preprocess((value) => textOf(value), z.string().max(maxCharacters));
}

/** An element with a code as attribute `type` and words as text, each `''` where absent. */
export const xmlCoded = z.preprocess(
  (value) => ({ code: attributeOf(value, '@type'), words: textOf(value) }),
  z.object({ code: z.string().max(100), words: z.string().max(1000) }),
);

/** The first of an element that should stand once. An element without content counts as absent. */
export function xmlOne<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((value) => {
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return first === '' ? undefined : first;
  }, schema.optional());
}

/** Every element of a name, one or many; those without content are left out. */
export function xmlList<Item extends z.ZodType>(item: Item, maxItems: number) {
  return z.preprocess(
    (value) => (Array.isArray(value) ? value.filter((one) => one !== '') : value === '' ? [] : value),
    listOf(item, maxItems),
  );
}

function textOf(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isKeyed(first) ? attributeOf(first, '#text') : first;
}

function attributeOf(value: unknown, name: string): unknown {
  return isKeyed(value) ? (value[name] ?? '') : '';
}

function isKeyed(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
