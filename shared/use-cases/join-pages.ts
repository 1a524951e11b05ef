import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../domain/result.ts';
import { PAGED_INTERFACES, type PagedInterface } from '../feeds/paged-interfaces.ts';
import { readJsonPage } from '../feeds/read-json-page.ts';
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
    'url' in source && source.pages !== undefined
      ? fetchPages(fetchFeed, source.url, PAGED_INTERFACES[source.pages])
      : fetchFeed(source);
}

async function fetchPages(
  fetchFeed: FeedFetcher,
  url: string,
  { inPages, perPage, addressOf, countOf }: PagedInterface,
): Promise<Result<FetchedFeed, FetchFailure>> {
  const texts: string[] = [];
  let [records, total, size] = [0, 1, 0];
  while (records < total) {
    const address = addressOf(url, { pages: texts.length, records });
    if (address === undefined) return failed('source-too-large');
    const fetched = await fetchFeed({ url: address });
    if (!fetched.ok) return fetched;
    const page = await readJsonPage(fetched.value.bytes);
    const count = page && countOf(page.value, texts.length);
    if (page === undefined || count === undefined) return failed('source-unreadable');
    if (count.total > inPages) return failed('source-too-large');
    const isSameTotal = texts.length === 0 || count.total === total;
    const rest = count.total - records;
    const isWhole =
      perPage === undefined ? count.count > 0 || rest === 0 : count.count === Math.min(perPage, rest);
    if (!isSameTotal || !isWhole || count.count > rest) return failed('pages-differ');
    size += page.text.length;
    if (size > MAX_BYTES) return failed('source-too-large');
    texts.push(page.text);
    [records, total] = [records + count.count, count.total];
  }
  const bytes = new TextEncoder().encode(`[${texts.join(',')}]`);
  return ok({ bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
}
