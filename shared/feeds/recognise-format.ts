import { readBytes } from './read-bytes.ts';
import { FORMAT_IDS, type FormatId } from './format-ids.ts';

/** Tells by the beginning of a text, unpacked and without a byte order mark, whether it may be of a format. */
type Sign = (head: string) => boolean;

const HEAD_CHARACTERS = 65_536;

const SIGNS: Readonly<Record<FormatId, Sign>> = {
  'open-vhs': (head) => /^\s*\{/.test(head) && /"veranstaltung"\s*:/.test(head),
  'open-vhs-xml': (head) => /^\s*</.test(head) && /<veranstaltung[\s>]/.test(head),
  'openq-cat': (head) => /^\s*</.test(head) && /<(?:\w+:)?OPENQCAT[\s>]/.test(head),
  'offers-json': (head) => /^\s*\[/.test(head) && /"kind"\s*:\s*"/.test(head) && /"provider"\s*:/.test(head),
  hsds: (head) =>
    head.startsWith('PK\u0003\u0004') ||
    (/^\s*[[{]/.test(head) && /"(?:total_items|service_at_locations|organization_id)"\s*:/.test(head)),
  'schema-org': (head) =>
    /application\/ld\+json/i.test(head) ||
    (/^\s*[[{]/.test(head) && /"@(?:context|graph|type)"\s*:/.test(head)),
  'i-calendar': (head) => /^\s*BEGIN:VCALENDAR\b/i.test(head),
  'ba-jobs': (head) => /^\s*[[{]/.test(head) && /"(?:ergebnisliste|maxErgebnisse)"\s*:/.test(head),
  table: (head) => head.includes('"FeatureCollection"') || isSeparated(head),
};

/**
 * The formats a feed may have by its content, in the order of FORMAT_IDS; none where it cannot be read. A table can be
 * told, but not which column means what: it always needs its map.
 */
export async function recogniseFormats(bytes: Uint8Array): Promise<readonly FormatId[]> {
  for await (const part of readBytes(bytes)) {
    if (!part.ok) return [];
    const head = new TextDecoder(encodingOf(part.value)).decode(part.value).slice(0, HEAD_CHARACTERS);
    const [known, table] = [FORMAT_IDS.filter((id) => id !== 'table' && SIGNS[id](head)), SIGNS.table(head)];
    return known.length === 0 && table ? ['table'] : known;
  }
  return [];
}

/** By the byte order mark alone; this is for a look at the beginning, not for reading. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** A first line and one below it with two separators at least. */
function isSeparated(head: string): boolean {
  const [first = '', second = ''] = head.split(/\r?\n/).filter((line) => !/^sep=.$/.test(line));
  return [';', ',', '\t', '^'].some((separator) => {
    const columns = [first, second].map((line) => line.split(separator).length);
    return columns.every((count) => count >= 3) && !/^\s*[[{<]/.test(first);
  });
}
