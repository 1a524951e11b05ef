import * as z from 'zod';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';

/** What is read of the event by which a queue hands over messages. */
export const queueEvent = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

/** The id of a feed as an order names it. */
export const feedId = z.string().transform((text, context) => {
  const id = parseFeedId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not-a-feed-id' });
  return z.NEVER;
});

/** What is not the feed itself but stands beside it. */
const beside = z.enum(['occupancy']);

/**
 * The order to fetch a feed: `{ "feed": "vhs" }`; with `"part": "changes"` only what has changed in it since the instant `since`
 * (milliseconds since 1970), with `"part": "occupancy"` the file of its free places.
 */
export const fetchOrder = z.union([
  z.strictObject({ feed: feedId, part: beside.exactOptional() }),
  z.strictObject({ feed: feedId, part: z.literal('changes'), since: z.int().min(0) }),
]);

/** The order to find out since when, and to have that fetched: `{ "feed": "vhs", "part": "changes" }`. */
const planOrder = z.strictObject({ feed: feedId, part: z.literal('changes') });

/**
 * The order to import an original: `{ "feed": "vhs", "sha256": "…" }`, with the `part` it is of, or with the id of what a
 * partner `sent`.
 */
const originalOrder = z.strictObject({
  feed: feedId,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  part: beside.exactOptional(),
  sent: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .exactOptional(),
});

/** What is ordered of whoever knows the table. */
export const importOrder = z.union([originalOrder, planOrder]);
