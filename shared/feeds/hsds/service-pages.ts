import * as z from 'zod';

/** Services a page is asked for; a publisher may give fewer. */
const PER_PAGE = 100;
const page = z.object({
  total_items: z.coerce.number().int().min(0),
  page_number: z.coerce.number().int().min(1),
  contents: z.array(z.unknown()),
});

/** The address of a page of services, counted from 1, with all that belongs to a service; other parts of the address stay. */
export function servicesPage(url: string, number: number): string {
  const address = new URL(url);
  address.searchParams.set('page', String(number));
  address.searchParams.set('per_page', String(PER_PAGE));
  if (!address.searchParams.has('full')) address.searchParams.set('full', 'true');
  return address.href;
}

/** The address that gives only what was changed since a moment (RFC 3339). It tells nothing of services that are gone. */
export function servicesChangedSince(url: string, instant: string): string {
  const address = new URL(url);
  address.searchParams.set('modified_after', instant);
  return address.href;
}

/** How many services there are and how many stand on the page; `undefined` for anything but that page. */
export function countServices(
  value: unknown,
  number: number,
): { readonly total: number; readonly count: number } | undefined {
  const read = page.safeParse(value).data;
  return read?.page_number === number ? { total: read.total_items, count: read.contents.length } : undefined;
}
