import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { toRows, type Rows } from '../feeds/supplements/to-rows.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import { readCurrent } from './import-current.ts';
import { textStateOf } from './text-state.ts';

type Deps = {
  readonly offers: Pick<OfferStore, 'readVersion'>;
  readonly catalogues: Pick<CatalogueStore, 'readPointers' | 'readCatalogue'>;
};

/**
 * The table a provider fills in: every current offer of the feed but childcare, jobs and offers missed since, prefilled with
 * what is known of it. Throws StoreUnavailable.
 */
export async function exportSupplement(
  { offers, catalogues }: Deps,
  region: RegionId,
  feed: FeedId,
): Promise<Result<Rows, 'no-catalogue'>> {
  const { catalogue } = await readCurrent(catalogues, region, feed);
  if (catalogue === undefined) return failed('no-catalogue');
  const wanted = catalogue.entries.filter(
    ({ offer, missingSince }) =>
      offer.kind !== 'childcare' && offer.kind !== 'job' && missingSince === undefined,
  );
  const found = [];
  for (const { offer, version } of wanted) {
    const full = (await offers.readVersion(region, offer.id, version)) ?? offer;
    found.push({ offer: full, textState: textStateOf(full) });
  }
  return ok(toRows(found));
}
