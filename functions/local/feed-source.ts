import { createFileFeedFetcher } from '../../shared/adapters/file/feed-fetcher.ts';
import type { LoadedRegion } from '../../shared/adapters/file/read-region.ts';
import { createHttpFeedFetcher } from '../../shared/adapters/http/feed-fetcher.ts';
import type { EventLog } from '../../shared/ports/event-log.ts';
import type { FeedFetcher } from '../../shared/ports/feed-fetcher.ts';
import { joiningPages } from '../../shared/use-cases/join-pages.ts';

/** Fetches the feeds of a region on this machine: files below `folder` (the region's own), addresses from the public web. */
export function createLocalFetcher(
  { folder, profile }: Pick<LoadedRegion, 'folder' | 'profile'>,
  log: EventLog,
): FeedFetcher {
  const fromFile = createFileFeedFetcher(folder);
  const fromWeb = createHttpFeedFetcher({ log, contact: profile.contact.page ?? profile.contact.mail ?? '' });
  return joiningPages((source) => ('file' in source ? fromFile(source) : fromWeb(source)));
}
