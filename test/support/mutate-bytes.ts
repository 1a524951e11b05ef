import { oneOf, wholeBetween, type Chance } from './seeded-chance.ts';

/** Pieces that mean something to one of the readers, put where nobody expects them. */
const TOKENS = [
  ...[
    '"',
    '\\"',
    '<',
    '>',
    '&',
    ']]>',
    '<![CDATA[',
    '<!--',
    '</',
    '{',
    '}',
    '[',
    ']',
    ',',
    ';',
    ':',
    '\n',
    '\r',
    '\t',
  ],
  ...[
    '\0',
    '\ufeff',
    '\\ud800',
    '\\u0000',
    '&#0;',
    '&amp;',
    '&x;',
    'null',
    'true',
    '-1',
    '1e400',
    '99999999999999999999',
  ],
  ...[
    '__proto__',
    'constructor',
    '<?xml version="1.1"?>',
    '<!DOCTYPE a>',
    'sep=,\n',
    '24:00',
    '00:00',
    '2026-02-30',
  ],
].map((text) => Buffer.from(text));
const BROKEN = [
  Buffer.of(0xc3),
  Buffer.of(0xff, 0xfe),
  Buffer.of(0xed, 0xa0, 0x80),
  Buffer.of(0xf6),
  Buffer.of(0xc0, 0x80),
];

/** The bytes with one to five places changed: overwritten, doubled, cut out, repeated, swapped, or with a token put in. */
export function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array {
  let text: Uint8Array = bytes;
  for (let round = wholeBetween(chance, 1, 5); round > 0 && text.length > 0; round -= 1) {
    const start = wholeBetween(chance, 0, text.length - 1);
    const end = Math.min(text.length, start + wholeBetween(chance, 1, oneOf(chance, [2, 40, 400])));
    text = Buffer.concat([text.subarray(0, start), changed(text, start, end, chance), text.subarray(end)]);
  }
  return text;
}

function changed(text: Uint8Array, start: number, end: number, chance: Chance): Uint8Array {
  const piece = text.subarray(start, end);
  switch (wholeBetween(chance, 0, 7)) {
    case 0:
      return piece.map(() => wholeBetween(chance, 0, 255));
    case 1:
      return Buffer.concat([piece, piece]);
    case 2:
      return new Uint8Array();
    case 3:
      return Buffer.concat(Array.from({ length: wholeBetween(chance, 2, 60) }, () => piece));
    case 4: {
      const from = wholeBetween(chance, 0, text.length - 1);
      return text.subarray(from, from + piece.length);
    }
    case 5:
      return Buffer.concat([oneOf(chance, BROKEN), piece]);
    case 6:
      return piece.map((byte) => (byte >= 0x30 && byte <= 0x39 ? wholeBetween(chance, 0x30, 0x39) : byte));
    default:
      return Buffer.concat([oneOf(chance, TOKENS), chance() < 0.5 ? piece : new Uint8Array()]);
  }
}
