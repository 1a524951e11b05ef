import type { Segment } from '../domain/matching/match-index/segment.ts';
import type { Catalogue, CatalogueId } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { CataloguePointer, CatalogueStore } from '../ports/catalogue-store.ts';
import type { EventLog } from '../ports/event-log.ts';
import { CatalogueDamaged } from '../ports/store-failures.ts';
import { readIndexBytes, segmentFrom } from './catalogue-index.ts';
import type { RegionInUse } from './region-in-use.ts';

/** One feed's catalogue in memory. `damaged`: the current one could not be read, an older one stands in. */
export type FeedInMemory = {
  readonly pointer: CataloguePointer;
  readonly id: CatalogueId;
  readonly catalogue: Catalogue;
  readonly damaged: boolean;
  /** Its index as it was published; absent where none lies beside the catalogue that can be used. */
  readonly segment?: Segment;
};

type Deps = {
  readonly catalogues: Pick<CatalogueStore, 'readPointers' | 'readCatalogue' | 'readIndex'>;
  readonly inUse: Pick<RegionInUse, 'region'>;
  readonly log: EventLog;
};

/** `undefined` when the content is damaged; an outage stays an error. */
async function readUndamaged(
  { catalogues }: Pick<Deps, 'catalogues'>,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<Catalogue | undefined> {
  return catalogues.readCatalogue(region, feed, id).catch((error: unknown) => {
    if (error instanceof CatalogueDamaged) return undefined;
    throw error;
  });
}

/** A catalogue with its index, of which the log tells where it cannot be used. */
async function readWithIndex(
  deps: Deps,
  region: RegionId,
  feed: FeedId,
  id: CatalogueId,
): Promise<Pick<FeedInMemory, 'id' | 'catalogue' | 'segment'> | undefined> {
  const [catalogue, bytes] = await Promise.all([
    readUndamaged(deps, region, feed, id),
    readIndexBytes(deps.catalogues, region, feed, id),
  ]);
  if (catalogue === undefined) return undefined;
  const { publicHolidays } = deps.inUse.region;
  const segment = bytes?.ok === true ? segmentFrom({ id, catalogue, publicHolidays }, bytes.value) : bytes;
  if (segment?.ok === true) return { id, catalogue, segment: segment.value };
  if (segment === undefined) deps.log('index-missing', { region, feed });
  else deps.log('index-refused', { region, feed, reason: segment.failure });
  return { id, catalogue };
}

async function readFeed(
  deps: Deps,
  region: RegionId,
  pointer: CataloguePointer,
  held: FeedInMemory | undefined,
): Promise<FeedInMemory | undefined> {
  if (held?.id === pointer.catalogue) return { ...held, pointer, damaged: false };
  const current = await readWithIndex(deps, region, pointer.feed, pointer.catalogue);
  if (current !== undefined) return { pointer, ...current, damaged: false };
  if (held !== undefined) return { ...held, damaged: true };
  if (pointer.previous === undefined) return undefined;
  const previous = await readWithIndex(deps, region, pointer.feed, pointer.previous);
  return previous && { pointer, ...previous, damaged: true };
}

/**
 * The catalogues the region's pointers name, ascending by feed; what is in memory already is not read again. Where one is
 * damaged, the one held or the previous one stands in; a feed with neither is left out and named in `lost`.
 */
export async function readCatalogues(
  deps: Deps,
  region: RegionId,
  held: readonly FeedInMemory[],
): Promise<{ readonly feeds: readonly FeedInMemory[]; readonly lost: readonly FeedId[] }> {
  const pointers = await deps.catalogues.readPointers(region);
  const feeds: FeedInMemory[] = [];
  const lost: FeedId[] = [];
  for (const pointer of pointers) {
    const feed = await readFeed(
      deps,
      region,
      pointer,
      held.find((known) => known.pointer.feed === pointer.feed),
    );
    if (feed === undefined) lost.push(pointer.feed);
    else feeds.push(feed);
  }
  return { feeds, lost };
}
