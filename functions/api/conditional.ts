/** Caching of offers, which are the same for everybody. */
export const PUBLIC_CACHING = 'public, max-age=60, stale-while-revalidate=600';

/** Whether `If-None-Match` names the strong `etag` (RFC 9110, 13.1.2: weak comparison, a list, or `*`). */
export function isUnchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const named = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes('*') || named.includes(etag);
}
