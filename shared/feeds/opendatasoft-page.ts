import * as z from 'zod';

/** Most records that the Explore API v2.1 gives on a page, and the last one it gives in pages at all. */
export const OPENDATASOFT_LIMITS = { perPage: 100, inPages: 10_000 } as const;

const page = z.object({ total_count: z.int().min(0), results: z.array(z.unknown()) });

/** The address of the page that begins at `offset`; whatever the address says of pages itself is replaced. */
export function pageAddress(url: string, offset: number): string {
  const address = new URL(url);
  address.searchParams.set('limit', String(OPENDATASOFT_LIMITS.perPage));
  address.searchParams.set('offset', String(offset));
  return address.href;
}

/** How many records there are and how many stand on the page; `undefined` for anything that is none. */
export function countRecords(value: unknown): { readonly total: number; readonly count: number } | undefined {
  const read = page.safeParse(value).data;
  return read && { total: read.total_count, count: read.results.length };
}
