import { versionsOf } from '../domain/offer/catalogue-changes.ts';
import type { OfferChange, VersionList } from '../domain/offer/catalogue.ts';
import type { FeedId, OfferId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';

/**
 * What to log when the catalogue before `after` can no longer be read: every offer the log ever named is told again,
 * as `changed` or `removed`. More than the true difference, never less, and repeating a change does no harm.
 */
export async function changesOverDamage(
  deps: Pick<CatalogueStore, 'readChanges'>,
  region: RegionId,
  feed: FeedId,
  after: VersionList,
): Promise<readonly OfferChange[]> {
  const named = await offersEverNamed(deps, region, feed);
  const current = versionsOf(after);
  const kept = [...current].map(([offer, version]): OfferChange => ({
    kind: named.has(offer) ? 'changed' : 'added',
    offer,
    version,
  }));
  const gone = [...named]
    .filter((offer) => !current.has(offer))
    .map((offer): OfferChange => ({ kind: 'removed', offer }));
  return [...kept, ...gone].sort((one, other) => (one.offer < other.offer ? -1 : 1));
}

async function offersEverNamed(
  deps: Pick<CatalogueStore, 'readChanges'>,
  region: RegionId,
  feed: FeedId,
): Promise<ReadonlySet<OfferId>> {
  const changes = await deps.readChanges(region, feed, 0, Number.MAX_SAFE_INTEGER);
  return new Set(changes.map(({ offer }) => offer));
}
