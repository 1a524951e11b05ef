import { expect } from 'vitest';
import { toOfferAnswer } from '../../shared/contract/to-offer-answer.ts';
import { offerJson } from '../../shared/domain/offer/offer-json.ts';
import type { FeedFormat, OfferContext, ReadFailure } from '../../shared/feeds/feed-format.ts';
import type { Notice } from '../../shared/feeds/notice.ts';
import { GERMANY } from './table-under-test.ts';

/** All that came of a file, with counters of the work it made. */
export type FeedRead = {
  readonly records: number;
  readonly offers: number;
  readonly codes: ReadonlyMap<string, number>;
  readonly failure?: ReadFailure;
  /** Of one record, at most. */
  readonly mostNotices: number;
  readonly mostOfferCharacters: number;
};

/**
 * Reads a file to its end and holds what is true of every file, however broken: a failure is the last thing read; each
 * record gives an offer or an error; an offer keeps the contract; a notice shows 80 characters at most.
 */
export async function readFeed(
  format: FeedFormat,
  bytes: Uint8Array,
  context: OfferContext = GERMANY,
): Promise<FeedRead> {
  const codes = new Map<string, number>();
  let [records, offers, mostNotices, mostOfferCharacters] = [0, 0, 0, 0];
  let failure: ReadFailure | undefined;
  for await (const read of format.read(bytes)) {
    if (failure !== undefined) throw new Error('something was read after a failure');
    if (!read.ok) {
      failure = read.failure;
      continue;
    }
    records += 1;
    const { offer, notices } = format.toOffer(read.value, context);
    for (const { code } of notices) codes.set(code, (codes.get(code) ?? 0) + 1);
    mostNotices = Math.max(mostNotices, notices.length);
    if (notices.some(isTooTalkative)) throw new Error('a notice shows more than 80 characters');
    if (offer === undefined) {
      if (notices.every(({ severity }) => severity !== 'error')) throw new Error('refused without an error');
      continue;
    }
    offers += 1;
    const answer = toOfferAnswer(offer);
    const text = JSON.stringify(answer);
    mostOfferCharacters = Math.max(mostOfferCharacters, text.length);
    if (!text.isWellFormed()) throw new Error('an offer holds half a character');
    const kept = offerJson.safeParse(JSON.parse(text));
    if (!kept.success) expect.fail(`an offer breaks the contract: ${JSON.stringify(kept.error.issues[0])}`);
  }
  return { records, offers, codes, mostNotices, mostOfferCharacters, ...(failure && { failure }) };
}

function isTooTalkative({ value }: Notice): boolean {
  return value !== undefined && Array.from(value).length > 80;
}
