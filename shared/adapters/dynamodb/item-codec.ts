import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { failed, ok, type Result } from '../../domain/result.ts';

/** An item as the table holds it. */
export type Item = Record<string, AttributeValue>;

/** Why an item cannot be read: a newer release wrote it, or it is not what any release wrote. */
export type ItemFault = 'newer-version' | 'malformed';

/** Lifts an item from the version it is filed under to the next. */
export type Upcasters = Readonly<Record<number, (item: Item) => Item>>;

/** Name of the attribute that holds an item's schema version. */
export const VERSION_ATTRIBUTE = 'v';

/** A text that is not empty. */
export const textAttribute = z.object({ S: z.string().min(1) }).transform(({ S }) => S);
/** A text in a form that a domain parser knows. */
export function parsedText<Value>(parse: (text: string) => Value | undefined) {
  return textAttribute.transform((found, context) => {
    const value = parse(found);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'another form' });
    return z.NEVER;
  });
}
/** A whole number from 0. */
export const wholeAttribute = z.object({ N: z.string().regex(/^\d{1,15}$/) }).transform(({ N }) => Number(N));
/** Bytes. */
export const bytesAttribute = z.object({ B: z.instanceof(Uint8Array) }).transform(({ B }) => B);
/** Texts in order. */
export const textsAttribute = z.object({ L: z.array(textAttribute) }).transform(({ L }) => L);

/** The schema version an item says it has, 1 or more. */
function versionOf(item: Item): number | undefined {
  const version = wholeAttribute.safeParse(item[VERSION_ATTRIBUTE]);
  return version.success && version.data > 0 ? version.data : undefined;
}

/** Reads items of one type: lifts older versions step by step, then checks the current form. */
export function itemDecoder<Value>(type: {
  readonly version: number;
  readonly schema: z.ZodType<Value>;
  readonly upcasters: Upcasters;
}): (item: Item) => Result<Value, ItemFault> {
  return (stored) => {
    const found = versionOf(stored);
    if (found === undefined) return failed('malformed');
    if (found > type.version) return failed('newer-version');
    let item = stored;
    for (let version = found; version < type.version; version++) {
      const lift = type.upcasters[version];
      if (lift === undefined) return failed('malformed');
      item = lift(item);
    }
    const parsed = type.schema.safeParse(item);
    return parsed.success ? ok(parsed.data) : failed('malformed');
  };
}

/** A text as an attribute. */
export function text(value: string): AttributeValue {
  return { S: value };
}

/** A whole number as an attribute. */
export function whole(value: number): AttributeValue {
  return { N: String(value) };
}

/** Texts in order as an attribute. */
export function texts(values: readonly string[]): AttributeValue {
  return { L: values.map(text) };
}
