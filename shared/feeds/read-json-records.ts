import { Tokenizer, TokenParser, TokenType } from '@streamparser/json';
import { failed, ok, type Result } from '../domain/result.ts';
import { createUtf8Check } from './check-utf8.ts';
import type { RawRecord, ReadFailure } from './feed-format.ts';
import { readBytes } from './read-bytes.ts';

const MAX_DEPTH = 64;
/** Between the ends of two records; whatever grows beyond it is no record but an attack, or a file of another kind. */
const MAX_RECORD_BYTES = 16_000_000;

/** The parser of one text: `write` gives why it cannot go on, else `undefined`. */
type Parser = {
  readonly write: (chunk: Uint8Array) => Pick<ReadFailure, 'code' | 'byte'> | undefined;
  readonly end: () => Pick<ReadFailure, 'code' | 'byte'> | undefined;
};

/**
 * The records of a JSON text below `path` (`$.list.*`, each member of the list), one by one in the order of the text;
 * memory holds one chunk and its records. A list turned into one object (as exports from XML do with a single member)
 * gives that object. Strict UTF-8, 64 levels, 16 MB a record, no record for a missing list. Ends after a failure.
 */
export async function* readJsonRecords(
  bytes: Uint8Array,
  path: string,
): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const found: unknown[] = [];
  const single = new Map<string, unknown>();
  const parser = createParser(path, (key, value) => {
    if (typeof key === 'string') single.set(key, value);
    else found.push(value);
  });
  const utf8 = createUtf8Check();
  let [number, byte, recordByte] = [0, 0, 0];

  for await (const part of readBytes(bytes)) {
    if (!part.ok) {
      yield failed({ ...part.failure, record: number + 1 });
      return;
    }
    const invalid = utf8.push(part.value);
    const stopped =
      parser.write(part.value.subarray(0, invalid)) ??
      (invalid === undefined ? undefined : { code: 'encoding-wrong' as const, byte: byte + invalid });
    if (found.length > 0) recordByte = byte;
    for (const value of found.splice(0)) yield ok({ number: (number += 1), value });
    byte += part.value.length;
    const isTooLarge = byte - recordByte > MAX_RECORD_BYTES;
    if (stopped ?? isTooLarge) {
      yield failed({ ...(stopped ?? { code: 'json-too-large', byte }), record: number + 1 });
      return;
    }
  }
  const stopped = utf8.endsEarly() ? { code: 'encoding-wrong' as const, byte } : parser.end();
  if (stopped) yield failed({ ...stopped, record: number + 1 });
  else if (single.size > 0) yield ok({ number: number + 1, value: Object.fromEntries(single) });
}

function createParser(
  path: string,
  onRecord: (key: string | number | undefined, value: unknown) => void,
): Parser {
  const tokenizer = new Tokenizer();
  const tokens = new TokenParser({ paths: [path], keepStack: false });
  let [depth, byte] = [0, 0];
  let isTooDeep = false;
  tokens.onValue = ({ key, value }) => {
    onRecord(key, value);
  };
  tokenizer.onToken = (token) => {
    byte = token.offset;
    if (token.token === TokenType.LEFT_BRACE || token.token === TokenType.LEFT_BRACKET) depth += 1;
    if (token.token === TokenType.RIGHT_BRACE || token.token === TokenType.RIGHT_BRACKET) depth -= 1;
    isTooDeep ||= depth > MAX_DEPTH;
    if (isTooDeep) throw new RangeError('nested too deep');
    tokens.write(token);
  };
  const tryTo = (step: () => void) => {
    try {
      step();
      return undefined;
    } catch {
      return { code: isTooDeep ? ('json-too-deep' as const) : ('json-broken' as const), byte };
    }
  };
  return {
    write: (chunk) =>
      tryTo(() => {
        tokenizer.write(chunk);
      }),
    end: () =>
      tryTo(() => {
        if (!tokenizer.isEnded) tokenizer.end();
        if (!tokens.isEnded) tokens.end();
      }),
  };
}
