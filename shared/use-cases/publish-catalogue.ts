import { changesBetween } from '../domain/offer/catalogue-changes.ts';
import type { CatalogueEntry, OfferChange, OfferVersion, VersionList } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { Offer } from '../domain/offer/offer.ts';
import type { Region, RegionId } from '../domain/place/region.ts';
import { ok, type Result } from '../domain/result.ts';
import type { CataloguePointer, CatalogueStore, Lease } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import { indexBytesOf } from './make-catalogue-index.ts';
import { changesOverDamage } from './changes-over-damage.ts';
import { entriesInList, type HeldEntries, type ListedEntry } from './held-entries.ts';
import { heldInList, type HeldOffers } from './held-offers.ts';
import { nextCatalogue } from './next-catalogue.ts';

/** What publishing needs. `hashOffer` gives the version of an offer, see hash-offer.ts. */
export type PublishDeps = {
  readonly offers: Pick<OfferStore, 'writeVersions'>;
  readonly catalogues: Pick<CatalogueStore, 'writeCatalogue' | 'writeIndex' | 'publish' | 'readChanges'>;
  readonly clock: Clock;
  readonly hashOffer: (offer: Offer) => OfferVersion;
};

/**
 * All offers a feed has now, in any order, ids unique; `missing` are entries of the current catalogue that it no longer
 * has and that still stand. `current` is what the pointer named when the lease was taken; a pointer without its catalogue
 * means that the catalogue is damaged and is to be replaced. `sameState`: the feed itself was not looked at, so that when
 * it was last seen and what was rolled back stay as they are. `publicHolidays` are the region's.
 */
export type PublishInput = {
  readonly region: RegionId;
  readonly feed: FeedId;
  readonly lease: Lease;
  readonly current: {
    readonly pointer?: CataloguePointer;
    readonly catalogue?: { readonly entries: readonly ListedEntry[] };
  };
  readonly offers: readonly Offer[] | HeldOffers;
  readonly missing?: readonly CatalogueEntry[] | HeldEntries;
  readonly source?: string;
  readonly sameState?: boolean;
  readonly publicHolidays: Region['publicHolidays'];
};

/** The pointer that is current now and what became of the offers; `changes` ascend by offer id. */
export type Published = {
  readonly pointer: CataloguePointer;
  readonly changes: readonly OfferChange[];
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
};

/**
 * Makes the offers of a feed its current catalogue: versions first, then the catalogue, its index, and the pointer, so
 * that a crash anywhere leaves the old one current and the next run ends at the same place. Writes nothing when nothing
 * changed. Throws RangeError when two offers have the same id, StoreUnavailable on an outage.
 */
export async function publishCatalogue(
  deps: PublishDeps,
  input: PublishInput,
): Promise<Result<Published, 'lost-lease' | 'moved'>> {
  const { region, feed, lease, current, publicHolidays } = input;
  const offers = 'read' in input.offers ? input.offers : heldInList(input.offers);
  const missing =
    input.missing !== undefined && 'offers' in input.missing
      ? input.missing
      : entriesInList(input.missing ?? []);
  const asSeenBefore = input.sameState === true ? current.catalogue : undefined;
  const next = nextCatalogue(offers, missing, asSeenBefore, deps.hashOffer);
  const changes = await changesToLog(deps, input, { entries: next.list });
  if (isCurrentAlready(current, changes, missing.list)) {
    return ok({ pointer: current.pointer, changes: [], added: 0, changed: 0, removed: 0 });
  }
  const touched = new Set(changes.filter(({ kind }) => kind !== 'removed').map(({ offer }) => offer));
  await deps.offers.writeVersions(region, next.versionsOf(touched));
  const catalogue = { feed, entries: next.entries };
  const id = await deps.catalogues.writeCatalogue(region, catalogue);
  const index = indexBytesOf({ id, catalogue, publicHolidays });
  await deps.catalogues.writeIndex(region, feed, id, index);
  const moved = await deps.catalogues.publish(
    region,
    lease,
    {
      catalogue: id,
      expectedSequence: current.pointer?.sequence ?? 0,
      changes,
      ...(input.source === undefined ? {} : { source: input.source }),
      ...(input.sameState === true && stateOf(current.pointer)),
    },
    deps.clock(),
  );
  return moved.ok ? ok({ pointer: moved.value, changes, ...countByKind(changes) }) : moved;
}

function stateOf(
  pointer: CataloguePointer | undefined,
): Pick<CataloguePointer, 'rolledBackFrom'> & Partial<Pick<CataloguePointer, 'lastSeenAt'>> {
  if (pointer === undefined) return {};
  const { lastSeenAt, rolledBackFrom } = pointer;
  return { lastSeenAt, ...(rolledBackFrom !== undefined && { rolledBackFrom }) };
}

async function changesToLog(
  { catalogues }: PublishDeps,
  { region, feed, current }: PublishInput,
  next: VersionList,
): Promise<readonly OfferChange[]> {
  const isDamaged = current.pointer !== undefined && current.catalogue === undefined;
  return isDamaged
    ? await changesOverDamage(catalogues, region, feed, next)
    : changesBetween(current.catalogue, next);
}

// A state that was rolled back to and that the feed now confirms is published anew: it counts as seen again.
function isCurrentAlready(
  current: PublishInput['current'],
  changes: readonly OfferChange[],
  missing: readonly ListedEntry[],
): current is Required<PublishInput['current']> {
  const isWhole = current.pointer !== undefined && current.catalogue !== undefined;
  const known = new Map(
    current.catalogue?.entries.map(({ offer, missingSince }) => [offer.id, missingSince]),
  );
  const missed = [...known.values()].filter((since) => since !== undefined).length;
  const isSeenAlike =
    missed === missing.length &&
    missing.every(({ offer, missingSince }) => known.get(offer.id) === missingSince);
  return isWhole && current.pointer.rolledBackFrom === undefined && changes.length === 0 && isSeenAlike;
}

function countByKind(changes: readonly OfferChange[]): Omit<Published, 'pointer' | 'changes'> {
  const count = (kind: OfferChange['kind']) => changes.filter((change) => change.kind === kind).length;
  return { added: count('added'), changed: count('changed'), removed: count('removed') };
}
