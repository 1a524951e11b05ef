import type { OfferVersion } from '../domain/offer/catalogue.ts';
import type { OfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import type { Partner } from '../domain/partner/partner.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { admitOffer } from '../feeds/admit-offer.ts';
import type { OfferContext } from '../feeds/feed-format.ts';
import { hasEnded } from '../feeds/guards.ts';
import { noticeText } from '../feeds/notice-text.ts';
import { noticeOf, type Notice } from '../feeds/notice.ts';
import { toOffer } from '../feeds/offers-json/to-offer.ts';
import { changePartnerFeed, type FeedChangeFailure } from './change-partner-feed.ts';
import { hashOffer } from './hash-offer.ts';
import type { PartnerOfferDeps } from './partner-offer-deps.ts';
import { todayOf } from './region-in-use.ts';

/** What a writer believes of the offer: that there is none yet, or that it has one of these versions. */
export type Belief =
  { readonly isNew: true } | { readonly isNew: false; readonly versions: readonly string[] };

/** What to write. `value` is JSON in the shape of an offer of the contract; `owner` is unique to the request. */
export type PutOffer = {
  readonly partner: Partner;
  readonly id: OfferId;
  readonly value: unknown;
  readonly belief: Belief;
  readonly owner: string;
};

/** What had to be left out or altered, in words; never a value that was sent. */
export type ToldNotice = Pick<Notice, 'code' | 'severity' | 'field'> & ReturnType<typeof noticeText>;

/** What became of the offer, its version from now on, and what had to be said about it. */
export type OfferPut = {
  readonly did: 'created' | 'changed' | 'nothing';
  readonly version: OfferVersion;
  readonly notices: readonly ToldNotice[];
};

/** Why an offer of the right form is not taken all the same. */
export type NotAdmitted =
  'text-garbled' | 'record-is-test' | 'record-ended' | 'id-invalid' | 'record-invalid';

/** Why an offer was not written. `stale`: it is not what the writer believes, but this version, or none. */
export type PutFailure =
  | { readonly code: 'not-admitted'; readonly why: NotAdmitted }
  | { readonly code: 'stale'; readonly version?: OfferVersion }
  | { readonly code: 'feed-full' }
  | { readonly code: FeedChangeFailure };

/** A feed that is written offer by offer is written anew each time. */
export const MOST_OFFERS_OF_PARTNER = 2000;

/**
 * Writes one offer of a partner's own feed. It passes the reader and the admission of every import: places of refuge, persons,
 * test records, points outside the region. Writing what is there already does nothing, whatever the writer believed, so that
 * an answer that was lost can be asked for again. Throws StoreUnavailable.
 */
export async function putPartnerOffer(
  deps: PartnerOfferDeps,
  { partner, id, value, belief, owner }: PutOffer,
): Promise<Result<OfferPut, PutFailure>> {
  const admitted = admit(deps, partner, value);
  if (!admitted.ok) return admitted;
  const { offer, notices } = admitted.value;
  const version = hashOffer(offer);
  let did: OfferPut['did'] = 'nothing';
  const changed = await changePartnerFeed<PutFailure>(
    deps,
    { feed: partner.feed, id, owner },
    (entry, count) => {
      if (entry?.version === version && !belief.isNew) return ok(undefined);
      if (!holds(belief, entry?.version))
        return failed({ code: 'stale', ...(entry && { version: entry.version }) });
      if (entry === undefined && count >= MOST_OFFERS_OF_PARTNER) return failed({ code: 'feed-full' });
      did = entry === undefined ? 'created' : 'changed';
      return ok({ id, offer });
    },
  );
  if (changed.ok) return ok({ did, version, notices: notices.map(told) });
  const { failure } = changed;
  return failed(typeof failure === 'string' ? { code: failure } : failure);
}

/** Whether the offer is what a writer believes it to be. */
export function holds(belief: Belief, version: OfferVersion | undefined): boolean {
  return belief.isNew
    ? version === undefined
    : version !== undefined && belief.versions.some((known) => known === version);
}

function admit(
  { inUse, bounds, clock }: PartnerOfferDeps,
  { name, feed }: Partner,
  value: unknown,
): Result<{ readonly offer: Offer; readonly notices: readonly Notice[] }, PutFailure> {
  const { region } = inUse;
  const context: OfferContext = { feed, sample: false, region, bounds, today: todayOf(inUse, clock()) };
  const read = toOffer({ number: 1, value }, context);
  if (read.offer === undefined) return failed(notAdmitted(read.notices));
  const { record, offer } = read;
  const admission = admitOffer({ ...offer, freshness: { ...offer.freshness, statedBy: name } }, record);
  if (admission.offer === undefined) return failed(notAdmitted(admission.notices));
  if (hasEnded(admission.offer, context.today))
    return failed(notAdmitted([noticeOf('record-ended', { record })]));
  return ok({ offer: admission.offer, notices: [...read.notices, ...admission.notices] });
}

const REASONS: readonly NotAdmitted[] = ['text-garbled', 'record-is-test', 'record-ended', 'id-invalid'];

function notAdmitted(notices: readonly Notice[]): PutFailure {
  const why = REASONS.find((reason) => notices.some(({ code }) => code === reason));
  return { code: 'not-admitted', why: why ?? 'record-invalid' };
}

function told({ code, severity, field }: Notice): ToldNotice {
  return { code, severity, ...(field !== undefined && { field }), ...noticeText(code, 'en') };
}
