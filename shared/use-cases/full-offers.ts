import type { Offer } from '../domain/offer/offer.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import type { ListedEntry } from './held-entries.ts';

const READ_AT_ONCE = 50;

/** An entry of a list with its offer in full, `undefined` where the store has lost the long text of this version. */
export type FullOffer = { readonly entry: ListedEntry; readonly index: number; readonly offer?: Offer };

/** The offers of a list in full, in its order; some are read at once, few are in memory. Throws StoreUnavailable. */
export async function* fullOffers(
  offers: Pick<OfferStore, 'readVersion'>,
  region: RegionId,
  list: readonly ListedEntry[],
): AsyncGenerator<FullOffer> {
  for (let start = 0; start < list.length; start += READ_AT_ONCE) {
    const some = list.slice(start, start + READ_AT_ONCE);
    const read = await Promise.all(
      some.map(({ offer, version }) => offers.readVersion(region, offer.id, version)),
    );
    for (const [at, entry] of some.entries()) {
      const offer = read[at];
      yield { entry, index: start + at, ...(offer && { offer }) };
    }
  }
}
