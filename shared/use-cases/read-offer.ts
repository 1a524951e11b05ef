import { parseOfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import { StoreUnavailable } from '../ports/store-failures.ts';
import type { CurrentOffersSource, NoOffers } from './current-offers.ts';
import type { RegionInUse } from './region-in-use.ts';

/** What reading one offer takes from outside. */
export type ReadOfferDeps = {
  readonly currentOffers: Pick<CurrentOffersSource, 'read'>;
  readonly offers: Pick<OfferStore, 'readVersion'>;
  readonly inUse: RegionInUse;
};

/**
 * One current offer in full: the fields the matcher used, from memory, and the long text of exactly that version from the
 * store. An offer that is hidden, ended or unknown is `offer-not-found`.
 */
export async function readOffer(
  deps: ReadOfferDeps,
  request: { readonly offer: string },
): Promise<Result<Offer, NoOffers | 'offer-not-found'>> {
  const read = await deps.currentOffers.read();
  if (!read.ok) return read;
  const id = parseOfferId(request.offer);
  const current = id === undefined ? undefined : read.value.byId.get(id);
  if (current === undefined) return failed('offer-not-found');
  const stored = await deps.offers
    .readVersion(deps.inUse.region.id, current.offer.id, current.version)
    .then(ok, (error: unknown) => {
      if (error instanceof StoreUnavailable) return failed('store-unavailable' as const);
      throw error;
    });
  if (!stored.ok) return stored;
  const summary = stored.value?.summary;
  return ok(summary === undefined ? current.offer : { ...current.offer, summary });
}
