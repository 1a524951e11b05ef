import { changesBetween } from '../domain/offer/catalogue-changes.ts';
import type { CatalogueId, OfferChange, VersionList } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import { failed, type Result } from '../domain/result.ts';
import type { CataloguePointer, CatalogueStore, PublicationRecord } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import { changesOverDamage } from './changes-over-damage.ts';
import { readOutline } from './import-current.ts';

const LEASE_MILLISECONDS = 60_000;
const SEARCHED_PUBLICATIONS = 1000;

/** What rolling back needs; `owner` is unique to this run. */
export type RollBackDeps = {
  readonly catalogues: RollBackCatalogues;
  readonly clock: Clock;
  readonly owner: string;
};

type RollBackCatalogues = Pick<
  CatalogueStore,
  | 'readPointers'
  | 'readEntries'
  | 'readPublications'
  | 'readChanges'
  | 'takeLease'
  | 'releaseLease'
  | 'publish'
>;

/**
 * Why nothing was rolled back: the feed has no catalogue; it never had another (or not the one asked for); the one
 * asked for is current; it is damaged or was swept, as it ceased to be current more than 30 days ago; or somebody published
 * in the very moment.
 */
export type RollBackFailure =
  | 'no-catalogue'
  | 'no-such-catalogue'
  | 'already-current'
  | 'target-damaged'
  | 'held'
  | 'lost-lease'
  | 'moved';

/**
 * Makes an earlier catalogue of a feed current again, the previous one unless told which; the change log says what
 * that means for each offer. Takes the right to publish away from a running import, which then ends as `lost-lease`:
 * an operator who rolls back does not wait. Works when the current catalogue is damaged. Throws StoreUnavailable.
 */
export async function rollBack(
  deps: RollBackDeps,
  region: RegionId,
  feed: FeedId,
  toCatalogue?: CatalogueId,
): Promise<Result<CataloguePointer, RollBackFailure>> {
  const { catalogues, clock, owner } = deps;
  const now = clock();
  const wanted = { owner, now, until: now + LEASE_MILLISECONDS, evenIfHeld: true };
  const lease = await catalogues.takeLease(region, feed, wanted);
  if (!lease.ok) return lease;
  try {
    const pointers = await catalogues.readPointers(region);
    const pointer = pointers.find((candidate) => candidate.feed === feed);
    if (pointer === undefined) return failed('no-catalogue');
    const target = toCatalogue ?? pointer.previous;
    if (target === undefined) return failed('no-such-catalogue');
    if (target === pointer.catalogue) return failed('already-current');
    const past = await lastTimeCurrent(catalogues, region, feed, target);
    if (past === undefined) return failed('no-such-catalogue');
    const earlier = await readOutline(catalogues, region, { feed, id: target });
    if (earlier === undefined) return failed('target-damaged');
    const changes = await changesOfRollBack(catalogues, region, pointer, earlier);
    return await catalogues.publish(
      region,
      lease.value,
      {
        catalogue: target,
        expectedSequence: pointer.sequence,
        changes,
        lastSeenAt: past.lastSeenAt,
        rolledBackFrom: pointer.catalogue,
        ...(pointer.source === undefined ? {} : { source: pointer.source }),
      },
      clock(),
    );
  } finally {
    // The pointer's move is what counts; a lease that cannot be given back ends by itself.
    await catalogues.releaseLease(region, lease.value).catch(() => undefined);
  }
}

async function lastTimeCurrent(
  catalogues: RollBackCatalogues,
  region: RegionId,
  feed: FeedId,
  target: CatalogueId,
): Promise<PublicationRecord | undefined> {
  const records = await catalogues.readPublications(region, feed, SEARCHED_PUBLICATIONS);
  return records.find(({ catalogue }) => catalogue === target);
}

async function changesOfRollBack(
  catalogues: RollBackCatalogues,
  region: RegionId,
  pointer: CataloguePointer,
  earlier: VersionList,
): Promise<readonly OfferChange[]> {
  const current = await readOutline(catalogues, region, { feed: pointer.feed, id: pointer.catalogue });
  return current === undefined
    ? await changesOverDamage(catalogues, region, pointer.feed, earlier)
    : changesBetween(current, earlier);
}
