import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Offer } from '../../shared/domain/offer/offer.ts';
import { parseFeedId } from '../../shared/domain/offer/offer-id.ts';
import type { FeedFormat, OfferContext, RecordOutcome } from '../../shared/feeds/feed-format.ts';
import type { NoticeCode } from '../../shared/feeds/notice-catalogue.ts';
import type { Notice } from '../../shared/feeds/notice.ts';
import { day } from './some-offer.ts';
import { SOME_REGION } from './some-region.ts';

/** What a record of the feed `test-feed` is read with: a small Berlin on 24 March 2025, and a wide box around it. */
export const FEED_CONTEXT: OfferContext = {
  feed: parseFeedId('test-feed')!,
  sample: false,
  region: SOME_REGION.region,
  bounds: { south: 51.8, west: 11.9, north: 53.2, east: 14.9 },
  today: day('2025-03-24'),
};

/** The bytes of a file of the project, named from its top. */
export function bytesOf(path: string): Uint8Array {
  return readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));
}

/** UTF-8 of a text, or of a value as JSON. */
export function utf8(value: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Every record of a feed turned into its outcome; a feed that cannot be read to its end fails the test. */
export async function outcomesOf(
  format: FeedFormat,
  bytes: Uint8Array,
  context = FEED_CONTEXT,
): Promise<readonly RecordOutcome[]> {
  const outcomes: RecordOutcome[] = [];
  for await (const read of format.read(bytes)) {
    if (!read.ok) throw new Error(`cannot be read: ${JSON.stringify(read.failure)}`);
    outcomes.push(format.toOffer(read.value, context));
  }
  return outcomes;
}

/** The offer of an outcome; a refused record fails the test. */
export function offerOf(outcome: RecordOutcome | undefined): Offer {
  if (outcome?.offer === undefined) throw new Error(`refused: ${JSON.stringify(outcome?.notices)}`);
  return outcome.offer;
}

/** Codes in the order of the notices. */
export function codesOf(notices: readonly Notice[]): readonly NoticeCode[] {
  return notices.map((notice) => notice.code);
}
