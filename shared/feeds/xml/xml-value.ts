/**
 * An element as a plain value. Only text: that text, blanks at its ends gone, `''` for nothing. Else an object: attributes as
 * `@name`, own text as `#text`, children by name, in a list where there are several. `<T type="1">a</T>` ->
 * `{'@type': '1', '#text': 'a'}`. Names lose their prefix.
 */
export type XmlValue = string | XmlNode;
export type XmlNode = { readonly [key: string]: XmlValue | readonly XmlValue[] };

/** An element that is being read: what it has so far, texts and children in their order. */
export type OpenElement = {
  readonly attributes: Readonly<Record<string, string>> | undefined;
  readonly content: (string | { readonly name: string; readonly value: XmlValue })[];
};

/** `'dvv:termin'` -> `'termin'`. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * The value of an element that was read to its end. Text that has elements within (HTML that was not escaped) stays a text
 * with the words of all of them, as it is prose and not data.
 */
export function valueOf({ attributes, content }: OpenElement): XmlValue {
  const [only = ''] = content;
  if (content.length < 2 && typeof only === 'string' && attributes === undefined) return only.trim(); // most elements
  const node: Node = {};
  for (const name in attributes) put(node, `@${localName(name)}`, attributes[name] ?? '');
  const { text, hasElements } = textOf(content);
  if (text !== '') {
    put(node, '#text', hasElements ? prose(content) : text);
    return node;
  }
  for (const part of content) {
    if (typeof part === 'string') continue;
    const before = Object.hasOwn(node, part.name) ? node[part.name] : undefined;
    if (before === undefined) put(node, part.name, part.value);
    else if (Array.isArray(before)) before.push(part.value);
    else put(node, part.name, [before, part.value]);
  }
  return attributes === undefined && !hasElements ? '' : node;
}

type Node = Record<string, XmlValue | XmlValue[]>;

/** Sets a member of its own whatever its name is: a plain `__proto__` would set the prototype. */
function put(node: Node, name: string, value: XmlValue | XmlValue[]): void {
  if (name !== '__proto__') node[name] = value;
  else Object.defineProperty(node, name, { value, writable: true, enumerable: true, configurable: true });
}

/** The text of an element itself without blanks at its ends, and whether there are elements beside it. */
function textOf(content: OpenElement['content']): { readonly text: string; readonly hasElements: boolean } {
  let text = '';
  let hasElements = false;
  for (const part of content) {
    if (typeof part !== 'string') hasElements = true;
    else if (text !== '' || part.trim() !== '') text += part;
  }
  return { text: text.trim(), hasElements };
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
