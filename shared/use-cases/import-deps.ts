import type { BoundingBox } from '../domain/place/region-profile.ts';
import type { Region } from '../domain/place/region.ts';
import type { LocalDate } from '../domain/time/local-date.ts';
import type { FeedSettings } from '../feeds/feed-settings.ts';
import type { CatalogueStore } from '../ports/catalogue-store.ts';
import type { Clock } from '../ports/clock.ts';
import type { EventLog } from '../ports/event-log.ts';
import type { FeedFetcher } from '../ports/feed-fetcher.ts';
import type { ImportRuns } from '../ports/import-runs.ts';
import type { OriginalStore } from '../ports/original-store.ts';
import type { OfferStore } from '../ports/offer-store.ts';
import type { SupplementStore } from '../ports/supplement-store.ts';
import type { ImportProgress } from './import-records.ts';

/** What an import does with the catalogues: all but looking at the past and hiding. */
export type ImportCatalogues = Pick<
  CatalogueStore,
  | 'readPointers'
  | 'readEntries'
  | 'writeCatalogue'
  | 'readIndex'
  | 'writeIndex'
  | 'takeLease'
  | 'releaseLease'
  | 'publish'
  | 'markSeen'
  | 'readChanges'
>;

/**
 * What an import needs. `owner` names who imports: a run that died is followed at once by one of the same owner, while
 * any other has to wait for its lease to run out.
 */
export type ImportDeps = {
  readonly fetchFeed: FeedFetcher;
  readonly offers: Pick<OfferStore, 'writeVersions'>;
  readonly catalogues: ImportCatalogues;
  readonly runs: ImportRuns;
  /** What providers stated beside their feeds; where absent, nothing. */
  readonly supplements?: Pick<SupplementStore, 'readSupplements'>;
  /** Where files of changes find what they change; where absent, such a file is refused. */
  readonly keptOriginals?: Pick<OriginalStore, 'read' | 'keep'>;
  readonly clock: Clock;
  readonly log: EventLog;
  readonly owner: string;
  readonly onProgress?: (progress: ImportProgress) => void;
};

/**
 * The feed, its region with the box its places must lie in, and the region's today. `release`: an operator has looked at
 * a quarantined run and lets it through; an empty feed still never replaces anything. `statedBy`: the partner whose own
 * offers these are.
 */
export type ImportInput = {
  readonly region: Region;
  readonly bounds: BoundingBox;
  readonly feed: FeedSettings;
  readonly today: LocalDate;
  readonly release?: boolean;
  readonly statedBy?: string;
};
