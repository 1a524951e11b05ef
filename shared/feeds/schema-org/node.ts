import * as z from 'zod';

/** A thing of JSON-LD: its properties, each a value or a list of them. */
export type Node = Readonly<Record<string, unknown>>;

const nodeSchema: z.ZodType<Node> = z.record(z.string(), z.unknown());
const MAX_VALUES = 2000;

/** A value as a thing; `undefined` for texts, numbers and lists. */
export function nodeOf(value: unknown): Node | undefined {
  return nodeSchema.safeParse(value).data;
}

/** The values of a property, however many it has: none, one or a list. */
export function valuesOf(node: Node | undefined, property: string): readonly unknown[] {
  if (node === undefined || !Object.hasOwn(node, property)) return [];
  const value = node[property];
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, MAX_VALUES) : [value];
}

/** The values of a property that are things. */
export function nodesOf(node: Node | undefined, property: string): readonly Node[] {
  return valuesOf(node, property)
    .map(nodeOf)
    .filter((value) => value !== undefined);
}

/** The texts of a property, trimmed, not empty; of a thing its value or name stands for it. */
export function textsOf(node: Node | undefined, ...properties: readonly string[]): readonly string[] {
  return properties
    .flatMap((property) => valuesOf(node, property))
    .flatMap(
      (value) =>
        plainValue(value) ??
        plainValue(nodeOf(value)?.['@value']) ??
        textsOf(nodeOf(value), 'name').slice(0, 1),
    )
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

/** The first text of the first property that has one, else empty. */
export function textOf(node: Node | undefined, ...properties: readonly string[]): string {
  return textsOf(node, ...properties)[0] ?? '';
}

/** The types of a thing without the address of schema.org before them. */
export function typesOf(node: Node | undefined): readonly string[] {
  return textsOf(node, '@type').map(bareTerm);
}

/** `https://schema.org/Monday`, `http://schema.org/Monday`, `schema:Monday` and `Monday` are the same. */
export function bareTerm(text: string): string {
  return text.replace(/^(?:https?:\/\/(?:www\.)?schema\.org\/|schema:)/iu, '');
}

/** An address of the web: as text, or as a thing that is known by it. */
export function addressOf(node: Node | undefined, property: string): string {
  const [value] = valuesOf(node, property);
  return plainValue(value) ?? plainValue(nodeOf(value)?.['@id']) ?? textOf(nodeOf(value), 'url');
}

function plainValue(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}
