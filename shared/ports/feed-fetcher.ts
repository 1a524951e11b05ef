import type { Result } from '../domain/result.ts';
import type { FeedSource } from '../feeds/feed-settings.ts';
import type { NoticeCode } from '../feeds/notice-catalogue.ts';

/** The bytes of a feed as they are at its source, perhaps packed, and their SHA-256 as 64 hexadecimal digits. */
export type FetchedFeed = { readonly bytes: Uint8Array; readonly sha256: string };

/** Why nothing was fetched. */
export type FetchFailure = Extract<
  NoticeCode,
  'source-not-found' | 'source-unreadable' | 'source-too-large' | 'pages-differ'
>;

/** Gets a feed from its source. Never throws for what may be wrong with the source. */
export type FeedFetcher = (source: FeedSource) => Promise<Result<FetchedFeed, FetchFailure>>;
