import { failed, ok, type Result } from '../../domain/result.ts';
import { createUtf8Check, firstInvalid } from '../check-utf8.ts';

/** What an XML text may be written in; everything else is refused. */
type XmlEncoding = 'utf-8' | 'us-ascii' | 'iso-8859-1' | 'iso-8859-15' | 'windows-1252';

/** Turns the bytes of an XML text into characters, chunk by chunk; a failure is the byte from the start of the text. */
export type XmlDecoder = {
  readonly push: (chunk: Uint8Array) => Result<string, number>;
  readonly end: () => Result<string, number>;
  /** How many bytes the first characters of the last chunk were. */
  readonly bytesOf: (characters: string) => number;
};

/**
 * A decoder for the encoding that the first chunk declares (UTF-8 where it declares none); `undefined` when it declares one
 * that is not read, or one that its byte order mark contradicts. Strict: an invalid sequence, a byte that the declared
 * encoding has no character for, and a text declared as one-byte that is UTF-8 from end to end are failures.
 */
export function createXmlDecoder(start: Uint8Array): XmlDecoder | undefined {
  const hasMark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
  const head = new TextDecoder('windows-1252').decode(start.subarray(hasMark ? 3 : 0, 200));
  const declared = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/u.exec(head)?.[1]?.toLowerCase();
  const encoding = declared === undefined ? 'utf-8' : encodingOf(declared);
  if (encoding === undefined || (hasMark && encoding !== 'utf-8')) return undefined;
  return encoding === 'utf-8' ? utf8Decoder() : byteDecoder(encoding);
}

function encodingOf(name: string): XmlEncoding | undefined {
  switch (name) {
    case 'utf-8':
    case 'utf8':
      return 'utf-8';
    case 'us-ascii':
    case 'ascii':
      return 'us-ascii';
    case 'iso-8859-1':
    case 'latin1':
      return 'iso-8859-1';
    case 'iso-8859-15':
    case 'latin-9':
      return 'iso-8859-15';
    case 'windows-1252':
    case 'cp1252':
      return 'windows-1252';
    default:
      return undefined; // any other name a sender may write
  }
}

function utf8Decoder(): XmlDecoder {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [before, byte] = [new Uint8Array(), 0];
  return {
    push: (chunk) => {
      try {
        const text = decoder.decode(chunk, { stream: true });
        before = chunk.slice(-3);
        byte += chunk.length;
        return ok(text);
      } catch {
        return failed(byte + firstInvalid(before, chunk));
      }
    },
    end: () => {
      try {
        return ok(decoder.decode());
      } catch {
        return failed(byte);
      }
    },
    bytesOf: (characters) => new TextEncoder().encode(characters).length,
  };
}

/** One byte a character. Byte 0x80-0x9F is a control character in ISO 8859, in fact a sign of Windows-1252. */
function byteDecoder(encoding: Exclude<XmlEncoding, 'utf-8'>): XmlDecoder {
  // The Encoding Standard reads "iso-8859-1" as windows-1252, which is the same where no such byte is left.
  const decoder = new TextDecoder(encoding === 'iso-8859-15' ? encoding : 'windows-1252');
  const lacks = LACKING[encoding];
  const utf8 = createUtf8Check();
  let byte = 0;
  let [isUtf8, firstSpecial] = [true, -1];
  return {
    push: (chunk) => {
      const wrong = chunk.findIndex(lacks);
      if (wrong >= 0) return failed(byte + wrong);
      const special = firstSpecial < 0 ? chunk.findIndex((code) => code >= 0x80) : -1;
      if (special >= 0) firstSpecial = byte + special;
      isUtf8 &&= utf8.push(chunk) === undefined;
      byte += chunk.length;
      return ok(decoder.decode(chunk));
    },
    end: () => (firstSpecial >= 0 && isUtf8 && !utf8.endsEarly() ? failed(firstSpecial) : ok('')),
    bytesOf: (characters) => characters.length,
  };
}

const LACKING: Readonly<Record<Exclude<XmlEncoding, 'utf-8'>, (byte: number) => boolean>> = {
  'us-ascii': (byte) => byte >= 0x80,
  'iso-8859-1': (byte) => byte >= 0x80 && byte < 0xa0,
  'iso-8859-15': (byte) => byte >= 0x80 && byte < 0xa0,
  'windows-1252': (byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
};
