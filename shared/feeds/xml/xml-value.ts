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
  const members = new Map<string, XmlValue | XmlValue[]>();
  for (const name in attributes) members.set(`@${localName(name)}`, attributes[name] ?? '');
  const text = content
    .filter((part) => typeof part === 'string')
    .join('')
    .trim();
  if (text !== '') {
    const hasElements = content.some((part) => typeof part !== 'string');
    return Object.fromEntries(members.set('#text', hasElements ? prose(content) : text));
  }
  for (const part of content) {
    if (typeof part === 'string') continue;
    const before = members.get(part.name);
    if (before === undefined) members.set(part.name, part.value);
    else if (Array.isArray(before)) before.push(part.value);
    else members.set(part.name, [before, part.value]);
  }
  return members.size === 0 ? '' : Object.fromEntries(members);
}

function isEmpty(attributes: OpenElement['attributes']): boolean {
  for (const _ in attributes) return false;
  return true;
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
