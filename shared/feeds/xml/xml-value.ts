/**
 * An element as a plain value. Only text: that text, blanks at its ends gone, `''` for nothing. Else an object: attributes as
 * `@name`, own text as `#text`, children by name, in a list where there are several. `<T type="1">a</T>` ->
 * `{'@type': '1', '#text': 'a'}`. Names lose their prefix.
 */
export type XmlValue = string | XmlNode;
export type XmlNode = { readonly [key: string]: XmlValue | readonly XmlValue[] };

/** An element that is being read: what it has so far, texts and children in their order. */
export type OpenElement = {
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: (string | { readonly name: string; readonly value: XmlValue })[];
};

/** `'dvv:termin'` -> `'termin'`. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * The value of an element that was read to its end. Text that has elements within (HTML that was not escaped) stays a text
 * with the words of all of them, as it is prose and not data.
 */
export function valueOf({ attributes, content }: OpenElement): XmlValue {
  const [only = '', ...others] = content;
  if (others.length === 0 && typeof only === 'string' && isEmpty(attributes)) return only.trim(); // most elements
  const text = content
    .filter((part) => typeof part === 'string')
    .join('')
    .trim();
  const children = content.filter((part) => typeof part !== 'string');
  const named = Object.entries(attributes).map(([name, value]) => [`@${localName(name)}`, value] as const);
  if (children.length === 0 && named.length === 0) return text;
  if (text !== '')
    return Object.fromEntries([...named, ['#text', children.length === 0 ? text : prose(content)]]);
  const byName = Map.groupBy(children, (child) => child.name);
  const lists = [...byName].map(
    ([name, list]) => [name, oneOrList(list.map((child) => child.value))] as const,
  );
  return Object.fromEntries([...named, ...lists]);
}

function isEmpty(attributes: OpenElement['attributes']): boolean {
  for (const _ in attributes) return false;
  return true;
}

function oneOrList(values: readonly XmlValue[]): XmlValue | readonly XmlValue[] {
  const [first, ...others] = values;
  return first === undefined || others.length > 0 ? values : first;
}

function prose(content: OpenElement['content']): string {
  return content
    .map((part) => (typeof part === 'string' ? part : ` ${wordsOf(part.value)} `))
    .join('')
    .trim();
}

function wordsOf(value: XmlValue | readonly XmlValue[]): string {
  if (typeof value === 'string') return value;
  const parts = isList(value)
    ? value
    : Object.entries(value).flatMap(([key, part]) => (key.startsWith('@') ? [] : [part]));
  return parts.map(wordsOf).join(' ');
}

function isList(value: XmlNode | readonly XmlValue[]): value is readonly XmlValue[] {
  return Array.isArray(value);
}
