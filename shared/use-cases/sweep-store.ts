import type { CatalogueId } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { CatalogueStore, Lease, PublicationRecord } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { ImportRuns } from '../ports/import-runs.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import { CatalogueDamaged } from '../ports/store-failures.ts';
import type { StoredThing, StoreSweep } from '../ports/store-sweep.ts';
import { waitingRun } from './import-run.ts';
import { originalOf } from './original-of.ts';

/** What a sweep needs; `owner` is unique to it, so that no import takes its lease for its own. */
export type SweepDeps = {
  readonly catalogues: Pick<
    CatalogueStore,
    'readPointers' | 'readEntries' | 'readChanges' | 'readPublications' | 'takeLease' | 'releaseLease'
  >;
  readonly runs: Pick<ImportRuns, 'readRuns'>;
  /** Absent where the place they are kept at throws them away by itself. */
  readonly originals?: Pick<OriginalStore, 'list' | 'remove'>;
  readonly sweep: StoreSweep;
  readonly clock: Clock;
  readonly owner: string;
};

/** How many of each kind a sweep took away, and the feeds it left alone, as somebody was at work on them or they are damaged. */
export type Swept = Readonly<Record<StoredThing['kind'] | 'original', number>> & {
  readonly leftAlone: readonly FeedId[];
};

const LEASE_MILLISECONDS = 10 * 60_000;
const KEPT_MILLISECONDS = 30 * 24 * 3_600_000;
const REMOVED_AT_ONCE = 100;

/**
 * Takes away what runs that died or were held back have left, and what only the log still names: catalogues that ceased to be
 * current more than 30 days ago, but for those the pointer names (current, previous, rolled back), with their chunks and the
 * versions of offers that none of the others has; records of runs and originals after 30 days too. Moves and changes in the
 * log stay for good, so that whoever follows it misses no tombstone. Nothing is taken away while somebody else may publish
 * the feed. Killed anywhere, the next sweep does the rest. Throws StoreUnavailable.
 */
export async function sweepStore(deps: SweepDeps, region: RegionId): Promise<Swept> {
  const swept = { version: 0, catalogue: 0, chunk: 0, run: 0, original: 0 };
  const leftAlone: FeedId[] = [];
  for (const [feed, things] of await listByFeed(deps, region)) {
    const now = deps.clock();
    const wanted = { owner: deps.owner, now, until: now + LEASE_MILLISECONDS };
    const lease = await deps.catalogues.takeLease(region, feed, wanted);
    if (!lease.ok) {
      leftAlone.push(feed);
      continue;
    }
    try {
      const removed = await sweepFeed(deps, region, lease.value, things);
      if (removed === 'damaged') leftAlone.push(feed);
      else for (const { kind } of removed) swept[kind] += 1;
    } finally {
      await deps.catalogues.releaseLease(region, lease.value).catch(() => undefined);
    }
  }
  swept.original = await sweepOriginals(deps, region);
  return { ...swept, leftAlone };
}

/** What was stored before any lease is taken: what comes later is of a run that is not over. */
async function listByFeed(
  { sweep }: Pick<SweepDeps, 'sweep'>,
  region: RegionId,
): Promise<ReadonlyMap<FeedId, readonly StoredThing[]>> {
  const byFeed = new Map<FeedId, StoredThing[]>();
  for await (const { feed, thing } of sweep.list(region)) {
    const things = byFeed.get(feed);
    if (things === undefined) byFeed.set(feed, [thing]);
    else things.push(thing);
  }
  return byFeed;
}

