import { formatOf } from '../feeds/feed-formats.ts';
import type { FeedSettings } from '../feeds/feed-settings.ts';
import type { FetchedFeed } from '../ports/feed-fetcher.ts';
import { hashSettings } from './hash-offer.ts';
import type { CurrentOutline } from './import-current.ts';
import { isWithdrawalDue } from './missing-offers.ts';

/**
 * The bytes, and all else that decides which offers they give: format, its version, column map, sample or not, and what
 * providers stated beside them (`supplements`, a hash, empty for nothing).
 */
export function sourceOf(
  { sha256 }: Pick<FetchedFeed, 'sha256'>,
  feed: FeedSettings,
  supplements = '',
): string {
  const { id, version } = formatOf(feed);
  const map = feed.table === undefined ? '' : `/map-${hashSettings(feed.table)}`;
  return `${sha256}/${id}-${String(version)}${map}${feed.sample ? '/sample' : ''}${supplements === '' ? '' : `/stated-${supplements}`}`;
}

/**
 * Nothing is to be done: the catalogue was made from the very same bytes by the same reader, is whole (a damaged one is
 * made again), and holds nothing that this run would withdraw. What was rolled back stays so until the bytes change.
 */
export function isUpToDate(
  current: CurrentOutline,
  source: string,
  now: number,
): current is Required<CurrentOutline> {
  return (
    current.catalogue !== undefined &&
    current.pointer?.source === source &&
    (current.pointer.rolledBackFrom !== undefined || !isWithdrawalDue(current.catalogue, now))
  );
}
