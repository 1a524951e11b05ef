import * as z from 'zod';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';

/** What is read of the event by which a queue hands over messages. */
export const queueEvent = z.object({
  Records: z.array(z.object({ messageId: z.string(), body: z.string() })),
});

const feedId = z.string().transform((text, context) => {
  const id = parseFeedId(text);
  if (id !== undefined) return id;
  context.addIssue({ code: 'custom', message: 'not-a-feed-id' });
  return z.NEVER;
});

/** The order to fetch a feed, as the schedule writes it: `{ "feed": "vhs" }`. */
export const fetchOrder = z.strictObject({ feed: feedId });

/** The order to import an original: `{ "feed": "vhs", "sha256": "…" }`. */
export const importOrder = z.strictObject({ feed: feedId, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
