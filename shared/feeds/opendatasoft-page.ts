import * as z from 'zod';
import { readBytes } from './read-bytes.ts';

/** One page of records: how many there are in all, how many stand here, and the page itself as text. */
export type OpendatasoftPage = { readonly total: number; readonly count: number; readonly text: string };

/** Most records that the Explore API v2.1 gives on a page, and the last one it gives in pages at all. */
export const OPENDATASOFT_LIMITS = { perPage: 100, inPages: 10_000 } as const;

const MAX_PAGE_BYTES = 20_000_000;
const page = z.object({ total_count: z.int().min(0), results: z.array(z.unknown()) });

/** The address of the page that begins at `offset`; whatever the address says of pages itself is replaced. */
export function pageAddress(url: string, offset: number): string {
  const address = new URL(url);
  address.searchParams.set('limit', String(OPENDATASOFT_LIMITS.perPage));
  address.searchParams.set('offset', String(offset));
  return address.href;
}

/** Reads a page, plain or gzip, strictly as UTF-8; `undefined` for anything that is none. */
export async function readOpendatasoftPage(bytes: Uint8Array): Promise<OpendatasoftPage | undefined> {
  const parts: Uint8Array[] = [];
  for await (const part of readBytes(bytes, MAX_PAGE_BYTES)) {
    if (!part.ok) return undefined;
    parts.push(part.value);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts));
    const read = page.safeParse(JSON.parse(text));
    return read.success ? { total: read.data.total_count, count: read.data.results.length, text } : undefined;
  } catch {
    return undefined; // no UTF-8, or no JSON
  }
}
