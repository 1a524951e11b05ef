import { Parser } from 'htmlparser2';
import { failed, ok, type Result } from '../../domain/result.ts';
import { createUtf8Check } from '../check-utf8.ts';
import type { RawRecord, ReadFailure } from '../feed-format.ts';
import { readBytes } from '../read-bytes.ts';
import { readJsonRecords } from '../read-json-records.ts';
import { findThings } from './find-things.ts';

/** A page of the web is far smaller, and so is a list of things that somebody typed into one. */
const MAX_BYTES = 20_000_000;

/**
 * The courses, programmes, jobs and childcare of a page of the web (its scripts of JSON-LD), or of JSON-LD alone. A script that
 * cannot be read is a record by itself, so that it is reported and the others are used.
 */
export async function* readPage(bytes: Uint8Array): AsyncGenerator<Result<RawRecord, ReadFailure>> {
  const text = await readText(bytes);
  if (!text.ok) {
    yield text;
    return;
  }
  const isHtml = /^\s*</.test(text.value);
  const values: unknown[] = [];
  const broken: ReadFailure[] = [];
  for (const script of isHtml ? scriptsOf(text.value) : [text.value]) {
    for await (const read of readJsonRecords(new TextEncoder().encode(script), '$.*')) {
      if (read.ok) values.push(read.value.value);
      else broken.push(read.failure);
    }
  }
  if (!isHtml && broken[0]) {
    yield failed(broken[0]);
    return;
  }
  const records: readonly unknown[] = [
    ...findThings(values),
    ...broken.map(({ code }) => ({ broken: code })),
  ];
  for (const [index, value] of records.entries()) yield ok({ number: index + 1, value });
}

/** Strict UTF-8, or the Western encoding that the page itself declares. */
async function readText(bytes: Uint8Array): Promise<Result<string, ReadFailure>> {
  const parts: Uint8Array[] = [];
  const utf8 = createUtf8Check();
  let invalid: number | undefined;
  let byte = 0;
  for await (const part of readBytes(bytes, MAX_BYTES)) {
    if (!part.ok) return failed({ ...part.failure, record: 1 });
    const at = utf8.push(part.value);
    if (at !== undefined) invalid ??= byte + at;
    byte += part.value.length;
    parts.push(part.value);
  }
  const declared = declaredEncoding(parts[0]);
  const isUtf8 = declared === 'utf-8';
  if (isUtf8 && (invalid !== undefined || utf8.endsEarly()))
    return failed({ code: 'encoding-wrong', byte: invalid ?? byte, record: 1 });
  const decoder = new TextDecoder(declared);
  return ok(parts.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode());
}

function declaredEncoding(first: Uint8Array | undefined): 'utf-8' | 'windows-1252' {
  const head = new TextDecoder('windows-1252').decode(first?.subarray(0, 2048));
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? '';
  return ['iso-8859-1', 'iso-8859-15', 'latin1', 'windows-1252'].includes(named) ? 'windows-1252' : 'utf-8';
}

/** The texts of all scripts that hold JSON-LD. */
function scriptsOf(html: string): readonly string[] {
  const scripts: string[] = [];
  let open: string | undefined;
  const parser = new Parser({
    onopentag: (name, { type }) => {
      if (name === 'script' && /^application\/ld\+json\b/i.test(type?.trim() ?? '')) open = '';
    },
    ontext: (text) => {
      if (open !== undefined) open += text;
    },
    onclosetag: (name) => {
      if (name === 'script' && open !== undefined) {
        // Content systems put the script into a comment or a section of XML.
        scripts.push(
          open
            .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, '')
            .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/, ''),
        );
        open = undefined;
      }
    },
  });
  parser.end(html);
  return scripts.filter((script) => script.trim() !== '');
}
