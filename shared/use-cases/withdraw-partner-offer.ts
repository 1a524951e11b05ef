import type { OfferVersion } from '../domain/offer/catalogue.ts';
import type { OfferId } from '../domain/offer/offer-id.ts';
import type { Partner } from '../domain/partner/partner.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { changePartnerFeed, type FeedChangeFailure } from './change-partner-feed.ts';
import type { PartnerOfferDeps } from './partner-offer-deps.ts';
import { holds } from './put-partner-offer.ts';

/** Why an offer was not withdrawn. */
export type WithdrawFailure =
  | { readonly code: 'offer-not-found' | FeedChangeFailure }
  | { readonly code: 'stale'; readonly version: OfferVersion };

/**
 * Takes one offer out of a partner's own feed, if it has one of the versions named; a tombstone in the change log stays.
 * Throws StoreUnavailable.
 */
export async function withdrawPartnerOffer(
  deps: PartnerOfferDeps,
  request: {
    readonly partner: Partner;
    readonly id: OfferId;
    readonly versions: readonly string[];
    readonly owner: string;
  },
): Promise<Result<void, WithdrawFailure>> {
  const { partner, id, versions, owner } = request;
  const changed = await changePartnerFeed<WithdrawFailure>(
    deps,
    { feed: partner.feed, id, owner },
    (entry) => {
      if (entry === undefined) return failed({ code: 'offer-not-found' });
      return holds({ isNew: false, versions }, entry.version)
        ? ok({ id })
        : failed({ code: 'stale', version: entry.version });
    },
  );
  if (changed.ok) return changed;
  const { failure } = changed;
  return failed(typeof failure === 'string' ? { code: failure } : failure);
}
