import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../domain/result.ts';
import type { FeedSource } from '../feeds/feed-settings.ts';
import { OPENDATASOFT_LIMITS, pageAddress, readOpendatasoftPage } from '../feeds/opendatasoft-page.ts';
import type { FeedFetcher, FetchedFeed, FetchFailure } from '../ports/feed-fetcher.ts';

/** What joined pages may come to; the same as one file may. */
const MAX_BYTES = 200_000_000;

/**
 * A fetcher that follows the pages of a source that has them and gives them as one JSON list of pages, in their order; every
 * other source goes through as it is. A page that is missing, or another number of records on a later page, fails the whole
 * (`pages-differ`), and so do more records than the interface gives in pages (`source-too-large`).
 */
export function joiningPages(fetchFeed: FeedFetcher): FeedFetcher {
  return (source) =>
    'url' in source && source.pages === 'opendatasoft' ? fetchPages(fetchFeed, source) : fetchFeed(source);
}

async function fetchPages(
  fetchFeed: FeedFetcher,
  { url }: Extract<FeedSource, { readonly url: string }>,
): Promise<Result<FetchedFeed, FetchFailure>> {
  const texts: string[] = [];
  let [offset, total, size] = [0, 1, 0];
  while (offset < total) {
    const fetched = await fetchFeed({ url: pageAddress(url, offset) });
    if (!fetched.ok) return fetched;
    const page = await readOpendatasoftPage(fetched.value.bytes);
    if (page === undefined) return failed('source-unreadable');
    if (page.total > OPENDATASOFT_LIMITS.inPages) return failed('source-too-large');
    const isExpected = offset === 0 || page.total === total;
    const rest = Math.min(OPENDATASOFT_LIMITS.perPage, page.total - offset);
    if (!isExpected || page.count !== rest) return failed('pages-differ');
    size += page.text.length;
    if (size > MAX_BYTES) return failed('source-too-large');
    texts.push(page.text);
    [offset, total] = [offset + page.count, page.total];
  }
  const bytes = new TextEncoder().encode(`[${texts.join(',')}]`);
  return ok({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
}
