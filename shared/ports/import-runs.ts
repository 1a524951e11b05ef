import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { NoticeCode } from '../feeds/notice-catalogue.ts';
import type { NoticeSummary } from '../feeds/notice-log.ts';

/**
 * How an import ended. `unchanged`: the feed gives what is current already; `quarantined`: it can be read, but a guard kept it
 * back; `failed`: it cannot be read, or somebody else published meanwhile; `skipped`: another run is at work, or an operator
 * has discarded these bytes. Only `published` changed anything.
 */
export type ImportState = 'published' | 'unchanged' | 'quarantined' | 'failed' | 'skipped';

/** Why a run did not publish. */
export type ImportReason = NoticeCode | 'lease-held' | 'lost-lease' | 'moved' | 'discarded';

/**
 * What an import did. `records` = offers + rejected + ended; added, changed and removed are against what was current;
 * `missing` offers are no longer told of and still stand.
 */
export type ImportCounts = {
  readonly records: number;
  readonly offers: number;
  readonly rejected: number;
  readonly ended: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly missing: number;
  readonly bytes: number;
  readonly milliseconds: number;
};

/**
 * One run of an import, while it goes on and afterwards; instants in milliseconds since 1970. A run that stays `running`
 * has died. `original` is the SHA-256 of the bytes it read, `source` that and how they were read; `decided`: what an
 * operator did with a run that was held back. Holds no text of a person.
 */
export type ImportRun = {
  readonly feed: FeedId;
  readonly startedAt: number;
  readonly state: ImportState | 'running';
  readonly reason?: ImportReason;
  readonly counts: Partial<ImportCounts>;
  readonly original?: string;
  readonly source?: string;
  readonly notices: readonly NoticeSummary[];
  readonly decided?: 'released' | 'discarded';
};

/** The records of runs that read a feed; one that found it unchanged leaves none. Methods throw StoreUnavailable. */
export type ImportRuns = {
  /** Writes a run over the one of the same feed and start. */
  readonly writeRun: (region: RegionId, run: ImportRun) => Promise<void>;
  /** The last `limit` runs of a feed, the newest first; what a newer release wrote is left out. */
  readonly readRuns: (region: RegionId, feed: FeedId, limit: number) => Promise<readonly ImportRun[]>;
};
