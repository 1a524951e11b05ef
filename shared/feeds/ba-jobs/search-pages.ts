/** What the search gives: at most so many jobs a page, and no page beyond so many jobs. */
export const BA_SEARCH_LIMITS = { perPage: 100, inPages: 10_000 } as const;

/** Working times by which a search that finds too much is cut into parts. */
const BA_WORKING_TIMES = ['vz', 'tz', 'snw', 'ho', 'mj'] as const;

/**
 * The address of a page of a search, counted from 1; whatever the address says of pages itself is replaced. `undefined`
 * where the search would be refused: beyond its limit, or with an empty place (`wo=`).
 */
export function searchPage(search: string, page: number): string | undefined {
  const url = URL.parse(search);
  if (url === null || url.searchParams.get('wo') === '' || page < 1) return undefined;
  if (page * BA_SEARCH_LIMITS.perPage > BA_SEARCH_LIMITS.inPages) return undefined;
  url.searchParams.set('page', String(page));
  url.searchParams.set('size', String(BA_SEARCH_LIMITS.perPage));
  return url.href;
}

/** Searches that together find what one finds, by working time, where it finds more than its pages can give; else itself. */
export function splitSearch(search: string, found: number): readonly string[] {
  const url = URL.parse(search);
  if (url === null || found <= BA_SEARCH_LIMITS.inPages || url.searchParams.has('arbeitszeit'))
    return [search];
  return BA_WORKING_TIMES.map((time) => {
    const part = new URL(url);
    part.searchParams.set('arbeitszeit', time);
    return part.href;
  });
}
