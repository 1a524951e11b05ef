import type { FeedFormat, RecordOutcome } from '../feeds/feed-format.ts';
import { noticeOf } from '../feeds/notice.ts';

/** The same format for a partner's own offers: each says by whom it is stated, and made-up ones are refused. */
export function ofPartner(format: FeedFormat, statedBy: string): FeedFormat {
  return {
    ...format,
    toOffer: (raw, context): RecordOutcome => {
      const read = format.toOffer(raw, context);
      const { offer, record } = read;
      if (offer === undefined) return read;
      if (offer.freshness.sample === true) {
        const made = noticeOf('record-is-test', { record, field: 'freshness.sample' });
        return { record, notices: [...read.notices, made] };
      }
      return { ...read, offer: { ...offer, freshness: { ...offer.freshness, statedBy } } };
    },
  };
}
