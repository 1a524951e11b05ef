import type { OfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { admitOffer } from '../feeds/admit-offer.ts';
import type { FeedFormat, OfferContext, RawRecord, ReadFailure } from '../feeds/feed-format.ts';
import { hasEnded, type GuardedOffer } from '../feeds/guards.ts';
import type { NoticeLog } from '../feeds/notice-log.ts';
import { noticeOf } from '../feeds/notice.ts';
import { someRecords } from '../feeds/reading-some.ts';
import { holdOffers, type HeldOffers } from './held-offers.ts';

/** How far an import is. */
export type ImportProgress = { readonly records: number; readonly rejected: number };

/** All a feed gives. `failure`: it could not be read to its end, and nothing of it may be used. */
export type RecordsRead = {
  readonly records: number;
  readonly rejected: number;
  readonly ended: number;
  /** Ids are unique. */
  readonly offers: HeldOffers;
  /** What the guards look at of each of them. */
  readonly guarded: readonly GuardedOffer[];
  /** Ids of all offers, those that have ended included. */
  readonly seen: ReadonlySet<OfferId>;
  readonly failure?: ReadFailure;
};

const PROGRESS_EVERY_RECORDS = 500;

/**
 * Reads every record of a feed into an offer or into notices. Of two records with one id the first counts and the other is
 * rejected; offers that have ended are left out without being a fault.
 */
export async function readRecords(
  from: { readonly format: FeedFormat; readonly bytes: Uint8Array; readonly context: OfferContext },
  notices: NoticeLog,
  onProgress: (progress: ImportProgress) => void | Promise<void>,
): Promise<RecordsRead> {
  const { format, bytes, context } = from;
  const offers = holdOffers();
  const guarded: GuardedOffer[] = [];
  const guardedOf = sharedGuarded();
  const ids = new Set<OfferId>();
  let [records, rejected, ended] = [0, 0, 0];
  let failure: ReadFailure | undefined;
  for await (const some of someRecords(format, bytes)) {
    if (!some.ok) {
      failure = some.failure;
      break;
    }
    for (const raw of some.value) {
      records += 1;
      const offer = acceptOffer(raw, format, context, ids, notices);
      if (offer === undefined) rejected += 1;
      else if (hasEnded(offer, context.today)) ended += 1;
      else {
        offers.add(offer);
        guarded.push(guardedOf(offer));
      }
      if (records % PROGRESS_EVERY_RECORDS === 0) await onProgress({ records, rejected });
    }
  }
  await onProgress({ records, rejected });
  return { records, rejected, ended, offers: offers.held, guarded, seen: ids, ...(failure && { failure }) };
}

/** Offers that serve the same share one value, which is cut out of no offer. */
function sharedGuarded(): (offer: GuardedOffer) => GuardedOffer {
  const known = new Map<string, GuardedOffer>();
  let [last, shared]: [GuardedOffer | undefined, GuardedOffer | undefined] = [undefined, undefined];
  return (offer) => {
    if (shared === undefined || last?.kind !== offer.kind || last.goals !== offer.goals) {
      const name = `${offer.kind} ${offer.goals.join(' ')}`;
      shared = known.get(name) ?? { kind: offer.kind, goals: [...offer.goals], freshness: {} };
      known.set(name, shared);
    }
    last = offer;
    return shared;
  };
}

function acceptOffer(
  raw: RawRecord,
  format: FeedFormat,
  context: OfferContext,
  ids: Set<OfferId>,
  notices: NoticeLog,
): Offer | undefined {
  const { offer, record, notices: found } = format.toOffer(raw, context);
  found.forEach(notices.add);
  if (offer === undefined) return undefined;
  if (ids.has(offer.id)) {
    notices.add(noticeOf('id-repeated', { record }));
    return undefined;
  }
  const admission = admitOffer(offer, record);
  admission.notices.forEach(notices.add);
  if (admission.offer === undefined) return undefined;
  ids.add(offer.id);
  if (hasEnded(offer, context.today)) notices.add(noticeOf('record-ended', { record }));
  return admission.offer;
}
