import { createHash } from 'node:crypto';
import { ok, type Result } from '../domain/result.ts';
import type { FeedSource } from '../feeds/feed-settings.ts';
import { PAGED_INTERFACES } from '../feeds/paged-interfaces.ts';
import type { FeedFetcher, FetchedFeed, FetchFailure } from '../ports/feed-fetcher.ts';

const DAY_MILLISECONDS = 24 * 3_600_000;
/**
 * How far back changes are asked for: a week, so that it takes no store to know since when, any run may fail without a gap, and
 * the whole run of each week is never further back; and the day that an import wants them to overlap.
 */
const BACK_DAYS = 8;

/**
 * Fetches from an interface that can tell it only what has changed since the last runs, marked as such; from any other source
 * the whole. Deletions are not told: a whole fetch has to come regularly.
 */
export async function fetchChanges(
  fetchFeed: FeedFetcher,
  source: FeedSource,
  now: number,
): Promise<Result<FetchedFeed, FetchFailure>> {
  const changes =
    'url' in source && source.pages !== undefined ? PAGED_INTERFACES[source.pages].changes : undefined;
  if (changes === undefined || !('url' in source)) return fetchFeed(source);
  const today = Math.floor(now / DAY_MILLISECONDS);
  const since = new Date((today - BACK_DAYS) * DAY_MILLISECONDS).toISOString();
  const fetched = await fetchFeed({ ...source, url: changes.addressSince(source.url, since) });
  if (!fetched.ok) return fetched;
  const bytes = changes.mark(since, fetched.value.bytes);
  return ok({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
}
