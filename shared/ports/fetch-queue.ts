import type { FeedId } from '../domain/offer/offer-id.ts';

/** A feed that is to be fetched: all of it, or what has changed since an instant (milliseconds since 1970). */
export type FetchOrder =
  { readonly feed: FeedId } | { readonly feed: FeedId; readonly part: 'changes'; readonly since: number };

/** Asks for a feed to be fetched, at least once. Throws StoreUnavailable when nobody takes the order. */
export type FetchQueue = (order: FetchOrder) => Promise<void>;
