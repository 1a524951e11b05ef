import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ReadFailure } from '../feed-format.ts';
import { localName, valueOf, type OpenElement, type XmlValue } from './xml-value.ts';

const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 256;
const MAX_ELEMENTS_PER_RECORD = 20_000;
/** Between two tags, and within one. */
const MAX_RUN_CHARACTERS = 4_000_000;
/** What is kept of a text; the schemas of all formats allow less and refuse the record. */
const MAX_KEPT_CHARACTERS = 200_000;

/** An element that was asked for, its first line in the text, and the names of the elements around it from the root. */
export type XmlElement = {
  readonly name: string;
  readonly value: XmlValue;
  readonly line: number;
  readonly within: readonly string[];
};

/**
 * Which elements are given, by name without prefix: `records` when they end and whole, `shells` when they begin and with
 * nothing but their attributes. Within a record nothing else is looked for. `only`: what is kept of a record at whatever depth; the
 * rest is passed over, which is much faster.
 */
export type WantedElements = {
  readonly records: readonly string[];
  readonly shells?: readonly string[];
  readonly only?: ReadonlySet<string>;
};

/** Why the text cannot be read on: the line from 1, and how many characters of the last chunk were read. */
export type XmlStop = {
  readonly code: Extract<ReadFailure['code'], `xml-${string}`>;
  readonly line: number;
  readonly characters: number;
};

/** A parser that is fed with chunks of characters. */
export type XmlParser = {
  readonly write: (characters: string) => XmlStop | undefined;
  readonly end: () => XmlStop | undefined;
};

/** A parser of one XML text that gives the wanted elements to `onElement`. */
export function createXmlParser(
  { records, shells = [], only }: WantedElements,
  onElement: (element: XmlElement) => void,
): XmlParser {
  const [wanted, wantedShells] = [new Set(records), new Set(shells)];
  const parser = new SaxesParser({ xmlns: false, position: true });
  const outer: string[] = [];
  const open: (OpenElement & { readonly name: string })[] = [];
  let code: XmlStop['code'] = 'xml-broken';
  let [line, attributes, elements, skipped, lastEvent, chunkStart] = [1, 0, 0, 0, 0, 0];

  const limit = (isReached: boolean, reached: XmlStop['code']) => {
    if (!isReached) return;
    code = reached;
    throw new RangeError(reached);
  };
  const note = () => {
    const { position } = parser; // reckoned anew whenever it is asked for
    limit(position - lastEvent > MAX_RUN_CHARACTERS, 'xml-too-large');
    lastEvent = position;
  };
  const onText = (text: string) => {
    note();
    const innermost = open.at(-1);
    if (innermost === undefined || skipped > 0) return;
    if (text.length > MAX_KEPT_CHARACTERS) innermost.content.push(text.slice(0, MAX_KEPT_CHARACTERS + 1));
    else innermost.content.push(text);
  };
  const onOpen = ({ name: fullName, attributes: given }: SaxesTagPlain) => {
    note();
    const own = attributes === 0 ? undefined : given;
    attributes = 0;
    const name = localName(fullName);
    limit(outer.length + open.length + skipped >= MAX_DEPTH, 'xml-too-deep');
    if (skipped > 0 || (open.length > 0 && only?.has(name) === false)) {
      skipped += 1;
      return;
    }
    if (open.length > 0 || wanted.has(name)) {
      if (open.length === 0) [line, elements] = [parser.line, 0];
      elements += 1;
      limit(elements > MAX_ELEMENTS_PER_RECORD, 'xml-too-large');
      open.push({ name, attributes: own, content: [] });
      return;
    }
    if (wantedShells.has(name)) {
      const value = valueOf({ attributes: own, content: [] });
      onElement({ name, value, line: parser.line, within: [...outer] });
    }
    outer.push(name);
  };
  const onClose = () => {
    note();
    if (skipped > 0) {
      skipped -= 1;
      return;
    }
    const element = open.pop();
    if (element === undefined) {
      outer.pop();
      return;
    }
    const value = valueOf(element);
    const parent = open.at(-1);
    if (parent === undefined) onElement({ name: element.name, value, line, within: [...outer] });
    else parent.content.push({ name: element.name, value });
  };

  parser.on('doctype', () => {
    limit(true, 'xml-doctype');
  });
  parser.on('attribute', () => {
    attributes += 1;
    limit(attributes > MAX_ATTRIBUTES, 'xml-too-large');
  });
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('opentag', onOpen);
  parser.on('closetag', onClose);

  const tryTo = (step: () => void): XmlStop | undefined => {
    try {
      step();
      return undefined;
    } catch {
      return { code, line: parser.line, characters: Math.max(0, parser.position - chunkStart) };
    }
  };
  return {
    write: (characters) =>
      tryTo(() => {
        chunkStart = parser.position;
        parser.write(characters);
        limit(parser.position - lastEvent > MAX_RUN_CHARACTERS, 'xml-too-large');
      }),
    end: () =>
      tryTo(() => {
        chunkStart = parser.position;
        parser.close();
      }),
  };
}
