import { nodeOf, nodesOf, typesOf, valuesOf, type Node } from './node.ts';

/** A thing that may be an offer; of a course each of its dates is one. */
export type FoundThing = { readonly thing: Node; readonly instance?: Node };

const TYPES = new Set([
  ...['Course', 'CourseInstance', 'EducationalOccupationalProgram', 'WorkBasedProgram'],
  ...['JobPosting', 'ChildCare', 'Preschool'],
]);
/** Properties under which pages put what they are about. */
const WRAPPERS = ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'];
const MAX_DEPTH = 12;
const MAX_REFERENCES = 4;

/**
 * The things of JSON-LD texts that may be offers, in their order, each once: alone, in lists, in a `@graph`, as what a page is
 * about. What is only named by its `@id` is looked up among all things of the page.
 */
export function findThings(values: readonly unknown[]): readonly FoundThing[] {
  const known = new Map<string, Node>();
  for (const value of values) noteIds(value, known, 0);
  const found: Node[] = [];
  for (const value of values) collect(value, found, 0);
  const seen = new Set<unknown>();
  return found
    .filter((node) => {
      const key = node['@id'] ?? node;
      return !seen.has(key) && seen.add(key);
    })
    .flatMap((node) => datesOf(joined(node, known)));
}

function datesOf(thing: Node): readonly FoundThing[] {
  const instances = typesOf(thing).includes('Course') ? nodesOf(thing, 'hasCourseInstance') : [];
  return instances.length === 0 ? [{ thing }] : instances.map((instance) => ({ thing, instance }));
}

function collect(value: unknown, found: Node[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1);
    return;
  }
  const node = nodeOf(value);
  if (node === undefined) return;
  if (typesOf(node).some((type) => TYPES.has(type)) && Object.keys(node).length > 2) found.push(node);
  else
    for (const wrapper of WRAPPERS)
      for (const inner of valuesOf(node, wrapper)) collect(inner, found, depth + 1);
}

/** The fullest thing of each `@id`: another place may only point to it. */
function noteIds(value: unknown, known: Map<string, Node>, depth: number): void {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
  const node = nodeOf(value);
  const id = node?.['@id'];
  if (node && typeof id === 'string' && Object.keys(node).length > Object.keys(known.get(id) ?? {}).length)
    known.set(id, node);
  for (const inner of Object.values(value)) noteIds(inner, known, depth + 1);
}

/** The thing with others that it points to in their place, a few steps deep, never in a circle. */
function joined(thing: Node, known: ReadonlyMap<string, Node>): Node {
  return nodeOf(join(thing, known, 0, 0, new Set())) ?? thing;
}

function join(
  value: unknown,
  known: ReadonlyMap<string, Node>,
  depth: number,
  references: number,
  open: ReadonlySet<string>,
): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => join(item, known, depth + 1, references, open));
  const node = nodeOf(value);
  if (node === undefined) return value;
  const id = node['@id'];
  const other = typeof id === 'string' && Object.keys(node).length === 1 ? known.get(id) : undefined;
  if (other !== undefined && typeof id === 'string') {
    if (open.has(id) || references >= MAX_REFERENCES) return value;
    return join(other, known, depth + 1, references + 1, new Set([...open, id]));
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, inner]) => [key, join(inner, known, depth + 1, references, open)]),
  );
}
