import { failed, ok, type Result } from '../../domain/result.ts';
import type { ReadFailure } from '../feed-format.ts';
import { readBytes } from '../read-bytes.ts';
import { createXmlDecoder, type XmlDecoder } from './decode-xml.ts';
import { createXmlParser, type WantedElements, type XmlElement, type XmlParser } from './parse-xml.ts';

/** Why reading stopped: what, and at which byte of the unpacked text. */
type Stop = Pick<ReadFailure, 'code' | 'byte' | 'field'>;

/**
 * The wanted elements of an XML text, one by one in the order of the text; memory holds one chunk and its elements.
 * Plain or gzip. Encoding as declared and strict (decode-xml.ts); a DTD is refused, so are more than 64 levels, 256
 * attributes, 20,000 elements in one record, or a text above 4 million characters. Ends after a failure, whose `field` is
 * the line. No element is no failure.
 */
export async function* readXmlRecords(
  bytes: Uint8Array,
  wanted: WantedElements,
): AsyncGenerator<Result<XmlElement, ReadFailure>> {
  const found: XmlElement[] = [];
  const parser = createXmlParser(wanted, (element) => found.push(element));
  let decoder: XmlDecoder | undefined;
  let [record, byte] = [0, 0];
  let stopped: Stop | undefined;
  for await (const part of readBytes(bytes)) {
    if (part.ok) {
      decoder ??= createXmlDecoder(part.value);
      stopped = decoder === undefined ? ENCODING_UNKNOWN : parseChunk(part.value, byte, decoder, parser);
      byte += part.value.length;
    } else {
      stopped = part.failure;
    }
    for (const element of found.splice(0)) {
      record += 1;
      yield ok(element);
    }
    if (stopped) break;
  }
  stopped ??= finish(decoder, parser, byte);
  if (stopped) yield failed({ ...stopped, record: record + 1 });
}

const ENCODING_UNKNOWN: Stop = { code: 'encoding-wrong', byte: 0, field: 'encoding' };

function parseChunk(
  chunk: Uint8Array,
  start: number,
  decoder: XmlDecoder,
  parser: XmlParser,
): Stop | undefined {
  const decoded = decoder.push(chunk);
  if (!decoded.ok) return { code: 'encoding-wrong', byte: decoded.failure };
  const stopped = parser.write(decoded.value);
  if (stopped === undefined) return undefined;
  const { code, line, characters } = stopped;
  const byte = start + decoder.bytesOf(decoded.value.slice(0, characters));
  return { code, byte, field: `line ${String(line)}` };
}

function finish(decoder: XmlDecoder | undefined, parser: XmlParser, byte: number): Stop | undefined {
  const rest = decoder?.end();
  if (rest?.ok === false) return { code: 'encoding-wrong', byte: rest.failure };
  const stopped = parser.end();
  return stopped && { code: stopped.code, byte, field: `line ${String(stopped.line)}` };
}
