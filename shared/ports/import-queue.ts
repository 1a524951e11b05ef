import type { FeedId } from '../domain/offer/offer-id.ts';

/**
 * A feed whose original is kept and waits to be imported; `part`: the original is not the feed but what stands beside it;
 * `sent`: a partner sent it, in the import of this id.
 */
export type StagedFeed = {
  readonly feed: FeedId;
  readonly sha256: string;
  readonly part?: 'occupancy';
  readonly sent?: string;
};

/** Asks for the import of a staged feed, at least once. Throws StoreUnavailable when nobody takes the order. */
export type ImportQueue = (staged: StagedFeed) => Promise<void>;
