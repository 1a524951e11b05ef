import type { Context } from 'hono';

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined;
}

/**
 * Whether a posted form comes from our own pages. Current browsers say so in `Sec-Fetch-Site`; older ones name themselves
 * in `Origin`, the oldest only in `Referer`. What says nothing of its origin is refused: there is no session to ride on,
 * so this only keeps other sites from spending our time.
 */
export function isFromOurPages(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const from = c.req.header('origin') ?? c.req.header('referer');
  const host = c.req.header('host');
  return from !== undefined && host !== undefined && hostOf(from) === host;
}
