import { createHash } from 'node:crypto';
import { ok, type Result } from '../domain/result.ts';
import type { FeedSource } from '../feeds/feed-settings.ts';
import { PAGED_INTERFACES } from '../feeds/paged-interfaces.ts';
import type { FeedFetcher, FetchedFeed, FetchFailure } from '../ports/feed-fetcher.ts';

/**
 * Fetches from an interface that can tell it only what has changed since an instant (milliseconds since 1970), marked as such;
 * from any other source the whole. Deletions are not told: a whole fetch has to come regularly.
 */
export async function fetchChanges(
  fetchFeed: FeedFetcher,
  source: FeedSource,
  since: number,
): Promise<Result<FetchedFeed, FetchFailure>> {
  const changes =
    'url' in source && source.pages !== undefined ? PAGED_INTERFACES[source.pages].changes : undefined;
  if (changes === undefined || !('url' in source)) return fetchFeed(source);
  const instant = new Date(since).toISOString();
  const fetched = await fetchFeed({ ...source, url: changes.addressSince(source.url, instant) });
  if (!fetched.ok) return fetched;
  const bytes = changes.mark(instant, fetched.value.bytes);
  return ok({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
}
