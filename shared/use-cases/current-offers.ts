import { failed, ok, type Result } from '../domain/result.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { Seal } from '../ports/seal.ts';
import { StoreUnavailable } from '../ports/store-failures.ts';
import { combineOffers, type OffersInMemory } from './offers-in-memory.ts';
import { WRITTEN_BY_PARTNER } from './partner-offer-deps.ts';
import { readCatalogues } from './read-catalogues.ts';
import type { RegionInUse } from './region-in-use.ts';

/** The offers to answer from. `checkedAt`: when the store last said they are current; `degraded`: it does not any more. */
export type CurrentOffers = OffersInMemory & { readonly checkedAt: number; readonly degraded: boolean };

/** Nothing to answer from: the store is down and memory empty, or no feed has been published yet. */
export type NoOffers = 'store-unavailable' | 'no-catalogue-yet';

/** The offers of the region, brought up to date when they are due; `refresh` looks at once. */
export type CurrentOffersSource = {
  readonly read: () => Promise<Result<CurrentOffers, NoOffers>>;
  readonly refresh: () => Promise<Result<CurrentOffers, NoOffers>>;
};

type Deps = {
  readonly catalogues: Pick<CatalogueStore, 'readPointers' | 'readCatalogue' | 'readIndex' | 'readHidden'>;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly seal: Pick<Seal, 'digest'>;
  readonly inUse: RegionInUse;
};

/** Pointers are looked at again when the offers in memory are older. */
const REFRESH_AFTER_MS = 45_000;
/** After a failed look the last good offers are served this long before the store is asked again. */
const RETRY_AFTER_MS = 5_000;
/** A feed no run has seen for longer is overdue: two days of a daily schedule and two hours of patience. */
const OVERDUE_AFTER_MS = 50 * 3_600_000;

/** Keeps the current offers of a region in memory. One look at the store at a time; a failure is never kept as an answer. */
export function createCurrentOffers(deps: Deps): CurrentOffersSource {
  const region = deps.inUse.region.id;
  let held: (OffersInMemory & { readonly checkedAt: number }) | undefined;
  let failedAt: number | undefined;
  let looking: Promise<Result<CurrentOffers, NoOffers>> | undefined;

  function answer(): Result<CurrentOffers, NoOffers> {
    if (held === undefined) return failed(failedAt === undefined ? 'no-catalogue-yet' : 'store-unavailable');
    const now = deps.clock();
    const overdue = held.feeds.some(
      ({ pointer }) => pointer.source !== WRITTEN_BY_PARTNER && now - pointer.lastSeenAt > OVERDUE_AFTER_MS,
    );
    return ok({ ...held, degraded: failedAt !== undefined || held.damaged || overdue });
  }

  async function look(): Promise<void> {
    const startedAt = deps.clock();
    const read = await readCatalogues(deps, region, held?.feeds ?? []);
    const hidden = await deps.catalogues.readHidden(region);
    failedAt = undefined;
    const damaged = read.feeds.filter((feed) => feed.damaged).map(({ pointer }) => pointer.feed);
    for (const feed of [...damaged, ...read.lost]) deps.log('catalogue-damaged', { region, feed });
    if (read.feeds.length === 0) {
      // Feeds that are all damaged are no empty catalogue: an empty answer would be a wrong one.
      if (read.lost.length > 0) failedAt = deps.clock();
      return;
    }
    const offers = await combineOffers(deps, read, hidden, held);
    const isNews = offers.fingerprint !== held?.fingerprint;
    held = { ...offers, checkedAt: startedAt };
    if (isNews)
      deps.log('catalogues-refreshed', {
        region,
        count: offers.offers.length,
        durationMs: deps.clock() - startedAt,
      });
  }

  async function lookOnce(): Promise<Result<CurrentOffers, NoOffers>> {
    await look().catch((error: unknown) => {
      if (!(error instanceof StoreUnavailable)) throw error;
      failedAt = deps.clock();
      deps.log('catalogues-refresh-failed', { region, error: error.name });
    });
    return answer();
  }

  async function refresh(): Promise<Result<CurrentOffers, NoOffers>> {
    looking ??= lookOnce().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  function isDue(now: number): boolean {
    if (held === undefined) return true;
    if (failedAt !== undefined) return now - failedAt >= RETRY_AFTER_MS;
    return now - held.checkedAt >= REFRESH_AFTER_MS;
  }

  return { refresh, read: async () => (isDue(deps.clock()) ? refresh() : answer()) };
}
