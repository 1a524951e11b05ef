import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import { toRows, type Rows } from '../feeds/supplements/to-rows.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import { fullOffers } from './full-offers.ts';
import { holdEntries } from './held-entries.ts';
import { readCurrentOutline } from './import-current.ts';
import { textStateOf } from './text-state.ts';

type Deps = {
  readonly offers: Pick<OfferStore, 'readVersion'>;
  readonly catalogues: Pick<CatalogueStore, 'readPointers' | 'readEntries'>;
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
  const wanted = holdEntries();
  const { catalogue } = await readCurrentOutline(catalogues, region, feed, (entry) => {
    const { kind } = entry.offer;
    if (kind !== 'childcare' && kind !== 'job' && entry.missingSince === undefined) wanted.add(entry);
  });
  if (catalogue === undefined) return failed('no-catalogue');
  const rows = [...toRows([])];
  for await (const { index, offer } of fullOffers(offers, region, wanted.held.list)) {
    const full = offer ?? wanted.held.offers.read(index);
    const [, ...own] = toRows([{ offer: full, textState: textStateOf(full) }]);
    rows.push(...own);
  }
  return ok(rows);
}
