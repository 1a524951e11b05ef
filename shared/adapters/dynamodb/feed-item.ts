import * as z from 'zod';
import { parseFeedId, type FeedId } from '../../domain/offer/offer-id.ts';
import type { RegionId } from '../../domain/place/region.ts';
import { ok, type Result } from '../../domain/result.ts';
import { CatalogueDamaged } from '../../ports/store-failures.ts';
import type { DynamoAccess } from './dynamo-access.ts';
import {
  itemDecoder,
  parsedText,
  textAttribute,
  wholeAttribute,
  type Item,
  type ItemFault,
} from './item-codec.ts';
import { feedKey } from './item-keys.ts';
import {
  publicationAttributes,
  toStoredPublication,
  type StoredPublication,
} from './publication-attributes.ts';
import { readItem } from './read-items.ts';

/** Schema version of a feed's item. */
export const FEED_VERSION = 1;

/**
 * The one item of a feed: its lease and, once something was published, its pointer, so that one condition can look at
 * both. No `owner` = nobody holds the lease; `fence` counts the leases taken.
 */
export type FeedState = {
  readonly feed: FeedId;
  readonly fence: number;
  readonly owner?: string;
  readonly current?: StoredPublication;
};

const decode = itemDecoder({
  version: FEED_VERSION,
  schema: z.object({
    sk: parsedText(parseFeedId),
    fence: wholeAttribute,
    owner: textAttribute.optional(),
    current: z.object({ M: publicationAttributes }).optional(),
  }),
  upcasters: {},
});

/** The state of a feed from its item. */
export function fromFeedItem(item: Item): Result<FeedState, ItemFault> {
  const stored = decode(item);
  if (!stored.ok) return stored;
  const { sk: feed, fence, owner, current } = stored.value;
  return ok({
    feed,
    fence,
    ...(owner === undefined ? {} : { owner }),
    ...(current === undefined ? {} : { current: toStoredPublication(feed, current.M) }),
  });
}

/** The state of a feed now, `undefined` when it was never leased. Throws CatalogueDamaged when it cannot be read. */
export async function readFeedState(
  access: DynamoAccess,
  region: RegionId,
  feed: FeedId,
): Promise<FeedState | undefined> {
  const item = await readItem(access, feedKey(region, feed));
  if (item === undefined) return undefined;
  const state = fromFeedItem(item);
  if (!state.ok) throw new CatalogueDamaged(`the item of a feed is ${state.failure}`);
  return state.value;
}