async function sweepFeed(
  deps: SweepDeps,
  region: RegionId,
  lease: Lease,
  things: readonly StoredThing[],
): Promise<readonly StoredThing[] | 'damaged'> {
  const oldest = deps.clock() - KEPT_MILLISECONDS;
  const named = await namedOf(deps, region, lease.feed, oldest).catch((error: unknown) => {
    if (error instanceof CatalogueDamaged) return undefined;
    throw error;
  });
  if (named === undefined) return 'damaged';
  const left = things.filter((thing) => isLeftOver(thing, named, oldest));
  const removed: StoredThing[] = [];
  for (let start = 0; start < left.length; start += REMOVED_AT_ONCE) {
    if (deps.clock() > lease.until - LEASE_MILLISECONDS / 2) break; // somebody may soon publish what is left over now
    const some = left.slice(start, start + REMOVED_AT_ONCE);
    await deps.sweep.remove(region, lease.feed, some);
    removed.push(...some);
  }
  return removed;
}

type Named = {
  readonly versions: ReadonlySet<string>;
  readonly catalogues: ReadonlySet<CatalogueId>;
  readonly chunks: ReadonlySet<string>;
  readonly waitingSince: number | undefined;
};

/**
 * All that the pointer, the moves since `oldest` and a run that waits for an operator name. The versions of the catalogues in
 * between are those of the first of them and those that the changes after it brought. Throws CatalogueDamaged.
 */
async function namedOf(deps: SweepDeps, region: RegionId, feed: FeedId, oldest: number): Promise<Named> {
  const { catalogues: store } = deps;
  const pointer = (await store.readPointers(region)).find((candidate) => candidate.feed === feed);
  const moves = currentSince(await store.readPublications(region, feed, Number.MAX_SAFE_INTEGER), oldest);
  const first = moves.at(-1);
  const versions = new Set<string>();
  const changes =
    first === undefined ? [] : await store.readChanges(region, feed, first.sequence, Number.MAX_SAFE_INTEGER);
  for (const { offer, version } of changes) {
    if (version !== undefined) versions.add(`${offer} ${version}`);
  }
  const read = new Set(
    [first?.catalogue, pointer?.catalogue, pointer?.previous, pointer?.rolledBackFrom].filter(
      (id) => id !== undefined,
    ),
  );
  for (const id of read) {
    await store.readEntries(region, feed, id, ({ offer, version }) => {
      versions.add(`${offer.id} ${version}`);
    });
  }
  const catalogues = new Set([...moves.map(({ catalogue }) => catalogue), ...read]);
  return {
    versions,
    catalogues,
    chunks: await deps.sweep.chunksInUse(region, feed, catalogues),
    waitingSince: (await waitingRun(deps.runs, region, feed))?.startedAt,
  };
}

/** The moves, the newest first, that were current at `oldest` or later. */
function currentSince(moves: readonly PublicationRecord[], oldest: number): readonly PublicationRecord[] {
  return moves.filter((_move, index) => (moves[index - 1]?.publishedAt ?? Infinity) >= oldest);
}

function isLeftOver(thing: StoredThing, named: Named, oldest: number): boolean {
  switch (thing.kind) {
    case 'version':
      return !named.versions.has(`${thing.offer} ${thing.version}`);
    case 'catalogue':
      return !named.catalogues.has(thing.id);
    case 'chunk':
      return !named.chunks.has(thing.hash);
    case 'run':
      return thing.startedAt < oldest && thing.startedAt !== named.waitingSince;
  }
}

/** Originals older than 30 days, but for those of a current catalogue or of a run that waits for an operator. */
async function sweepOriginals({ originals, ...deps }: SweepDeps, region: RegionId): Promise<number> {
  if (originals === undefined) return 0;
  const oldest = deps.clock() - KEPT_MILLISECONDS;
  const sources = new Map(
    (await deps.catalogues.readPointers(region)).map(({ feed, source = '' }) => [feed, originalOf(source)]),
  );
  let removed = 0;
  for (const { feed, sha256, keptAt } of await originals.list(region)) {
    if (keptAt >= oldest || sources.get(feed) === sha256) continue;
    if ((await waitingRun(deps.runs, region, feed))?.original === sha256) continue;
    await originals.remove(region, feed, sha256);
    removed += 1;
  }
  return removed;
}
