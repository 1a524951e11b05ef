import type { OfferVersion } from '../domain/offer/catalogue.ts';
import type { OfferId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import type { RegionId } from '../domain/place/region.ts';

/** Offers in full, by id and version; a version never changes once written. Every method throws StoreUnavailable on an outage. */
export type OfferStore = {
  /**
   * Writes versions that nothing points to yet; writing one again changes nothing but, at most, `freshness.checked`,
   * which is no part of a version. They are asked for as they are written. Resolves when all are stored. Throws RangeError when an offer is too large to store.
   */
  readonly writeVersions: (
    region: RegionId,
    versions: Iterable<{ readonly version: OfferVersion; readonly offer: Offer }>,
  ) => Promise<void>;
  /** One exact version, `undefined` when there is none. Throws CatalogueDamaged when it is not what was written. */
  readonly readVersion: (region: RegionId, id: OfferId, version: OfferVersion) => Promise<Offer | undefined>;
};
