import type { CatalogueId, OfferChange } from '../domain/offer/catalogue.ts';
import type { FeedId } from '../domain/offer/offer-id.ts';
import type { RegionId } from '../domain/place/region.ts';
import type { NoticeSummary } from '../feeds/notice-log.ts';
import type { ImportCounts, ImportReason, ImportState } from '../ports/import-runs.ts';

/** The report of one import, for the terminal, the operator and the provider; holds no text of a person. */
export type ImportReport = {
  readonly region: RegionId;
  readonly feed: FeedId;
  readonly state: ImportState;
  /** Why it was not published; the first one where there are several, all are among the notices. */
  readonly reason?: ImportReason;
  readonly counts: ImportCounts;
  readonly notices: readonly NoticeSummary[];
  /** SHA-256 of the bytes that were fetched. */
  readonly original?: string;
  /** What was published, ascending by offer id; absent where nothing was. */
  readonly changes?: readonly OfferChange[];
  /** What is current after the run, if anything is. */
  readonly current?: { readonly catalogue: CatalogueId; readonly sequence: number };
};

/** What a step of the import found out; the rest of the counts is 0. */
export type ImportOutcome = Omit<ImportReport, 'region' | 'feed' | 'counts'> & {
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
  missing: 0,
  bytes: 0,
  milliseconds: 0,
};
