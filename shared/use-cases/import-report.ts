import type { CatalogueId } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { NoticeCode } from '../feeds/notice-catalogue.ts';
import type { NoticeSummary } from '../feeds/notice-log.ts';

/**
 * How an import ended. `unchanged`: the feed gives what is current already; `quarantined`: it can be read, but a guard kept it
 * back; `failed`: it cannot be read, or somebody else published meanwhile; `skipped`: another run is at work. Only
 * `published` changed anything.
 */
export type ImportState = 'published' | 'unchanged' | 'quarantined' | 'failed' | 'skipped';

/** What an import did. `records` = offers + rejected + ended; added, changed and removed are against what was current. */
export type ImportCounts = {
  readonly records: number;
  readonly offers: number;
  readonly rejected: number;
  readonly ended: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly bytes: number;
  readonly milliseconds: number;
};

/** The report of one import, for the terminal, the operator and the provider; holds no text of a person. */
export type ImportReport = {
  readonly region: RegionId;
  readonly feed: FeedId;
  readonly state: ImportState;
  /** Why it was not published; the first one where there are several, all are among the notices. */
  readonly reason?: NoticeCode | 'lease-held' | 'lost-lease' | 'moved';
  readonly counts: ImportCounts;
  readonly notices: readonly NoticeSummary[];
  /** What is current after the run, if anything is. */
  readonly current?: { readonly catalogue: CatalogueId; readonly sequence: number };
};

/** What a step of the import found out; the rest of the counts is 0. */
export type ImportOutcome = Pick<ImportReport, 'state' | 'reason' | 'notices' | 'current'> & {
  readonly counts: Partial<ImportCounts>;
};

/** The counts of a run that did nothing. */
export const NO_COUNTS: ImportCounts = {
  records: 0,
  offers: 0,
  rejected: 0,
  ended: 0,
  added: 0,
  changed: 0,
  removed: 0,
  bytes: 0,
  milliseconds: 0,
};
