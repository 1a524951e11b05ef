import { failed, ok, type Result } from '../../domain/result.ts';
import { createUtf8Check } from '../check-utf8.ts';
import type { ReadFailure } from '../feed-format.ts';
import { readBytes } from '../read-bytes.ts';
import type { TableMap } from './table-map.schema.ts';

type Encoding = Extract<TableMap['file'], { form: 'csv' }>['encoding'];

/** Lists of cities are far smaller; a table is held in memory as a whole. */
const MAX_BYTES = 50_000_000;
const UTF_8_MARK_BYTES = 3;
/** Bytes that Windows-1252 gives no character. */
const NOT_WINDOWS_1252: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The whole text of a table as UTF-8 without a byte order mark, read strictly in one encoding: that of a byte order mark, else the one its map names. Bytes that this
 * encoding does not have fail, and so do NULs, and UTF-8 in a list whose map names a single-byte encoding: whoever changed the
 * encoding would otherwise garble every umlaut. `byte` is the first wrong one.
 */
export async function readText(bytes: Uint8Array, named: Encoding): Promise<Result<Uint8Array, ReadFailure>> {
  const parts: Uint8Array[] = [];
  for await (const part of readBytes(bytes, MAX_BYTES)) {
    if (!part.ok) return failed({ ...part.failure, record: 1 });
    parts.push(part.value);
  }
  const whole = Buffer.concat(parts);
  const encoding = markedEncoding(whole) ?? named;
  const wrong = firstWrong(whole, encoding);
  if (wrong !== undefined) return failed({ code: 'encoding-wrong', byte: wrong, record: 1 });
  if (encoding !== 'utf-8') return ok(Buffer.from(new TextDecoder(encoding).decode(whole)));
  return ok(whole.subarray(markedEncoding(whole) === 'utf-8' ? UTF_8_MARK_BYTES : 0));
}

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function firstWrong(bytes: Uint8Array, encoding: Encoding): number | undefined {
  switch (encoding) {
    case 'utf-8':
      return earlier(notUtf8(bytes), found(bytes.indexOf(0)));
    case 'windows-1252':
      return earlier(
        utf8Instead(bytes),
        found(bytes.findIndex((byte) => byte === 0 || NOT_WINDOWS_1252.has(byte))),
      );
    case 'iso-8859-15':
      return earlier(
        utf8Instead(bytes),
        found(bytes.findIndex((byte) => byte === 0 || (byte >= 0x80 && byte < 0xa0))),
      );
    case 'utf-16le':
    case 'utf-16be': {
      const text = new TextDecoder(encoding).decode(bytes);
      return bytes.length % 2 === 0 && !/[\0\ufffd]/u.test(text) ? undefined : 0;
    }
  }
}

/** The first byte beyond ASCII of a text that is UTF-8 from its beginning to its end. */
function utf8Instead(bytes: Uint8Array): number | undefined {
  const beyond = found(bytes.findIndex((byte) => byte >= 0x80));
  return beyond === undefined || notUtf8(bytes) !== undefined ? undefined : beyond;
}

function notUtf8(bytes: Uint8Array): number | undefined {
  const check = createUtf8Check();
  return check.push(bytes) ?? (check.endsEarly() ? bytes.length : undefined);
}

function found(index: number): number | undefined {
  return index === -1 ? undefined : index;
}

function earlier(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}
