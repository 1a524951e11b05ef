import { readBytes } from './read-bytes.ts';

const MAX_PAGE_BYTES = 20_000_000;

/** A page of an interface: its JSON, and the text it was read from. */
export type JsonPage = { readonly value: unknown; readonly text: string };

/** Reads a page, plain or gzip, strictly as UTF-8; `undefined` for anything that is no JSON. */
export async function readJsonPage(bytes: Uint8Array): Promise<JsonPage | undefined> {
  const parts: Uint8Array[] = [];
  for await (const part of readBytes(bytes, MAX_PAGE_BYTES)) {
    if (!part.ok) return undefined;
    parts.push(part.value);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    return { value: JSON.parse(text), text };
  } catch {
    return undefined; // no UTF-8, or no JSON
  }
}
