import type { CatalogueEntry, OfferVersion } from '../domain/offer/catalogue.ts';
import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { readCurrentOutline } from './import-current.ts';
import type { PartnerOfferDeps } from './partner-offer-deps.ts';

/** One offer of a partner's own feed as it is stored now, with its version. Throws StoreUnavailable. */
export async function readPartnerOffer(
  { offers, catalogues, inUse }: Pick<PartnerOfferDeps, 'offers' | 'catalogues' | 'inUse'>,
  feed: FeedId,
  id: OfferId,
): Promise<Result<{ readonly offer: Offer; readonly version: OfferVersion }, 'offer-not-found'>> {
  const region = inUse.region.id;
  const found: CatalogueEntry[] = [];
  const { catalogue } = await readCurrentOutline(catalogues, region, feed, (entry) => {
    if (entry.offer.id === id) found.push(entry);
  });
  const [entry] = found;
  if (catalogue === undefined || entry === undefined) return failed('offer-not-found');
  const stored = await offers.readVersion(region, id, entry.version);
  return ok({ offer: stored ?? entry.offer, version: entry.version });
}
